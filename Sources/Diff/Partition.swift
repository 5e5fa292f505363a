extension RandomAccessCollection where Index == Int {
  /// Index of the first element that fulfills a condition which all behind it fulfill too, or the
  /// end; O(log n).
  @inline(__always)
  func partition(_ isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension [Int32] {
  /// Where a number stands among rising ones; nil where it does not.
  func place(of number: Int32) -> Int? {
    let place = partition { $0 >= number }
    return place < count && self[place] == number ? place : nil
  }
}
