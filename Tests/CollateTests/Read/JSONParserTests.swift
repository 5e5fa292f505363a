import Foundation
import Testing

@testable import Collate

@Suite struct JSONParserTests {
  private func parse(_ text: String) throws(ReadError) -> JSONValue {
    try JSONParser(InputBytes(path: "a.json", bytes: Array(text.utf8))).parse()
  }

  private func failure(_ text: String) -> ReadError? {
    do throws(ReadError) {
      _ = try parse(text)
      return nil
    } catch {
      return error
    }
  }

  /// A value without its places, drawn as JSON.
  private func drawn(_ value: JSONValue, _ text: String) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number: String(decoding: Array(text.utf8)[value.range], as: UTF8.self)
    case .string(let string): "'\(string)'"
    case .array(let elements): "[" + elements.map { drawn($0, text) }.joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key)=\(drawn($0.value, text))" }.joined(separator: ",") + "}"
    }
  }

  @Test func readsEveryKindOfValue() throws {
    let text =
      #" { "b" : [1, -0.5e+3, true, false, null], "a": {"x": "é\n\u00e9\ud83d\ude00\/"} } "#
    #expect(drawn(try parse(text), text) == "{b=[1,-0.5e+3,true,false,null],a={x='é\né😀/'}}")
  }

  /// Every text of up to five of these characters is JSON here if it is for Foundation, which
  /// allows a comma before `]` although the standard does not.
  @Test func agreesWithFoundationInEveryShortText() {
    let alphabet: [Character] = ["{", "}", "[", "]", ",", ":", "\"", "1", "-"]
    var texts: [[Character]] = [[]]
    var last = texts
    for _ in 0..<5 {
      last = last.flatMap { text in alphabet.map { text + [$0] } }
      // Foundation is slow: of the longest texts those that can be arrays or objects.
      texts += last.filter { $0.count < 5 || "{[".contains($0[0]) && "}]".contains($0[4]) }
    }
    for text in texts {
      if text.suffix(2) == [",", "]"] { continue }
      let accepted = failure(String(text)) == nil
      let data = Data(String(text).utf8)
      let wanted =
        (try? JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)) != nil
      #expect(accepted == wanted, "\(String(text))")
    }
  }

  @Test func namesThePlaceOfEveryFault() {
    func check(_ text: String, _ expected: String, _ line: Int, _ column: Int) {
      let error = failure(text)
      #expect(error?.problem == .malformedJSON(expected: expected), "\(text)")
      #expect(error?.place?.line == line && error?.place?.column == column, "\(text)")
    }
    check("", "a value", 1, 1)
    check("{\"é\" 1}", ":", 1, 6)
    check("{\n  a: 1}", "a key", 2, 3)
    check("[1,\n]", "a value", 2, 1)
    check("[1 2]", ", or ]", 1, 4)
    check("{\"a\": 1,}", "a key", 1, 9)
    check("1 x", "the end", 1, 3)
    check("[\"a", "a string that ends", 1, 2)
    check("[\"\t\"]", "a character other than a control character", 1, 3)
    check("[\"\\x\"]", "an escape of JSON", 1, 3)
    check("[\"\\u12g4\"]", "four hexadecimal digits", 1, 7)
    check("[-]", "a digit", 1, 3)
    check("[1.]", "a digit", 1, 4)
    check("[tru]", "a value", 1, 2)
  }

  // Trap: lone surrogates.
  @Test(arguments: [#""\ud83d""#, #""\ude00""#, #""\ud83dx""#, #""\ud83d\u0041""#])
  func refusesLoneSurrogates(_ text: String) {
    #expect(failure(text)?.problem == .malformedJSON(expected: "a pair of surrogates"))
  }

  @Test func refusesRepeatedKeysAndDeepNesting() {
    #expect(failure(#"{"a":1,"a":2}"#)?.problem == .repeatedKey("a"))
    let deep = String(repeating: "[", count: 100_000)
    #expect(failure(deep)?.problem == .nestedTooDeep)
  }
}
