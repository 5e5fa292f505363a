import Foundation
import Testing

@testable import Collate

/// Published editions beside the repository, read against the texts that their makers' words give.
@Suite struct EditionCorpusTests {
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
    arguments: ["severian-fide", "dominica-b", "balex"])
  func witnessesComeOut(_ name: String) throws {
    let folder = try #require(Self.corpora) + "/" + name
    let read = try ApparatusReader().read(InputBytes(path: folder + "/edition.xml"))
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/witnesses").sorted()
    for file in files {
      let siglum = String(file.dropLast(4))
      let witness = try #require(read.witnesses.first { $0.siglum == siglum }, "\(siglum)")
      let expected = words(try InputBytes(path: folder + "/witnesses/" + file).bytes)
      let found = words(witness.text.bytes)
      print(name, siglum, expected.count, found.count)
      try FileManager.default.createDirectory(atPath: "/tmp/x/\(name)", withIntermediateDirectories: true)
      try (found.joined(separator: "\n") + "\n").write(toFile: "/tmp/x/\(name)/\(siglum).found", atomically: true, encoding: .utf8)
      try (expected.joined(separator: "\n") + "\n").write(toFile: "/tmp/x/\(name)/\(siglum).exp", atomically: true, encoding: .utf8)
    }
    for doubt in read.doubts.prefix(20) { print(doubt.place!.line, doubt.problem) }
    print(read.witnesses.map(\.siglum), read.occasional, read.base as Any, read.entries.count, read.doubts.count)
  }

  private func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
