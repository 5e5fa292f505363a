/// Gives equal elements equal numbers: 0, 1, 2 … in the order in which they first come.
///
/// Comparing numbers is what makes the rest of this module fast: one hash for each element, and no
/// element is looked at again.
///
///     var interner = Interner<Substring>()
///     interner.ids(of: "to be or not to be".split(separator: " "))  // [0, 1, 2, 3, 0, 1]
///     interner.elements                                             // ["to", "be", "or", "not"]
///
/// A table of open addresses, at most half full; it keeps four bytes of each hash, so that elements
/// are compared only where those agree. Hashes differ from run to run, the numbers do not.
///
/// Inlinable, so that a client's compiler makes a version for its own elements; that is worth more
/// than all else here.
public struct Interner<Element: Hashable> {
  /// The distinct elements; the index of each is its number.
  public var elements: [Element] { distinct }
  @usableFromInline var distinct: [Element] = []
  @usableFromInline var tags: [UInt32] = []
  @usableFromInline var slots: [UInt32] = []

  @inlinable
  public init() {}

  /// The number of an element, a new one if it has not come before; O(1) on average.
  @inlinable
  public mutating func id(of element: Element) -> UInt32 {
    if 2 * (distinct.count + 1) > slots.count { grow() }
    let hash = UInt64(truncatingIfNeeded: element.hashValue).mixed
    let tag = UInt32(truncatingIfNeeded: hash &>> 32)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != Self.free {
      let id = slots[slot]
      if tags[Int(id)] == tag, distinct[Int(id)] == element { return id }
      slot = (slot + 1) & mask
    }
    let id = UInt32(distinct.count)
    slots[slot] = id
    distinct.append(element)
    tags.append(tag)
    return id
  }

  /// The numbers of all elements of a sequence, in its order; O(length) on average.
  @inlinable
  public mutating func ids(of sequence: some Sequence<Element>) -> [UInt32] {
    var ids: [UInt32] = []
    ids.reserveCapacity(sequence.underestimatedCount)
    for element in sequence { ids.append(id(of: element)) }
    return ids
  }

  @inlinable static var free: UInt32 { .max }

  /// Doubles the table and puts every number in its new place.
  @inlinable
  mutating func grow() {
    let count = max(64, slots.count * 2)
    slots = [UInt32](repeating: Self.free, count: count)
    for (id, element) in distinct.enumerated() {
      let hash = UInt64(truncatingIfNeeded: element.hashValue).mixed
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != Self.free { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(id)
    }
  }
}

extension Interner: Sendable where Element: Sendable {}
