/// What can end a run early. Every room throws facts of its own; here they meet.
enum Failure: Error {
  case usage(UsageError)
  /// An entry of an edition file's options.
  case editionOption(path: String, Place, EditionOptionError)
  case read(ReadError)
  case edition(EditionError)
  /// A place to be explained, as it was given.
  case place(String, PlaceError)
  /// An edition could not be checked.
  case check(CheckError)
  /// The TEI does not give a witness back.
  case proof(LosslessProof.Failure)
  case file(FileError)
  /// Standard output took no more.
  case output(StreamError)

  /// A closed pipe is no trouble: whoever closed it had enough.
  var exitCode: ExitCode {
    if case .output(.closed) = self { .done } else { .trouble }
  }
}

/// Does a room's work and takes what it throws among the failures.
func attempt<Value, Fault: Error>(
  _ failure: (Fault) -> Failure, _ work: () throws(Fault) -> Value
) throws(Failure) -> Value {
  do { return try work() } catch { throw failure(error) }
}
