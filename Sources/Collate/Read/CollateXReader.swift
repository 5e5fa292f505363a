/// Reads the JSON input of CollateX: witnesses as text, or as tokens that are divided already.
///
///     {"witnesses": [ {"id": "A", "content": "the cat"},
///                     {"id": "B", "tokens": [{"t": "the ", "n": "the", "page": 3}]} ]}
///
/// The text of a witness with tokens is their `t` one after the other; white space is what they
/// have themselves. Other keys of a token are kept; other keys of the input are for CollateX.
struct CollateXReader: Sendable {
  /// Marks that `content` is searched for; tokens are taken as they are.
  var marks: MarkSet = .standard

  /// The witnesses in their order; throws, with the place, where the input is not of this form.
  func read(_ input: InputBytes) throws(ReadError) -> [Witness] {
    let document = try JSONDocument(input)
    let root = try document.members(of: document.root, key: "input")
    guard let list = root.value(of: "witnesses") else {
      throw document.error(at: document.root.range, .missingKey("witnesses"))
    }
    if let table = root.value(of: "table") {
      throw document.error(at: table.range, .alignmentTable)
    }
    var witnesses: [Witness] = []
    var sigla: Set<String> = []
    for element in try document.elements(of: list, key: "witnesses") {
      let witness = try witness(element, document)
      guard sigla.insert(witness.siglum).inserted else {
        throw document.error(at: element.range, .repeatedWitness(witness.siglum))
      }
      witnesses.append(witness)
    }
    guard !witnesses.isEmpty else { throw document.error(at: list.range, .emptyWitnessList) }
    return witnesses
  }

  /// One witness: its text under `content`, or its tokens.
  private func witness(
    _ value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> Witness {
    let members = try document.members(of: value, key: "witnesses")
    guard let id = members.value(of: "id") else {
      throw document.error(at: value.range, .missingKey("id"))
    }
    let siglum = try document.string(of: id, key: "id")
    if let fault = Siglum.fault(of: siglum) {
      throw document.error(at: id.range, .badSiglum(siglum, fault))
    }
    let text: SourceText
    if let tokens = members.value(of: "tokens") {
      text = try self.text(ofTokens: tokens, document)
    } else if let content = members.value(of: "content") {
      text = self.text(of: try document.string(of: content, key: "content"), document)
    } else {
      throw document.error(at: value.range, .missingKey("content"))
    }
    return Witness(siglum: siglum, description: WitnessDescription(), text: text)
  }

  private func text(of content: String, _ document: JSONDocument) -> SourceText {
    let bytes = Array(content.utf8)
    var text = SourceText(path: document.input.path, bytes: bytes, body: 0..<bytes.count)
    var scanner = MarkScanner(text: text, marks: marks)
    text.marks = scanner.scan()
    return text
  }

  private func text(
    ofTokens value: JSONValue, _ document: JSONDocument
  ) throws(ReadError) -> SourceText {
    var bytes: [UInt8] = []
    var tokens: [GivenToken] = []
    for element in try document.elements(of: value, key: "tokens") {
      let members = try document.members(of: element, key: "tokens")
      guard let t = members.value(of: "t") else {
        throw document.error(at: element.range, .missingKey("t"))
      }
      let start = bytes.count
      bytes += Array(try document.string(of: t, key: "t").utf8)
      guard bytes.count > start else { throw document.error(at: t.range, .emptyToken) }
      var token = GivenToken(range: start..<bytes.count)
      if let n = members.value(of: "n") { token.form = try document.string(of: n, key: "n") }
      token.others = Self.others(members, document)
      tokens.append(token)
    }
    return SourceText(
      path: document.input.path, bytes: bytes, body: 0..<bytes.count, givenTokens: tokens)
  }

  /// The members that are not ours, as they are written, in an object of their own.
  static func others(_ members: [JSONValue.Member], _ document: JSONDocument) -> String {
    let rest = members.filter { $0.key != "t" && $0.key != "n" }
    guard !rest.isEmpty else { return "" }
    let pairs = rest.map { "\(document.source($0.keyRange)):\(document.source($0.value.range))" }
    return "{" + pairs.joined(separator: ",") + "}"
  }
}

extension [JSONValue.Member] {
  /// The value of a key, or nil.
  func value(of key: String) -> JSONValue? { first { $0.key == key }?.value }
}
