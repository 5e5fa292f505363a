import Testing

@testable import Collate

@Suite struct PlaceTests {
  /// Counts line and column the slow way, one byte after another.
  private func oracle(_ bytes: [UInt8], _ offset: Int) -> Place {
    var line = 1
    var column = 1
    for at in bytes.indices where at < offset {
      if bytes[at] == 0x0A || bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)
      {
        line += 1
        column = 1
      } else if bytes[at] & 0xC0 != 0x80, !(at == 0 && bytes.hasByteOrderMark) {
        column += 1
      }
    }
    return Place(offset: offset, line: line, column: column)
  }

  @Test func agreesWithCountingInEveryShortText() {
    let pieces = ["a", "é", "\n", "\r", "\u{FEFF}", "😀"]
    for code in 0..<7776 {
      let text = (0..<5).map { pieces[code / [1, 6, 36, 216, 1296][$0] % 6] }.joined()
      let bytes = Array(text.utf8)
      let table = LineTable(bytes: bytes)
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
        #expect(table.place(at: offset) == oracle(bytes, offset), "\(text.debugDescription)")
      }
    }
  }

  @Test func findsPlacesFarAlongALine() {
    let bytes = Array(String(repeating: "añ", count: 5000).utf8)
    let table = LineTable(bytes: bytes)
    for offset in [0, 3, 4095, 4096, 4098, 12_288, 14_997, 15_000] {
      #expect(table.place(at: offset) == oracle(bytes, offset))
    }
  }

  @Test func takesOffsetsOutsideAsItsEnds() {
    let table = LineTable(bytes: Array("ab\n".utf8))
    #expect(table.place(at: -5) == Place(offset: 0, line: 1, column: 1))
    #expect(table.place(at: 99) == Place(offset: 3, line: 2, column: 1))
  }

  // Trap: CR-only files look like one line, and CRLF is one character in Swift.
  @Test(arguments: ["a\nb\nc", "a\r\nb\r\nc", "a\rb\rc"]) func countsEveryLineEnd(_ text: String) {
    #expect(LineTable(bytes: Array(text.utf8)).lineCount == 3)
  }
}

@Suite struct UTF8ValidationTests {
  /// Bytes at the borders of the ranges of well-formed UTF-8.
  private let border: [UInt8] = [
    0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
    0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
  ]

  @Test func agreesWithTheStandardLibraryOnEverySequenceOfThreeBorderBytes() {
    for a in border {
      for b in border {
        for c in border { check([a, b, c]) }
      }
    }
  }

  @Test func agreesWithTheStandardLibraryOnSequencesOfFourBytes() {
    for a: UInt8 in [0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5] {
      for b in border {
        for c: UInt8 in [0x41, 0x7F, 0x80, 0xBF, 0xC2] {
          for d: UInt8 in [0x41, 0x80, 0xBF, 0xC2] { check([a, b, c, d, 0x41]) }
        }
      }
    }
  }

  private func check(_ bytes: [UInt8]) {
    let fault = firstInvalidUTF8(in: bytes)
    #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    if let fault {
      let valid = String(validating: bytes[..<fault], as: UTF8.self)
      #expect(valid != nil, "\(bytes) is faulty before \(fault)")
      // No sequence that begins at the fault is well-formed.
      for end in fault + 1...min(fault + 4, bytes.count) where end <= bytes.count {
        #expect(String(validating: bytes[fault..<end], as: UTF8.self) == nil, "\(bytes)")
      }
    }
  }

  // Trap: invalid UTF-8.
  @Test func namesPlaceOfInvalidUTF8() {
    let error = readError(Array("a\r\né".utf8) + [0xFF])
    #expect(error?.problem == .invalidUTF8)
    #expect(error?.place == Place(offset: 5, line: 2, column: 2))
  }

  @Test func namesUTF16AndUTF32() {
    #expect(readError([0xFF, 0xFE, 0x41, 0])?.problem == .notUTF8(encoding: "UTF-16"))
    #expect(readError([0xFE, 0xFF, 0, 0x41])?.problem == .notUTF8(encoding: "UTF-16"))
    #expect(readError([0xFF, 0xFE, 0, 0])?.problem == .notUTF8(encoding: "UTF-32"))
  }
}
