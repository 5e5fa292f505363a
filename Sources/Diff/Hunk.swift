/// One place where two sequences differ: what stands there in the old one, and what in the new one.
public struct Hunk: Sendable, Hashable {
  /// What is removed, as a range of indices of the old sequence; empty for an insertion.
  public var old: Range<Int>
  /// What is inserted, as a range of indices of the new sequence; empty for a deletion.
  public var new: Range<Int>

  /// A place as it is given; those in a difference are never empty on both sides.
  public init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }

  /// Whether only the new sequence has something here.
  public var isInsertion: Bool { old.isEmpty }
  /// Whether only the old sequence has something here.
  public var isDeletion: Bool { new.isEmpty }
  /// The same place seen from the other side.
  public var inverse: Hunk { Hunk(old: new, new: old) }
}
