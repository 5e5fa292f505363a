extension RandomAccessCollection {
  /// Index of the first element that fulfils a condition which all behind it fulfil too, or the
  /// end; O(log n) in the number of elements.
  func partition(_ isBehind: (Element) -> Bool) -> Index {
    var low = startIndex
    var rest = count
    while rest > 0 {
      let half = rest / 2
      let middle = index(low, offsetBy: half)
      if isBehind(self[middle]) {
        rest = half
      } else {
        low = index(after: middle)
        rest -= half + 1
      }
    }
    return low
  }
}
