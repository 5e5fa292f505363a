/// A difference together with the elements it takes away and brings: all that is needed to make one
/// sequence from the other.
///
///     let difference = Difference(from: "kitten", to: "sitting")
///     let patch = Patch(difference, from: "kitten", to: "sitting")
///     patch.applied(to: "kitten").map { String($0) }           // "sitting"
///     patch.inverse.applied(to: "sitting").map { String($0) }  // "kitten"
///     patch.applied(to: "mitten")                              // nil: no "k" to take away
public struct Patch<Element> {
  /// One place to change.
  public struct Change {
    /// Where it is, as an index of the old sequence.
    public var start: Int
    /// What must stand there and is taken away.
    public var removed: [Element]
    /// What comes in its place.
    public var inserted: [Element]
  }

  /// The places to change, in order.
  public let changes: [Change]
  /// Length that the old sequence must have.
  public let oldCount: Int

  /// Takes the elements of a difference from the two sequences it was made from; O(N + M).
  public init(
    _ difference: Difference, from old: some Collection<Element>, to new: some Collection<Element>
  ) {
    precondition(old.count == difference.oldCount && new.count == difference.newCount)
    oldCount = difference.oldCount
    var restOfOld = Unread(old)
    var restOfNew = Unread(new)
    changes = difference.hunks.map { hunk in
      Change(
        start: hunk.old.lowerBound, removed: restOfOld.take(hunk.old),
        inserted: restOfNew.take(hunk.new))
    }
  }

  private init(oldCount: Int, changes: [Change]) {
    self.oldCount = oldCount
    self.changes = changes
  }

  /// The patch that undoes this one.
  public var inverse: Patch {
    var shift = 0
    let undone = changes.map { change in
      defer { shift += change.inserted.count - change.removed.count }
      return Change(
        start: change.start + shift, removed: change.inserted, inserted: change.removed)
    }
    return Patch(oldCount: oldCount + shift, changes: undone)
  }
}

extension Patch where Element: Equatable {
  /// The sequence with all changes made, or nil where it is not the one the patch was made for: of
  /// another length, or without what is to be taken away. O(N + inserted).
  public func applied(to old: some Collection<Element>) -> [Element]? {
    guard old.count == oldCount else { return nil }
    var result: [Element] = []
    var rest = Unread(old)
    for change in changes {
      result += rest.take(rest.position..<change.start)
      let end = change.start + change.removed.count
      guard rest.take(change.start..<end) == change.removed else { return nil }
      result += change.inserted
    }
    return result + rest.take(rest.position..<oldCount)
  }
}

extension Patch: Sendable where Element: Sendable {}
extension Patch: Equatable where Element: Equatable {}
extension Patch.Change: Sendable where Element: Sendable {}
extension Patch.Change: Equatable where Element: Equatable {}

/// What is left of a collection that is read from start to end; indices are walked once, so that
/// collections without random access cost no more.
private struct Unread<Source: Collection> {
  private let source: Source
  private var index: Source.Index
  private(set) var position = 0

  init(_ source: Source) {
    self.source = source
    index = source.startIndex
  }

  /// The elements at the positions of a range that does not begin before what has been read.
  mutating func take(_ range: Range<Int>) -> [Source.Element] {
    let start = source.index(index, offsetBy: range.lowerBound - position)
    index = source.index(start, offsetBy: range.count)
    position = range.upperBound
    return Array(source[start..<index])
  }
}
