@testable import Collate

/// A witness of this text, read as a plain-text file is.
func witnessForTests(_ text: String, marks: MarkSet = .standard) throws -> Witness {
  let input = try InputBytes(path: "W.txt", bytes: Array(text.utf8))
  let read = try PlainTextReader(marks: marks).read(input)
  return Witness(siglum: "W", description: read.description, text: read.text)
}

/// The marks of a text, drawn as `kind:what it covers`.
func marksDrawn(_ text: String, marks: MarkSet = .standard) throws -> [String] {
  let source = try witnessForTests(text, marks: marks).text
  return source.marks.map { "\($0.kind):\(source[$0.range])" }
}

/// The tokens of a text, drawn as `|the|black|cat|`.
func tokensDrawn(_ text: String, marks: MarkSet = .standard) throws -> String {
  let tokenized = Tokenizer().tokenize(try witnessForTests(text, marks: marks))
  let words = tokenized.tokens.map { tokenized.witness.text[$0.written] }
  return "|" + words.map { $0 + "|" }.joined()
}

/// What reading these bytes fails with, or nil.
func readError(_ bytes: [UInt8]) -> ReadError? {
  do throws(ReadError) {
    _ = try PlainTextReader().read(InputBytes(path: "W.txt", bytes: bytes))
    return nil
  } catch {
    return error
  }
}

/// What reading this text fails with, or nil.
func readError(_ text: String) -> ReadError? { readError(Array(text.utf8)) }
