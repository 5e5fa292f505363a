import Diff

/// The words in which an alignment is explained.
struct ExplanationWords: Sendable {
  let edition: Edition
  let reading: ReadingText

  init(_ edition: Edition) {
    self.edition = edition
    reading = ReadingText(edition)
  }

  /// Words of a run or a window that are quoted in full.
  private static let longestQuote = 8
  /// Merges that only joined equal words in fixed runs, up to which each is told.
  private static let toldPlainSteps = 3

  // MARK: Names

  /// A class, with the second one that it has.
  func name(of variation: Variation) -> String {
    guard let subkind = variation.subkind else { return variation.kind.rawValue }
    let isLoss = [.omission, .addition, .transposition].contains(variation.kind)
    return variation.kind.rawValue + (isLoss ? " of a " : ", a reading without a ")
      + subkind.rawValue
  }

  /// A word as it is written, characters that print as nothing by their numbers.
  func token(_ witness: Int, _ token: Int) -> String {
    InvisibleText.numbered(reading.string(of: witness, token..<token + 1))
  }

  /// The sigla of witnesses, as one text.
  func sigla(_ witnesses: [Int]) -> String {
    witnesses.map { edition.text.witnesses[$0].source.witness.siglum }.joined(separator: " ")
  }

  private func form(_ id: UInt32) -> String { edition.text.lexicon.forms[Int(id)].spelling }

  private func forms(_ ids: [UInt32]) -> String { ids.map(form).joined(separator: "/") }

  private func quote(_ ids: [UInt32]) -> String {
    guard ids.count > Self.longestQuote else {
      return "“" + ids.map(form).joined(separator: " ") + "”"
    }
    let ends = [ids.prefix(3), ids.suffix(3)].map { $0.map(form).joined(separator: " ") }
    return "“" + ends.joined(separator: " … ") + "” (\(ids.count) words)"
  }

  /// A figure in 1/1024 with three decimals.
  static func decimal(_ value: Int) -> String {
    let thousandths = (abs(value) * 1000 + 512) / 1024
    let digits = String(thousandths % 1000)
    let sign = value < 0 && thousandths > 0 ? "-" : ""
    return sign + "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count)
      + digits
  }

  // MARK: Merges

  /// Meetings of groups in sentences; what is the same for neighbors among them is said once.
  ///
  /// Of many merges those that only joined equal words in fixed runs are counted, not told.
  func sentences(_ all: [MergeMeeting]) -> [String] {
    let plain = plainSteps(all)
    let isLong = plain.count > Self.toldPlainSteps
    let meetings = isLong ? all.filter { !plain.contains($0.step) } : all
    var result: [String] = []
    if isLong {
      result.append("In \(plain.count) merges equal words met in fixed runs of equal words.")
    }
    for (index, meeting) in meetings.enumerated() {
      let last = index > 0 ? meetings[index - 1] : nil
      let isSameStep = last?.step == meeting.step
      var text = ""
      if !isSameStep {
        text += "Merge \(meeting.step) of \(meeting.stepCount), \(sigla(meeting.rowsA)) with "
        text += "\(sigla(meeting.rowsB)): "
      }
      let isSame = isSameStep && last.map { isSamePlace($0.decision, meeting.decision) } ?? false
      text += what(meeting) + (isSame ? same(meeting.decision) : ground(meeting.decision))
      result.append(text + weighed(meeting.decision))
    }
    return result
  }

  /// The merges, by number, in which nothing but equal words met, and in fixed runs.
  private func plainSteps(_ meetings: [MergeMeeting]) -> Set<Int> {
    let others = meetings.filter { meeting in
      guard case .anchor = meeting.decision else { return true }
      return meeting.elementsA != meeting.elementsB
    }
    return Set(meetings.map(\.step)).subtracting(others.map(\.step))
  }

  private func isSamePlace(_ a: MergeMeeting.Decision, _ b: MergeMeeting.Decision) -> Bool {
    if case .window(let x) = a, case .window(let y) = b {
      return x.elementsA == y.elementsA && x.elementsB == y.elementsB && x.best == y.best
    }
    return a == b
  }

  private func what(_ meeting: MergeMeeting) -> String {
    let (a, b) = (forms(meeting.elementsA), forms(meeting.elementsB))
    if a.isEmpty { return "“\(b)” of \(sigla(meeting.rowsB)) faces nothing, " }
    if b.isEmpty { return "“\(a)” of \(sigla(meeting.rowsA)) faces nothing, " }
    return "“\(a)” faces “\(b)”, "
  }

  private func same(_ decision: MergeMeeting.Decision) -> String {
    switch decision {
    case .anchor: "by the same run."
    case .window: "in the same window."
    case .nothingBeside, .unrelated: "for the same reason."
    }
  }

  /// Why a stretch is aligned as it is.
  private func ground(_ decision: MergeMeeting.Decision) -> String {
    switch decision {
    case .anchor(let elements, let weight, let needed):
      return "fixed by a run of equal words, \(quote(elements)), of weight "
        + "\(Self.decimal(weight)) where \(Self.decimal(needed)) is enough."
    case .window(let window):
      let score = window.best.map { " It scores \(Self.decimal($0)) as aligned." } ?? ""
      return "decided in a window of \(window.elementsA.count) by \(window.elementsB.count) "
        + "columns, \(quote(window.elementsA)) against \(quote(window.elementsB)).\(score)"
    case .nothingBeside: return "since the other side has nothing between the fixed runs around it."
    case .unrelated:
      return "since the stretches around have too little in common to be compared; they were left "
        + "one after the other."
    }
  }

  /// What the window was weighed against.
  private func weighed(_ decision: MergeMeeting.Decision) -> String {
    guard case .window(let window) = decision else { return "" }
    var text = window.pair.map { " The two columns score \(Self.decimal($0))." } ?? ""
    guard let best = window.best else { return text + " It is too large to be weighed again." }
    guard let otherwise = window.otherwise else { return text + " There is no other way." }
    let condition = window.pair == nil ? "in which it faces something" : "in which they stand apart"
    text += " The best alignment of the window \(condition) scores \(Self.decimal(otherwise)), "
    return text
      + (otherwise == best
        ? "as much: a fixed rule chose." : "\(Self.decimal(best - otherwise)) less.")
  }
}

// MARK: - After the merges

extension ExplanationWords {
  /// What later stages moved, and the marks, in sentences.
  func movements(_ tokens: [PlacementExplanation]) -> [String] {
    tokens.compactMap { token in
      movement(token.reason).map { subject(token) + " " + $0 + former(token) + "." }
    }
  }

  /// What moved of the tokens beside a gap, which decided where the gap stands.
  func movements(beside tokens: [PlacementExplanation]) -> [String] {
    tokens.compactMap { token in
      switch token.reason {
      case .gapPlacement, .sentence, .marks, .phrase, .counterpart:
        movement(token.reason).map { subject(token) + " " + $0 + "." }
      case .alone, .anchor, .window, .refinement, .conflation, .division, .onlySlot, .votedSlot,
        .openingSlot:
        nil
      }
    }
  }

  private func subject(_ token: PlacementExplanation) -> String {
    "“\(self.token(token.witness, token.token))” of \(sigla([token.witness]))"
  }

  /// What moved a word after that; nil where nothing did.
  private func movement(_ reason: PlacementReason) -> String? {
    switch reason {
    case .alone, .anchor, .window: nil
    case .refinement(let gain):
      "was moved when its witness was aligned again here with all others; the stretch around it "
        + "gained \(Self.decimal(gain)) thereby"
    case .counterpart:
      "was moved across the gap with the words beside it, to where others have them word for word"
    case .gapPlacement:
      "was moved to the start of the gap before it, where it fits as well: gaps come late"
    case .sentence: "was moved so that the gap beside it begins with a sentence"
    case .marks:
      "was moved so that words with marks stand together, or the gap beside it is a whole clause"
    case .phrase:
      "was moved so that the gap beside it begins with a phrase: words that go together stay so"
    case .conflation:
      "was moved since a witness has two words here, one after the other, that stood in one column"
    case .division: "was moved to the column where others have the word joined or its first part"
    case .onlySlot: "is a mark and has its only place, between its two words"
    case .votedSlot: "is a mark and went where most other witnesses have the like"
    case .openingSlot: "is a mark that opens something and stands before its word"
    }
  }

  private func former(_ token: PlacementExplanation) -> String {
    guard let formerly = token.formerly else { return "" }
    guard !formerly.isEmpty else { return "; until then it stood alone in its column" }
    let company = formerly.map { form($0.form) + " " + sigla([$0.witness]) }
    return "; until then it stood beside " + company.joined(separator: ", ")
  }

  /// How well each word stands, where there is anything to say.
  func standings(_ tokens: [PlacementExplanation]) -> [String] {
    let sentences = tokens.compactMap(standing)
    return sentences.isEmpty ? ["Nothing here is compared as a word."] : sentences
  }

  /// What speaks for the column of a word; nil for what is no word.
  private func standing(_ token: PlacementExplanation) -> String? {
    let id = edition.text.witnesses[token.witness].words[token.token]
    guard edition.text.lexicon.words[Int(id)].kind == .word else { return nil }
    let weighing = token.weighing
    var text = subject(token)
    if let score = weighing.score {
      text += " scores \(Self.decimal(score)) beside the others in its column"
    } else {
      text += " has its column alone"
    }
    let own = edition.text.lexicon.words[Int(id)].form
    let unlike = weighing.likenesses.filter { $0.element != own }.map {
      "\(Self.decimal($0.likeness)) to “\(form($0.element))”"
    }
    if !unlike.isEmpty { text += "; likeness " + unlike.joined(separator: ", ") }
    if let next = weighing.next {
      text += "; the best other column between its neighbors, beside "
      text += "“\(company(token.witness, next.column))”, would give \(Self.decimal(next.score))"
    } else {
      text += "; its neighbors leave it no other column"
    }
    return text + "."
  }

  /// What other witnesses have in a column, each word once.
  private func company(_ witness: Int, _ column: Int) -> String {
    var found: [String] = []
    for other in edition.text.witnesses.indices where other != witness {
      for token in reading.tokens(of: other, in: column..<column + 1) {
        let written = self.token(other, token)
        if !found.contains(written) { found.append(written) }
      }
    }
    return found.joined(separator: "/")
  }
}
