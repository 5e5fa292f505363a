/// Error rates as a person reads them.
struct RatesText {
  var hasColor = false

  /// Writes what is told of each witness.
  func write(_ report: RatesReport, into out: inout Output) {
    out.write("reference: \(report.reference) (\(report.referencePath))\n")
    for row in report.witnesses {
      out.write("\n\(row.siglum) (\(row.path))\n")
      write("character", "CER", row.rates.characters, report.limits.characters, into: &out)
      write("word", "WER", row.rates.words, report.limits.words, into: &out)
      for errors in row.classes {
        out.write("  \(errors.variation.rawValue): \(Self.counted(errors.places, "place")), ")
        out.write("\(Self.counted(errors.characters.errors, "character")), ")
        out.write("\(Self.counted(errors.words.errors, "word"))\n")
      }
    }
  }

  /// Writes one rate, with what it was counted from.
  private func write(
    _ what: String, _ name: String, _ count: EditCount, _ limit: Double?, into out: inout Output
  ) {
    out.write("  \(name) \(Self.decimal(count.rate)), normalized ")
    let errors = Self.counted(count.errors, "error")
    out.write("\(Self.decimal(count.normalizedRate)): \(errors) in ")
    out.write("\(Self.counted(count.referenceCount, what)) (\(count.substitutions) substituted, ")
    out.write("\(count.deletions) missing, \(count.insertions) added)")
    if let limit, count.rate > limit {
      let verdict = "above \(Self.decimal(limit))"
      out.write("; " + (hasColor ? "\u{1B}[31m\(verdict)\u{1B}[0m" : verdict))
    }
    out.write("\n")
  }

  /// A number of things: `1 word`, `2 words`.
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Four digits behind the point, rounded; no locale has a say in it.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "infinite" }
    let scaled = Int((value * 10_000).rounded())
    let digits = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
