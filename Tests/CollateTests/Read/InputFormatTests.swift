import Testing

@testable import Collate

@Suite struct InputFormatTests {
  private func format(_ path: String, _ text: String = "") throws -> InputFormat {
    try InputFormat.of(InputBytes(path: path, bytes: Array(text.utf8)))
  }

  @Test func namesTellTheFormat() throws {
    for path in ["a.txt", "a", "a.MD", ".txt", "a.b/c"] {
      #expect(try format(path, "<TEI/>") == .plainText, "\(path)")
    }
    #expect(try format("a.XML") == .xml && format("a.tei") == .xml && format("a.JSON") == .json)
    #expect(try format("a.html") == .html && format("a.HTM") == .html)
    #expect(throws: ReadError("a.docx", .unknownFormat(ending: "docx"))) { try format("a.docx") }
  }

  @Test func standardInputTellsItsFormatByItsStart() throws {
    let starts: [(String, InputFormat)] = [
      ("", .plainText), ("text", .plainText), ("<…> text", .plainText), ("<p>", .plainText),
      ("{gap}", .plainText), ("{ \"a\": 1}", .json), ("<?xml version='1.0'?>", .xml),
      ("<!-- a --><TEI>", .xml), ("\u{FEFF}\n <TEI xmlns='x'>", .xml), ("<alto>", .xml),
      ("<!DOCTYPE TEI>", .xml), ("<!DOCTYPE html>", .html), ("\n<!doctype HTML PUBLIC", .html),
      ("<html>", .html), ("<html\r\n", .html),
      ("<html/>", .html), ("<HTML lang=en>", .html), ("<htmlx>", .plainText),
      ("== A ==", .plainText),
    ]
    for (text, wanted) in starts { #expect(try format("-", text) == wanted, "\(text)") }
  }

  @Test func theLastNameOfAPathIsWhatStandsBehindItsSlashes() {
    let names = ["", "a", "a.txt", ".txt", "é.txt", "a b"]
    for folder in ["", "/", "//", "b/", "./b.c/", "é/", "b//"] {
      for end in ["", "/", "//"] {
        for name in names {
          let path = folder + name + end
          let last = path.split(separator: "/").last ?? ""
          #expect(InputFormat.lastName(of: path) == last, "\(path)")
        }
      }
    }
  }

  // Trap: tags compared as words. What a browser reads is no XML for its name alone.
  @Test func htmlIsRefusedUnderEveryName() {
    let page = Array("<!DOCTYPE html><p>One<br>two".utf8)
    for path in ["a.html", "a.xhtml", "a.xml", "-"] {
      #expect(throws: ReadError(path, .unknownFormat(ending: "html")), "\(path)") {
        try WitnessReader().read(InputBytes(path: path, bytes: page))
      }
    }
  }
}
