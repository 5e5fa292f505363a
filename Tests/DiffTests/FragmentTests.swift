import Testing

@testable import Diff

@Suite("Fragments beside whole texts")
struct FragmentTests {
  /// A text in which some words are as frequent as in prose.
  private static func book(_ count: Int) -> [String] {
    var random = Seeded(11)
    return (0..<count).map { _ in "w" + String(random.below(random.below(4_000) + 1)) }
  }

  /// Sketches as thin as the whole texts need have nothing of a leaf, and leaves from far apart
  /// would be merged with each other first, word against word. And a search for the leaf's words in
  /// the book finds most of them everywhere.
  @Test(arguments: [12, 40, 400, 1_500])
  func leavesOfOneBookStandEachInItsPlace(length: Int) {
    let text = Self.book(20_000)
    let books = (0..<2).map { AlignmentWorkTests.version(text, rate: 60, seed: 10 + $0) }
    let starts = [1_000, 7_000, 12_000, 18_000]
    let leaves = starts.map { Array(books[0][$0..<$0 + length]) }
    let alignment = AlignmentWorkTests.align(books + leaves)
    for (leaf, start) in starts.enumerated() {
      let place = alignment.columns[0][start..<start + length]
      let inPlace = zip(alignment.columns[2 + leaf], place).count(where: ==)
      // A word at an edge may have its equal beyond a gap.
      #expect(inPlace >= length - length / 100, "\(inPlace) of leaf \(leaf)")
    }
  }

  /// The leaf has a word in twenty changed, and its words stand all over the book.
  @Test(arguments: [100, 300, 2_500])
  func aLeafIsFoundInItsBook(length: Int) {
    let book = Self.book(12_000)
    let leaf = AlignmentWorkTests.version(Array(book[6_000..<6_000 + length]), rate: 20, seed: 5)
    for (old, new) in [(book, leaf), (leaf, book)] {
      let difference = Difference(from: old, to: new)
      let inPlace = (old.count > new.count ? difference : difference.inverse).matches.reduce(0) {
        $0 + ((6_000..<6_000 + length).contains($1.startA) ? $1.length : 0)
      }
      #expect(10 * inPlace > 8 * leaf.count, "\(inPlace) of \(leaf.count)")
    }
  }

  @Test func aLeafIsNearestToItsChapterAndFarFromOtherLeaves() {
    let words = Words([AlignmentWorkTests.text(24_000, seed: 2)])
    let book = words.rows[0]
    let chapters = [book[2_000..<4_400], book[10_000..<12_400]]
    let leaves = [book[2_500..<2_540], book[11_000..<11_040]]
    let distances = DistanceMatrix([book] + (chapters + leaves).map(Array.init))
    for (leaf, own, other) in [(3, 1, 2), (4, 2, 1)] {
      #expect(distances[leaf, own] < distances[leaf, 0])
      #expect(distances[leaf, 0] < 0.55)
      #expect(distances[leaf, other] > 0.9 && distances[3, 4] > 0.9)
      #expect(distances[leaf, own] == distances[own, leaf])
    }
  }

  @Test func rowsWithoutFeaturesAreNotAlike() {
    let book = [UInt32](0..<10_000)
    let distances = DistanceMatrix([book, [], [20_000], [30_000]])
    for a in 0..<4 { for b in 0..<a { #expect(distances[a, b] == 1, "\(a), \(b)") } }
  }

  @Test(arguments: 1...20)
  func anIndexCountsWhatSetsHaveInCommon(seed: Int) {
    var random = Seeded(UInt64(seed))
    func row(_ count: Int) -> [UInt32] { (0..<count).map { _ in UInt32(random.below(60)) } }
    let short = (0..<5).map { _ in row(random.below(40)) }
    for sampler in [FeatureSampler(longest: 0), FeatureSampler(longest: 500)] {
      var index = FeatureIndex(short.map(sampler.sketch))
      for long in [row(0), row(300), row(300), short[0] + short[1]] {
        var features: [UInt64] = []
        sampler.forEachFeature(of: long) { features.append($0) }
        let (shared, featureCount) = index.compare(long, sampler)
        #expect(featureCount == features.count)
        for (k, row) in short.enumerated() {
          let common = Set(sampler.sketch(of: row)).intersection(features).count
          #expect(shared[k] == common, "seed \(seed), row \(k)")
        }
      }
    }
  }
}
