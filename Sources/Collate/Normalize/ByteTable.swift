/// Gives equal keys equal numbers: an open-addressing table over bytes.
///
/// A key is a string of bytes and a tag; both must be equal. Ids count from 0 in order of first
/// occurrence. Keys are bytes and not `String`, for two canonically equivalent strings are equal in
/// Swift although their bytes differ, and here they must not be.
struct ByteTable: Sendable {
  /// Ids plus one; 0 where a slot is free. The count is a power of two, at least twice that of
  /// keys.
  private var slots = [UInt32](repeating: 0, count: 1024)
  private var hashes: [UInt64] = []
  private var tags: [UInt32] = []
  /// Where the bytes of each key end in `arena`; they begin where those of the key before end.
  private var ends: [Int] = []
  private var arena: [UInt8] = []

  var count: Int { ends.count }

  /// The id of a key, a new one where it has none yet; expected O(length of key).
  mutating func intern(_ key: UnsafeBufferPointer<UInt8>, tag: UInt32) -> UInt32 {
    let hash = Self.hash(key, tag: tag)
    let slot = slot(of: key, tag: tag, hash: hash)
    return slots[slot] > 0 ? slots[slot] - 1 : insert(key, tag: tag, hash: hash, slot: slot)
  }

  /// The id of a key, or nil where it has none; expected O(length of key).
  func id(of key: UnsafeBufferPointer<UInt8>, tag: UInt32) -> UInt32? {
    let slot = slot(of: key, tag: tag, hash: Self.hash(key, tag: tag))
    return slots[slot] > 0 ? slots[slot] - 1 : nil
  }

  /// Where a key stands in `slots`, or would stand.
  private func slot(of key: UnsafeBufferPointer<UInt8>, tag: UInt32, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let id = Int(slots[slot] - 1)
      if hashes[id] == hash, tags[id] == tag, holds(key, at: id) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The id of a string's UTF-8 bytes.
  mutating func intern(_ key: String, tag: UInt32) -> UInt32 {
    var key = key
    return key.withUTF8 { intern($0, tag: tag) }
  }

  /// The key's bytes.
  func bytes(of id: Int) -> ArraySlice<UInt8> { arena[range(of: id)] }

  /// The ids in byte order of their keys, those of equal bytes by tag; O(n log n).
  func sortedIDs() -> [Int] {
    arena.withUnsafeBufferPointer { arena in
      (0..<count).sorted { a, b in
        let x = range(of: a)
        let y = range(of: b)
        for (i, j) in zip(x, y) where arena[i] != arena[j] { return arena[i] < arena[j] }
        return x.count == y.count ? tags[a] < tags[b] : x.count < y.count
      }
    }
  }

  private func range(of id: Int) -> Range<Int> { (id == 0 ? 0 : ends[id - 1])..<ends[id] }

  private func holds(_ key: UnsafeBufferPointer<UInt8>, at id: Int) -> Bool {
    let range = range(of: id)
    guard range.count == key.count else { return false }
    for i in 0..<key.count where arena[range.lowerBound + i] != key[i] { return false }
    return true
  }

  private mutating func insert(
    _ key: UnsafeBufferPointer<UInt8>, tag: UInt32, hash: UInt64, slot: Int
  ) -> UInt32 {
    slots[slot] = UInt32(count + 1)
    hashes.append(hash)
    tags.append(tag)
    arena.append(contentsOf: key)
    ends.append(arena.count)
    if count * 2 > slots.count { grow() }
    return UInt32(count - 1)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for id in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[id]) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(id + 1)
    }
  }

  /// A multiplicative hash, eight bytes a step; the same in every process.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>, tag: UInt32) -> UInt64 {
    // Odd constants with well-spread bits: the golden ratio and the finalizer of MurmurHash3.
    var hash = (UInt64(key.count) << 32 | UInt64(tag)) &* 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at < key.count {
      var chunk: UInt64 = 0
      let end = min(at + 8, key.count)
      while at < end {
        chunk = chunk << 8 | UInt64(key[at])
        at += 1
      }
      hash = (hash ^ chunk) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }
}
