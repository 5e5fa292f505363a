import Testing

@testable import Collate

@Suite struct PartitionTests {
  /// Every place at which a collection of up to nine elements can turn, whole and as a slice.
  @Test func findsWhereTheConditionBegins() {
    for count in 0...9 {
      for turn in 0...count {
        let numbers = Array(0..<count)
        #expect(numbers.partition { $0 >= turn } == numbers.firstIndex { $0 >= turn } ?? count)
        for start in 0...count {
          let slice = numbers[start...]
          #expect(slice.partition { $0 >= turn } == slice.firstIndex { $0 >= turn } ?? count)
        }
      }
    }
  }
}
