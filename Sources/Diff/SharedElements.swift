/// Two sequences without the elements that only one of them has.
///
/// Such elements can match nothing, so a longest common subsequence of what is left is one of the
/// whole, but D, which `Myers` takes D² for, is smaller by their number: in two versions of a text
/// it is often less than half, in two unrelated texts it is what makes the search short.
///
/// Time O(N + M) on average, space 9 bytes for each element of both sides, kept between calls.
struct SharedElements {
  /// The shared elements of each side.
  private(set) var a: [UInt32] = []
  private(set) var b: [UInt32] = []
  /// Where each of them stands in the whole sequence.
  private(set) var placesA: [Int32] = []
  private(set) var placesB: [Int32] = []
  private var ids: [UInt32] = []
  private var sides: [Side] = []

  private enum Side: UInt8 {
    case none, a, both
  }

  /// Sequences shorter than this together are not worth the table.
  static let leastLength = 64

  /// Collects the shared elements of a rectangle; false where it is too small, or nothing would be
  /// dropped.
  mutating func collect(_ a: IDs, _ b: IDs, in box: Rectangle) -> Bool {
    guard box.a.count + box.b.count >= Self.leastLength else { return false }
    clear(count: Int(UInt64(2 * box.a.count).allOnesBelow) + 1)
    for i in box.a {
      let slot = slot(of: a[i])
      ids[slot] = a[i]
      sides[slot] = .a
    }
    for j in box.b {
      let slot = slot(of: b[j])
      guard sides[slot] != .none else { continue }
      sides[slot] = .both
      self.b.append(b[j])
      placesB.append(Int32(j))
    }
    for i in box.a where sides[slot(of: a[i])] == .both {
      self.a.append(a[i])
      placesA.append(Int32(i))
    }
    return self.a.count + self.b.count < box.a.count + box.b.count
  }

  /// Bytes of room that the lists and the table have.
  var workingBytes: Int {
    4 * (a.capacity + b.capacity + placesA.capacity + placesB.capacity + ids.capacity)
      + sides.capacity
  }

  /// The slot that holds, or would hold, an id.
  private func slot(of id: UInt32) -> Int {
    let mask = ids.count - 1
    var slot = Int(truncatingIfNeeded: UInt64(id).mixed) & mask
    while sides[slot] != .none, ids[slot] != id { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func clear(count: Int) {
    a.removeAll(keepingCapacity: true)
    b.removeAll(keepingCapacity: true)
    placesA.removeAll(keepingCapacity: true)
    placesB.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    ids.append(contentsOf: repeatElement(0, count: count))
    sides.removeAll(keepingCapacity: true)
    sides.append(contentsOf: repeatElement(.none, count: count))
  }
}
