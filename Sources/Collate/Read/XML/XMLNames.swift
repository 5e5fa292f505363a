/// The distinct names of a file's elements, numbered from 0 as they come.
///
/// An open-addressing table over the bytes of the file: a name costs no `String` but its first.
struct XMLNames: Sendable {
  /// Names without their prefix.
  private(set) var locals: [String] = []
  private var hashes: [UInt32] = []
  /// Where each name stands for the first time, its prefix included.
  private var ranges: [Range<Int>] = []
  /// Ids plus one; 0 where free. A power of two, at least twice the number of names.
  private var slots = [UInt32](repeating: 0, count: 256)

  /// The number of the name in a range of the file; expected O(length of the name).
  mutating func id(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    let hash = Self.hash(range, in: bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot]) - 1
      if hashes[id] == hash, Self.isSame(ranges[id], range, in: bytes) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(range, hash, in: bytes)
  }

  /// Numbers a name that has not come before.
  private mutating func add(_ range: Range<Int>, _ hash: UInt32, in bytes: [UInt8]) -> Int {
    let colon = bytes[range].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? range.lowerBound
    locals.append(String(decoding: bytes[colon..<range.upperBound], as: UTF8.self))
    hashes.append(hash)
    ranges.append(range)
    if locals.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for id in locals.indices { place(id) }
    } else {
      place(locals.count - 1)
    }
    return locals.count - 1
  }

  private mutating func place(_ id: Int) {
    var slot = Int(hashes[id]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(id + 1)
  }

  /// Whether two ranges of the file hold the same bytes.
  static func isSame(_ a: Range<Int>, _ b: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    for i in 0..<a.count where bytes[a.lowerBound + i] != bytes[b.lowerBound + i] { return false }
    return true
  }

  /// FNV-1a, 32 bits (Fowler, Noll, Vo).
  private static func hash(_ range: Range<Int>, in bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for at in range { hash = (hash ^ UInt32(bytes[at])) &* 0x0100_0193 }
    return hash
  }
}
