// Additions and deletions: as elements around words, and marked by their ends alone.
extension TEITextReader {
  /// An `addSpan` or `delSpan` whose end has not come yet.
  struct OpenCorrection {
    /// Id of the element with which it ends.
    var target: String
    /// Whether what stands in it is not in the text.
    var isOut: Bool
    var element: String
    /// Where its tag stands in the file.
    var tagStart: Int
  }

  /// Whether an addition or deletion is in the text of this layer.
  mutating func enterCorrection(_ name: String, _ kind: TEIElement) -> Bool {
    hasCorrections = true
    if let mode = rules.elements[name], !rules.hasLayers {
      return kind == .addition || kind == .deletion || mode == .tag || mode == .significant
    }
    let isAddition = kind == .addition || kind == .addedSpan
    return switch layer {
    case .final: isAddition || restorations > 0
    case .beforeCorrection: !isAddition
    }
  }

  /// A stretch begins that ends with the element which `@spanTo` names; it may cut through others.
  mutating func beginCorrection(_ name: String, _ kind: TEIElement) throws(ReadError) {
    let pointer = scanner.attribute("spanTo") ?? ""
    let correction = OpenCorrection(
      target: pointer.pointedID,
      isOut: !enterCorrection(name, kind), element: name, tagStart: scanner.tagStart)
    guard !correction.target.isEmpty else { throw error(correction) }
    guard corrections.count < scanner.limits.corrections else {
      throw ReadError(
        scanner.path, at: scanner.place(scanner.tagStart),
        .tooMuchXML(.corrections, limit: scanner.limits.corrections))
    }
    corrections.append(correction)
    if correction.isOut { out.beginSilence() }
  }

  /// What is wrong with a stretch that has no end.
  func error(_ correction: OpenCorrection) -> ReadError {
    ReadError(
      scanner.path, at: scanner.place(correction.tagStart),
      .unendedSpan(element: correction.element, pointer: correction.target))
  }

  /// The id of the element whose tag was read last, if a stretch ends with it.
  func correctionEndingHere() -> String? {
    guard let id = scanner.attribute("xml:id") else { return nil }
    return corrections.contains { $0.target == id } ? id : nil
  }

  /// Ends the stretches that end with an element.
  mutating func endCorrections(_ frame: Frame) {
    if let id = frame.endsCorrection { endCorrections(at: id) }
  }

  /// Ends those that end with the element whose tag was read last, inside one that is passed over.
  mutating func endCorrectionInside() {
    guard !corrections.isEmpty, let id = correctionEndingHere() else { return }
    endCorrections(at: id)
  }

  private mutating func endCorrections(at id: String) {
    for correction in corrections where correction.target == id && correction.isOut {
      out.endSilence()
    }
    corrections.removeAll { $0.target == id }
  }

  /// Forgets stretches that began in a reading which is not the wanted one.
  mutating func forgetCorrections(from count: Int) {
    for correction in corrections.dropFirst(count) where correction.isOut { out.endSilence() }
    corrections.removeSubrange(min(count, corrections.count)...)
  }
}
