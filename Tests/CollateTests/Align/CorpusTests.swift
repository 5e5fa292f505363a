import Foundation
import Testing

@testable import Collate

/// Real texts of many witnesses, kept beside the repository; without them these tests do not run.
enum Corpora {
  /// A folder `shared/corpora` beside or above this file's repository, or what COLLATE_SHARED
  /// names.
  static let folder: URL? = {
    if let named = ProcessInfo.processInfo.environment["COLLATE_SHARED"] {
      return existing(URL(fileURLWithPath: named))
    }
    var at = URL(fileURLWithPath: #filePath)
    while at.path != "/" {
      at = at.deletingLastPathComponent()
      if let found = existing(at.appendingPathComponent("shared")) { return found }
    }
    return nil
  }()

  private static func existing(_ shared: URL) -> URL? {
    let corpora = shared.appendingPathComponent("corpora")
    return FileManager.default.fileExists(atPath: corpora.path) ? corpora : nil
  }

  /// The witnesses of a corpus in order of their names.
  static func texts(_ name: String) throws -> [String] {
    let witnesses = try #require(folder).appendingPathComponent(name + "/witnesses")
    let files = try FileManager.default.contentsOfDirectory(atPath: witnesses.path).sorted()
    return try files.filter { $0.hasSuffix(".txt") }.map {
      try String(contentsOf: witnesses.appendingPathComponent($0), encoding: .utf8)
    }
  }
}

@Suite("Alignment of real texts", .enabled(if: Corpora.folder != nil, "no shared/corpora here"))
struct CorpusTests {
  @Test(arguments: ["bhl2761", "florilegium", "john-verse", "legend-henry", "hebrew-ruth"])
  func orderChangesNothing(_ name: String) throws {
    let text = try editionForTests(Corpora.texts(name), marks: .none).text
    let collation = Aligner().align(text)
    #expect(collation.violation(tokenCounts: text.witnesses.map(\.words.count)) == nil)
    var turned = text
    turned.witnesses.reverse()
    let other = Aligner(threads: 1).align(turned)
    #expect(Array(other.columns.reversed()) == collation.columns)
    #expect(other.divisions == collation.divisions)
    let last = text.witnesses.count - 1
    let moves = other.moves.map { move in
      var move = move
      move.first.witnesses = move.first.witnesses.map { last - $0 }.sorted()
      move.second.witnesses = move.second.witnesses.map { last - $0 }.sorted()
      return move
    }
    #expect(moves == collation.moves)
  }
}
