import Testing

@testable import Collate

/// Every form of TEI but the one that only names places holds every witness whole.
@Suite struct TEIFormTests {
  static let lossless: [TEIForm] = [
    TEIForm(profile: .readings),
    TEIForm(classPlace: .rdg),
    TEIForm(classPlace: .ana),
    TEIForm(method: .doubleEndPoint),
    TEIForm(method: .doubleEndPoint, location: .external),
    TEIForm(method: .doubleEndPoint, location: .external, classPlace: .ana),
  ]

  @Test(arguments: TEILosslessTests.nasty.indices)
  func nastyWitnessesComeBack(_ index: Int) throws {
    for order in permutations(of: TEILosslessTests.nasty[index]) {
      try expectLossless(try plainEdition(order), "\(order)")
      try expectTaken(try editionForTests(order), "\(order)")
    }
  }

  @Test(arguments: 1...20) func randomWitnessesComeBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<4 {
      let witnesses = randomWitnesses(using: &random)
      let edition = try plainEdition(witnesses) { Bool.random(using: &random) }
      try expectLossless(edition, "seed \(seed): \(witnesses)")
      try expectTaken(try editionForTests(witnesses), "seed \(seed): \(witnesses)")
    }
  }

  private func expectLossless(_ edition: Edition, _ comment: String) throws {
    for form in Self.lossless {
      let tei = written(edition, form)
      #expect(
        LosslessProof.check(tei, against: edition, form: form) == nil,
        "\(form) \(comment)\n\(String(decoding: tei, as: UTF8.self))")
    }
  }

  /// Read back and written again in its own form, a file is the same.
  private func expectTaken(_ edition: Edition, _ comment: String) throws {
    for form in Self.lossless where form.classPlace != .rdg {
      let tei = written(edition, form)
      let read = try ApparatusReader().read(InputBytes(path: "a.xml", bytes: tei))
      let taken = try TakenEdition(read, base: nil).edition(
        title: nil, language: nil, ignoring: [], version: edition.version)
      let again = written(taken, form)
      #expect(
        again == tei,
        "\(form) \(comment)\n\(String(decoding: tei, as: UTF8.self))\n\(String(decoding: again, as: UTF8.self))"
      )
    }
  }

  @Test func placesAloneHoldTheBase() throws {
    let edition = try editionForTests(["one two\n\nthree four", "one 2\n\nfour five"])
    let form = TEIForm(method: .locationReferenced)
    let tei = String(decoding: written(edition, form), as: UTF8.self)
    #expect(tei.contains("<variantEncoding method=\"location-referenced\" location=\"internal\"/>"))
    #expect(tei.contains("loc=\"2\""))
    #expect(tei.contains(">five</rdg>"))
    #expect(!tei.contains("edRef"))
    #expect(throws: ReadError.self) {
      try ApparatusReader().read(InputBytes(path: "a.xml", bytes: Array(tei.utf8)))
    }
  }

  @Test func whatDoesNotGoTogetherIsToldApart() {
    #expect(TEIForm(location: .external).conflict == .segmentationApart)
    #expect(TEIForm(method: .doubleEndPoint, profile: .readings).conflict == .readingsApart)
    #expect(TEIForm(method: .locationReferenced, location: .external).conflict == nil)
  }

  /// Without it a program that looks for `rdg` alone would not see the base text.
  @Test func readingsAloneHaveNoLemma() throws {
    let edition = try editionForTests(["one two", "one 2"])
    let tei = String(decoding: written(edition, TEIForm(profile: .readings)), as: UTF8.self)
    #expect(!tei.contains("<lem"))
    #expect(tei.contains("<rdg xml:id=\"app1-1\" wit=\"#A\">two</rdg>"))
  }

  /// Where readings stand apart from the text, their words are set as it sets them.
  @Test func marksInWordsApartTouchTheirWords() throws {
    let edition = try editionForTests(["one two, and three", "one three"])
    let tei = String(
      decoding: written(edition, TEIForm(method: .locationReferenced)), as: UTF8.self)
    #expect(tei.contains(">two, and</lem>"))
  }

  private func written(_ edition: Edition, _ form: TEIForm) -> [UInt8] {
    var out = Output()
    TEIWriter(form: form).write(edition, into: &out)
    return out.bytes
  }
}
