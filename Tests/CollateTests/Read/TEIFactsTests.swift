import Foundation
import Testing

@testable import Collate

/// What the header says of the witness, and where its words stood in the file and the document.
@Suite struct TEIFactsTests {
  @Test func theHeaderDescribesTheWitness() throws {
    let header = """
      <sourceDesc><msDesc><msIdentifier><settlement>Moscow</settlement><repository>RGASPI</repository>
      <collection>f. 64</collection><collection>op. 1</collection><idno>d. 17</idno></msIdentifier>
      <msContents><textLang mainLang='ru'/><msItem><locus>ff. 1–2</locus></msItem></msContents>
      <physDesc><objectDesc><p>Typescript.</p></objectDesc></physDesc>
      <history><origin><origDate when='1920-07-07'>7 July</origDate></origin></history>
      </msDesc></sourceDesc>
      """
    let witness = try teiWitnesses(teiFile("<p>a</p>", header: header))[0]
    #expect(witness.siglum == "letter")
    let description = witness.description
    #expect(description.title == "A letter")
    #expect(description.language == "ru")
    #expect(description.date == "1920-07-07")
    #expect(description.dating == "7 July")
    #expect(
      description.holdings == [
        Holding(
          settlement: "Moscow", repository: "RGASPI", shelfmark: "f. 64, op. 1, d. 17",
          locus: "ff. 1–2", form: "Typescript.")
      ])
  }

  @Test func theSiglumIsWhereTheFileHasIt() throws {
    let one = "<sourceDesc><listWit><witness xml:id='Q'>Codex Q</witness></listWit></sourceDesc>"
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: one))[0].siglum == "Q")
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: one), siglum: "Z")[0].siglum == "Z")
    let idno =
      "<sourceDesc><msDesc><msIdentifier><idno type='siglum'>P⁶⁶</idno></msIdentifier></msDesc>"
      + "</sourceDesc>"
    #expect(try teiWitnesses(teiFile("<p>a</p>", header: idno))[0].siglum == "P⁶⁶")
    let root = "<TEI xml:id='R' xml:lang='la'><text><body><p>a</p></body></text></TEI>"
    #expect(try teiWitnesses(root)[0].siglum == "R")
    #expect(try teiWitnesses(root)[0].description.language == "la")
  }

  // MARK: Places

  @Test func everyWordHasItsPlaceInTheFile() throws {
    let xml = """
      <TEI><text><body>
      <p>one <hi>t<hi>w</hi>o</hi>
        é&amp;x  three<lb break="no"/>
      fo<choice><orig>u</orig><reg>v</reg></choice>r <supplied>five</supplied>
      <gap/> s&#105;x</p>
      </body></text></TEI>
      """
    let witness = try teiWitnesses(xml)[0]
    let text = witness.text
    #expect(text.string == "one two é&x threefour [five] <…> six")
    let lines = text.lineTable()
    let all = xml.split(separator: "\n", omittingEmptySubsequences: false)
    // Every byte that stands for itself is found again at its place.
    var found = 0
    for (offset, byte) in text.bytes.enumerated() where byte & 0xC0 != 0x80 {
      let scalar = XMLCharacters.scalar(in: text.bytes, at: offset).value
      guard let scalar = Unicode.Scalar(scalar), !" []<…>&i".unicodeScalars.contains(scalar) else {
        continue
      }
      let place = lines.place(at: offset)
      let line = Array(all[place.line - 1].unicodeScalars)
      #expect(line[place.column - 1] == scalar, "\(offset) at \(place)")
      #expect(Array(xml.utf8)[place.offset] == byte)
      found += 1
    }
    #expect(found == 22)
    func place(_ word: String) -> String {
      let offset = text.string.prefix(upTo: text.string.range(of: word)!.lowerBound).utf8.count
      let place = lines.place(at: offset)
      return "\(place.line):\(place.column)"
    }
    #expect(place("[five]") == "4:58")
    #expect(place("<…>") == "5:1")
    #expect(place("ix") == "5:9")
  }

  @Test func pagesAndLinesAreCounted() throws {
    let text = try teiText(
      "<pb n='3'/><p><lb/>one <lb/>two<lb n='12a'/>three <pb n='4r'/><cb n='a'/><lb/>four</p>")
    func reference(_ word: String) -> [String?] {
      let offset = text.string.prefix(upTo: text.string.range(of: word)!.lowerBound).utf8.count
      let reference = text.pageLines.reference(at: offset)
      return [reference?.page, reference?.column, reference?.line]
    }
    #expect(reference("one") == ["3", nil, "1"])
    #expect(reference("two") == ["3", nil, "2"])
    #expect(reference("three") == ["3", nil, "12a"])
    #expect(reference("four") == ["4r", "a", "1"])
    #expect(try teiText("<p>a</p>").pageLines.reference(at: 0) == nil)
  }
}
