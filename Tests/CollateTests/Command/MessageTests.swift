import Testing

@testable import Collate

@Suite struct MessageTests {
  @Test func placeFactRemedy() {
    let message = Message(place: "M.txt:12:8", what: "is not UTF-8", remedy: "convert it")
    #expect(message.line(colored: false) == "M.txt:12:8: is not UTF-8; convert it")
  }

  @Test func withoutPlaceTheProgramSpeaks() {
    #expect(Message(what: "no").line(colored: false) == "collate: no")
  }

  @Test func noNameOfAFileCommandsTheTerminal() {
    let message = Message(place: "a\u{1B}[31m\nb.txt", what: "is “\r”", remedy: "name  another")
    #expect(message.line(colored: false) == "a␛[31m␊b.txt: is “␍”; name  another")
  }

  @Test func colorOnlyAddsColor() {
    let message = Message(severity: .warning, place: "a", what: "b", remedy: "c")
    let colored = message.line(colored: true)
    #expect(colored.contains("\u{1B}["))
    #expect(colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == message.line(colored: false))
  }
}

@Suite struct SiglumWarningTests {
  /// Two programs look for `w1` by part of a string and find it in `w13`.
  @Test func aSiglumThatBeginsAnotherIsTold() throws {
    var edition = try plainEdition(["a", "b", "c"])
    for (index, siglum) in ["w1", "T", "w13"].enumerated() {
      edition.text.witnesses[index].source.witness.siglum = siglum
    }
    #expect(
      Warning.sigla(in: edition) == [.beginsAnother(siglum: "w1", other: "w13", more: 0)])
    edition.text.witnesses[0].source.witness.siglum = "w2"
    #expect(Warning.sigla(in: edition).isEmpty)
  }
}
