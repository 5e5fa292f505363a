import Diff
import Foundation
import Testing

@testable import Collate

/// Published editions beside the repository, read against the texts that others took out of them.
@Suite struct EditionCorpusTests {
  /// An edition, and how many words of all its witnesses may be other than expected: where the
  /// other reader lets a page break divide a word, leaves out `surplus`, or takes another hand.
  struct Corpus: CustomTestStringConvertible {
    var name: String
    var differing: Int
    var testDescription: String { name }
  }

  static let all = [
    Corpus(name: "severian-fide", differing: 123),
    Corpus(name: "dominica-b", differing: 0),
    Corpus(name: "balex", differing: 89),
  ]

  /// The folder of corpora beside the repository; nil where it is not there.
  static let corpora: String? = {
    let path = URL(fileURLWithPath: #filePath).pathComponents
    for count in stride(from: path.count - 1, to: 1, by: -1) {
      let folder = "/" + path[1..<count].joined(separator: "/") + "/shared/corpora"
      if FileManager.default.fileExists(atPath: folder) { return folder }
    }
    return nil
  }()

  @Test(
    .enabled(if: corpora != nil, "no folder shared/corpora beside the repository"),
    arguments: all)
  func witnessesComeOut(_ corpus: Corpus) throws {
    let folder = try #require(Self.corpora) + "/" + corpus.name
    let read = try ApparatusReader().read(InputBytes(path: folder + "/edition.xml"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/witnesses").sorted()
    #expect(!files.isEmpty)
    var differing = 0
    var count = 0
    for file in files {
      let siglum = String(file.dropLast(4))
      let witness = try #require(read.witnesses.first { $0.siglum == siglum }, "\(siglum)")
      let expected = words(try InputBytes(path: folder + "/witnesses/" + file).bytes)
      let found = words(witness.text.bytes)
      let hunks = Difference(from: expected, to: found).hunks
      differing += hunks.reduce(0) { $0 + max($1.old.count, $1.new.count) }
      count += expected.count
    }
    #expect(differing <= corpus.differing, "\(differing) of \(count) words")
  }

  /// Words in NFC, marks and punctuation taken off.
  private func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).precomposedStringWithCanonicalMapping
      .split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }
}
