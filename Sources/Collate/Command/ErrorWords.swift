#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

// All words about what went wrong stand in this folder's `…Words.swift`: the rest of the program
// throws facts.

extension Failure {
  /// The failure in words; nil where nothing is to be said.
  var message: Message? {
    switch self {
    case .usage(let error): error.message
    case .editionOption(let path, let place, let error):
      error.message(place: "\(path):\(place.line):\(place.column)")
    case .read(let error): error.message
    case .edition(let error): error.message
    case .place(let place, let error): error.message(of: place)
    case .check(let error): error.message
    case .proof(let failure):
      Message(
        what: "the TEI would lose byte \(failure.offset) of witness \(failure.siglum), "
          + "so nothing was written", remedy: "this is a fault of collate: please report it")
    case .file(let error): error.message
    case .output(.closed): nil
    case .output(.failed(let code)):
      Message(what: "standard output cannot be written: \(systemWords(code))")
    }
  }
}

extension FileError {
  fileprivate var message: Message {
    switch reason {
    case .isFolder:
      Message(place: path, what: "is a folder", remedy: "name a file in it")
    case .noFolder(let folder):
      Message(
        place: path, what: "the folder \(folder) does not exist",
        remedy: "make it (mkdir -p \(folder)) or name another")
    case .folderIsFile(let folder):
      Message(place: path, what: "\(folder) is a file, not a folder", remedy: "name another")
    case .folderRefuses(let folder, let code):
      Message(
        place: path, what: "the folder \(folder) takes no new file: \(systemWords(code))",
        remedy: "change its permissions or name another")
    case .interrupted(let signal):
      Message(place: path, what: "not written: signal \(signal) came first")
    case .system(let code):
      Message(place: path, what: "cannot be written: \(systemWords(code))")
    }
  }
}

/// The system's own words for an `errno`.
func systemWords(_ code: Int32) -> String { String(cString: strerror(code)) }
