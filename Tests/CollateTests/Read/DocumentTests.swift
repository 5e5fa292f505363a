import Foundation
import Testing

@testable import Collate

/// Every published document at hand is read for what it is: heading, date, archive line, notes and
/// marks apart, and none of them among the words compared.
@Suite struct DocumentTests {
  @Test(arguments: try Document.all()) func readsDocument(_ document: Document) throws {
    let input = try InputBytes(path: document.name + ".txt", bytes: Array(document.text.utf8))
    let read = try PlainTextReader(marks: .all).read(input)
    let wanted = document.expected
    let text = read.text
    func marked(_ kind: Mark.Kind) -> [String] {
      text.marks.filter { $0.kind == kind }.map { text[$0.range] }
    }
    #expect(marked(.dateline) == (wanted.dateline.map { [$0] } ?? []))
    expectTexts(marked(.heading), wanted.headings ?? [])
    expectTexts(marked(.archive), wanted.archive.map { [$0] } ?? [])
    #expect(marked(.remark) == wanted.remarks ?? [])
    #expect(marked(.note) == wanted.notes ?? [])
    #expect(marked(.noteMark) == wanted.noteMarks ?? [])
    #expect(marked(.speaker) == wanted.speakers ?? [])
    #expect(marked(.gap).count == wanted.gaps ?? 0)
    #expect(bracketed(text) == wanted.supplied ?? [])
    #expect(read.description.holdings == wanted.holdings.map { $0.map(\.holding) } ?? [])
    checkWords(of: text, wanted)
  }

  /// What is set apart is in no token, and the text begins and ends where it should.
  private func checkWords(of text: SourceText, _ wanted: Expected) {
    let witness = Witness(siglum: "W", description: WitnessDescription(), text: text)
    let tokens = Tokenizer().tokenize(witness).tokens
    for mark in text.marks where mark.kind.standsBetweenTokens {
      let leaks = tokens.filter { $0.written.overlaps(mark.range) }.map { text[$0.written] }
      #expect(leaks == [], "\(text[mark.range]) is compared")
    }
    let words = tokens.map { text[$0.written] }
    #expect(words.joined(separator: " ").hasPrefix(wanted.first))
    #expect(words.joined(separator: " ").hasSuffix(wanted.last))
  }

  /// What stands between the brackets that are marks, brackets included.
  private func bracketed(_ text: SourceText) -> [String] {
    let opens = text.marks.filter { $0.kind == .suppliedOpen }
    let closes = text.marks.filter { $0.kind == .suppliedClose }
    return zip(opens, closes).map { text[$0.range.lowerBound..<$1.range.upperBound] }
  }

  /// Checks that each text is the one named: in full, or by its beginning and end with ` … ` for
  /// what is between.
  private func expectTexts(_ texts: [String], _ names: [String]) {
    let matches = zip(texts, names).allSatisfy { text, name in
      let ends = name.components(separatedBy: " … ")
      return ends.count == 1 ? text == name : text.hasPrefix(ends[0]) && text.hasSuffix(ends[1])
    }
    #expect(texts.count == names.count && matches, "\(texts) for \(names)")
  }
}

/// A document of the fixture and what a person expects of it.
struct Document: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var expected: Expected
  var testDescription: String { name }

  struct Missing: Error { var name: String }

  static func all() throws -> [Document] {
    let folder = try #require(Bundle.module.resourceURL).appending(path: "Fixtures/documents")
    let data = try Data(contentsOf: folder.appending(path: "expectations.json"))
    let files = try JSONDecoder().decode([String: [Expected]].self, from: data)
    return try files.sorted { $0.key < $1.key }.flatMap { file, expectations in
      let all = try String(contentsOf: folder.appending(path: file + ".txt"), encoding: .utf8)
      let texts = texts(in: all)
      #expect(texts.keys.sorted() == expectations.map(\.name).sorted())
      return try expectations.map { expected in
        guard let text = texts[expected.name] else { throw Missing(name: expected.name) }
        return Document(name: expected.name, text: text, expected: expected)
      }
    }
  }

  /// Documents by name; a line `=== name` stands before each.
  private static func texts(in file: String) -> [String: String] {
    var texts: [String: String] = [:]
    for part in ("\n" + file).components(separatedBy: "\n=== ").dropFirst() {
      let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      texts[String(lines[0])] = String(lines[1])
    }
    return texts
  }
}

/// Written by hand for each document.
struct Expected: Sendable, Decodable {
  var name: String
  var dateline: String?
  var headings: [String]?
  var archive: String?
  var holdings: [Copy]?
  var remarks: [String]?
  var notes: [String]?
  var noteMarks: [String]?
  var speakers: [String]?
  var gaps: Int?
  var supplied: [String]?
  /// The first and the last words compared, blanks between them.
  var first: String
  var last: String

  struct Copy: Sendable, Decodable {
    var repository: String
    var shelfmark: String
    var locus: String?
    var form: String?

    var holding: Holding {
      Holding(repository: repository, shelfmark: shelfmark, locus: locus, form: form)
    }
  }
}

extension SourceText {
  /// A piece of it as text.
  subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
