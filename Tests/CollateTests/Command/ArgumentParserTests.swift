import Testing

@testable import Collate

@Suite struct ArgumentParserTests {
  private func parse(_ line: String) throws(UsageError) -> Arguments {
    try ArgumentParser.parse(line.split(separator: " ").map(String.init))
  }

  private func fault(_ line: String) -> UsageError? {
    do {
      _ = try parse(line)
      return nil
    } catch { return error }
  }

  @Test func verbMayBeLeftOut() throws {
    #expect(try parse("T.txt M.txt") == parse("collate T.txt M.txt"))
    #expect(try parse("help collate").verb == .help)
  }

  @Test func onlyTheFirstOperandIsAVerb() throws {
    #expect(try parse("T.txt help").operands == ["T.txt", "help"])
    #expect(try parse("-- help").operands == ["help"])
  }

  /// Every spelling of an option means the same.
  @Test(arguments: ["--output x.xml", "--output=x.xml", "-o x.xml", "-ox.xml", "-vo x.xml"])
  func spellings(_ line: String) throws {
    #expect(try parse("a b " + line).all(.output) == ["x.xml"])
    #expect(try parse(line + " a b").operands == ["a", "b"])
  }

  @Test func valueMayHoldAnEqualsSign() throws {
    #expect(try parse("--siglum=T=t.txt a")[.siglum] == "T=t.txt")
  }

  @Test func outputsKeepTheirOrder() throws {
    #expect(
      try parse("a -o 1.xml -o 2.txt -o 3.json").all(.output) == ["1.xml", "2.txt", "3.json"])
  }

  @Test func dashIsAnOperand() throws {
    #expect(try parse("- a").operands == ["-", "a"])
  }

  @Test func afterTwoDashesAllAreOperands() throws {
    #expect(try parse("a -- -q --width -- b").operands == ["a", "-q", "--width", "--", "b"])
  }

  @Test func listsAreTakenApart() throws {
    let arguments = try parse("a --ignore case,punctuation")
    #expect(arguments.words(of: .ignore) == ["case", "punctuation"])
    #expect(arguments.words(of: .only) == nil)
  }

  @Test func wrongLinesAreRefused() {
    #expect(fault("--bas T a") == .unknownOption("--bas"))
    #expect(fault("-z a") == .unknownOption("-z"))
    #expect(fault("a -o") == .option(.output, .missingValue))
    #expect(fault("a --base=") == .option(.base, .missingValue))
    #expect(fault("a --quiet=yes") == .option(.quiet, .unexpectedValue("yes")))
    #expect(fault("a -b T -b M") == .option(.base, .repeated))
    #expect(fault("a -qq") == .option(.quiet, .repeated))
    #expect(fault("a -q -v") == .option(.verbose, .contradicts(.quiet)))
    #expect(fault("a --only name --except case") == .option(.except, .contradicts(.only)))
    #expect(fault("a -f xlm") == .option(.format, .unknownWord("xlm", .formats)))
    #expect(fault("a -f sarif") == .option(.format, .unknownWord("sarif", .formats)))
    #expect(fault("check a -f tei") == .option(.format, .unknownWord("tei", .reports)))
    #expect(fault("a --only name,") == .option(.only, .unknownWord("", .classes)))
    #expect(fault("a --language e_n") == .option(.language, .noLanguage("e_n")))
    #expect(fault("help --width 80") == .option(.width, .meansNothing(to: .help)))
  }

  @Test(arguments: ["", "0", "-1", "+80", "8e1", "80 ", "٨٠", "99999999999999999999", "1001"])
  func widthIsAWholeNumberInBounds(_ value: String) {
    #expect(throws: UsageError.self) { try ArgumentParser.parse(["a", "--width=" + value]) }
  }
}
