/// The value of a number, however it is written.
enum NumberValue: Hashable, Sendable {
  /// A fraction in lowest terms; the denominator is positive.
  case ratio(Int, Int)
  /// What has digits but is no plain number, or one too large: `44a`, `3/3-a`.
  case figures(String)

  /// A whole number, over 1.
  init(_ whole: Int) { self = .ratio(whole, 1) }

  /// A fraction, reduced to lowest terms; nil where the denominator is not positive.
  init?(_ numerator: Int, over denominator: Int) {
    guard denominator > 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator, denominator)
    self = .ratio(numerator / divisor, denominator / divisor)
  }

  /// From digits with at most one point, as `Figures.canonical` makes them.
  init(canonical: String) {
    let parts = canonical.split(separator: ".", omittingEmptySubsequences: false)
    var decimals = parts.count > 1 ? parts[1] : ""
    while decimals.last == "0" { decimals.removeLast() }
    let digits = String(parts[0].drop { $0 == "0" }) + decimals
    // 10 to the 18th is the last power of ten that fits into 64 bits.
    guard digits.utf8.count <= 18, decimals.utf8.count <= 18, let value = Int("0" + digits),
      let ratio = NumberValue(value, over: Self.powerOfTen(decimals.utf8.count))
    else {
      self = .figures(canonical)
      return
    }
    self = ratio
  }

  /// The value divided by a positive number; `figures` stay.
  func divided(by divisor: Int) -> NumberValue {
    guard case .ratio(let numerator, let denominator) = self else { return self }
    let (product, overflow) = denominator.multipliedReportingOverflow(by: divisor)
    return overflow ? self : NumberValue(numerator, over: product) ?? self
  }

  /// The value times a positive number; `figures` stay.
  func multiplied(by factor: Int) -> NumberValue {
    guard case .ratio(let numerator, let denominator) = self else { return self }
    let (product, overflow) = numerator.multipliedReportingOverflow(by: factor)
    return overflow ? self : NumberValue(product, over: denominator) ?? self
  }

  /// The sum of two ratios; nil where it overflows or is none.
  func adding(_ other: NumberValue) -> NumberValue? {
    guard case .ratio(let a, let b) = self, case .ratio(let c, let d) = other else { return nil }
    let (x, o1) = a.multipliedReportingOverflow(by: d)
    let (y, o2) = c.multipliedReportingOverflow(by: b)
    let (sum, o3) = x.addingReportingOverflow(y)
    let (denominator, o4) = b.multipliedReportingOverflow(by: d)
    return o1 || o2 || o3 || o4 ? nil : NumberValue(sum, over: denominator)
  }

  private static func powerOfTen(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
