/// An edition as it is today and as it was in a revision, both read; or why one could not be.
struct RevisionReading: Sendable {
  var today: Result<EditionInput, Failure>
  var accepted: Result<LoadedEdition, Failure>

  /// Reads all editions, those of the revision from one passing copy: git takes longer to start
  /// than to do its work.
  static func all(
    _ tasks: [CheckTask], _ revision: GitRevision, _ arguments: Arguments, threads: Int?
  ) -> [RevisionReading] {
    let today = Parallel.map(tasks, threads: threads) { task in
      Result { () throws(Failure) in try task.read(arguments) }
    }
    // What cannot be read today has nothing to be compared with.
    let inputs: [[WitnessInput]] = zip(tasks, today).map { task, today in
      if case .success = today { task.inputs } else { [] }
    }
    return revision.withWitnesses(of: inputs) { copies, folder in
      Parallel.map(Array(tasks.indices), threads: threads) { index in
        let accepted = Result { () throws(Failure) in
          try read(tasks[index], try today[index].get(), try copies[index].get(), arguments)
        }
        return RevisionReading(
          today: today[index], accepted: accepted.mapError { revision.inRevision($0, folder) })
      }
    }
  }

  private static func read(
    _ task: CheckTask, _ today: EditionInput, _ copies: [WitnessInput], _ arguments: Arguments
  ) throws(Failure) -> LoadedEdition {
    try BaselineReading(task: task, today: today, arguments: arguments).witnesses(copies)
  }
}
