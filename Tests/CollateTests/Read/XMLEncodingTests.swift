import Foundation
import Testing

@testable import Collate

@Suite struct XMLEncodingTests {
  static let text = "<?xml version=\"1.0\" encoding=\"NAME\"?><a>Слово</a>"

  @Test(arguments: [
    ("windows-1251", [0xD1, 0xEB, 0xEE, 0xE2, 0xEE] as [UInt8]),
    ("KOI8-R", [0xF3, 0xCC, 0xCF, 0xD7, 0xCF]),
    ("ISO-8859-5", [0xC1, 0xDB, 0xDE, 0xD2, 0xDE]),
  ]) func singleByteEncodingsAreRead(_ name: String, _ word: [UInt8]) throws {
    let parts = Self.text.replacing("NAME", with: name).components(separatedBy: "Слово")
    let bytes = Array(parts[0].utf8) + word + Array(parts[1].utf8)
    let input = try InputBytes(path: "t.xml", bytes: bytes)
    #expect(String(decoding: input.bytes, as: UTF8.self).hasSuffix("<a>Слово</a>"))
  }

  @Test func latinOneIsRead() throws {
    let bytes = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9, 0x3C]
    let input = try InputBytes(path: "t.xml", bytes: bytes)
    #expect(String(decoding: input.bytes, as: UTF8.self).hasSuffix("<a>é<"))
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func wideEncodingsAreRead(_ encoding: String.Encoding) throws {
    let text = Self.text.replacing("NAME", with: "UTF-16")
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let body = [UInt8](text.data(using: encoding)!)
    for bytes in [mark + body, body] {
      let input = try InputBytes(path: "t.xml", bytes: bytes)
      #expect(String(decoding: input.bytes, as: UTF8.self) == text)
    }
  }

  @Test func encodingsThatAreNotReadAreNamed() {
    let text = Self.text.replacing("NAME", with: "EBCDIC-CP-BE")
    #expect(throws: ReadError("t.xml", .unknownEncoding("EBCDIC-CP-BE"))) {
      try InputBytes(path: "t.xml", bytes: Array(text.utf8))
    }
    let ascii = Self.text.replacing("NAME", with: "us-ascii")
    #expect(throws: ReadError("t.xml", .badEncoding("us-ascii"))) {
      try InputBytes(path: "t.xml", bytes: Array(ascii.utf8))
    }
  }

  @Test func plainTextThatLooksLikeNothingIsLeftAlone() throws {
    let text = "<?xml is how the letter began, encoding nothing"
    #expect(try InputBytes(path: "t.txt", bytes: Array(text.utf8)).bytes == Array(text.utf8))
    #expect(throws: ReadError("t.txt", .notUTF8(encoding: "UTF-16"))) {
      try InputBytes(path: "t.txt", bytes: [0xFF, 0xFE, 0x41, 0])
    }
    #expect(throws: ReadError("t.txt", .notUTF8(encoding: "UTF-32"))) {
      try InputBytes(path: "t.txt", bytes: [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])
    }
  }
}
