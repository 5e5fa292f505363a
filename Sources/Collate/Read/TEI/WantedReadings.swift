/// Finds, in the apparatus that a text holds, the readings of the witness that is taken, or else
/// the lemmas.
///
/// A lemma that names no witness is taken until a reading comes that names the one wanted, and a
/// first reading until a lemma comes; so what an entry has given so far may have to be taken back.
struct WantedReadings: Sendable {
  /// Whether there is an `app`.
  private(set) var hasApparatus = false
  /// Whether a reading named the witness.
  private(set) var hasNamedWitness = false
  /// The names that readings have for their witnesses, each once, in the order of the text; none
  /// where lemmas are taken, as nobody asks then.
  private(set) var names: [String] = []
  private var knownNames: Set<String> = []
  /// Whether no witness is asked for.
  private let takesLemmas: Bool
  /// Names by which readings point to the witness.
  private var pointers: Set<String>
  /// Entries that are open, the innermost last.
  private var entries: [Entry] = []

  /// An `app`, and what the reader had when it began.
  struct Entry: Sendable {
    var checkpoint: TextBuilder.Checkpoint
    /// Corrections that were open.
    var correctionCount: Int
    /// Whether the wanted reading was found.
    var isDecided = false
    /// Whether a reading was taken, wanted or not.
    var hasReading = false
  }

  /// What is to be done with a reading.
  enum Verdict: Sendable {
    case passOver, take
    /// It is the wanted one, and what the entry gave before it is not.
    case takeInstead(Entry)
  }

  /// Looks for the readings of the witness in `rules.take` and its hands, or else for lemmas.
  init(rules: TEIReadingRules) {
    takesLemmas = rules.take == nil
    pointers = Set(rules.taken)
  }

  /// Adds names by which readings point to the witness.
  mutating func add(pointers: Set<String>) { self.pointers.formUnion(pointers) }

  /// An entry begins.
  mutating func begin(_ entry: Entry) {
    hasApparatus = true
    entries.append(entry)
  }

  /// The innermost entry ends.
  mutating func end() { entries.removeLast() }

  /// Whether the next reading of the open entry is the wanted one, as far as can be said yet.
  ///
  /// - Parameters:
  ///   - name: of the element, `lem` or `rdg`.
  ///   - witnesses: its `@wit`.
  mutating func judge(_ name: String, witnesses: String?) -> Verdict {
    guard let entry = entries.last else { return .take }
    if !takesLemmas { collectNames(witnesses ?? "") }
    let isLemma = name == "lem"
    let isNamed = !takesLemmas && names(witnesses ?? "")
    let isDecisive = takesLemmas ? isLemma : isNamed
    let mayBeWanted = takesLemmas ? !entry.hasReading : isLemma && witnesses == nil
    guard !entry.isDecided, isDecisive || mayBeWanted else { return .passOver }
    if isNamed { hasNamedWitness = true }
    entries[entries.count - 1].isDecided = isDecisive
    entries[entries.count - 1].hasReading = true
    return isDecisive && entry.hasReading ? .takeInstead(entry) : .take
  }

  /// Keeps the names among some pointers that have not been seen before.
  private mutating func collectNames(_ pointers: String) {
    for pointer in pointers.split(separator: " ") {
      let name = pointer.pointedID
      if knownNames.insert(name).inserted { names.append(name) }
    }
  }

  /// Whether one of some pointers is to the witness.
  func names(_ pointers: String) -> Bool {
    pointers.split(separator: " ").contains { self.pointers.contains($0.pointedID) }
  }
}
