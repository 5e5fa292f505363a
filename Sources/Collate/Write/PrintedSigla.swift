/// The sigla of an edition as the plain-text apparatus names them.
///
/// A manuscript with corrections may be several witnesses: hands that a TEI file tells as such, or
/// layers, `T (a.c.)` and `T (p.c.)`, as `--layers` and Stemmaweb call them. A hand that has what
/// its manuscript has is not named; layers that have the same are one `T`. In TEI and JSON all are
/// named, since programs count them.
struct PrintedSigla: Sendable {
  private let sigla: [String]
  /// What they take on a line.
  private let columns: [Int]
  /// By witness: index of the manuscript that it is a hand or layer of, where that is a witness
  /// itself.
  private let manuscripts: [Int?]
  /// By witness: all layers of its manuscript, where these are several and the manuscript is no
  /// witness itself; ordered.
  private let layers: [[Int]]
  /// Whether no witness is a hand or layer of another's manuscript, so that all are named.
  private let areSingle: Bool
  /// Whether blanks part them: where any is longer than one sign.
  let areParted: Bool

  /// Takes the witnesses of an edition; O(w).
  init(_ witnesses: [Witness]) {
    sigla = witnesses.map(\.siglum)
    columns = sigla.map { TextWidth.columns(of: $0) }
    areParted = sigla.contains { $0.count > 1 }
    let names = sigla.map(Self.manuscript(ofLayer:))
    let indices = Dictionary(zip(sigla, sigla.indices), uniquingKeysWith: { first, _ in first })
    let families = Dictionary(grouping: names.indices, by: { names[$0] ?? "" })
    manuscripts = witnesses.indices.map { index in
      (witnesses[index].manuscript ?? names[index]).flatMap { indices[$0] }
    }
    layers = names.map { name in
      guard let name, indices[name] == nil, let all = families[name] else { return [] }
      return all.count > 1 ? all : []
    }
    areSingle = manuscripts.allSatisfy { $0 == nil } && layers.allSatisfy(\.isEmpty)
  }

  /// Calls `body` with the sigla that name some witnesses, which are ordered, and the columns that
  /// each takes; a layer or hand only where it departs from its manuscript. O(witnesses).
  func forEachName(of witnesses: [Int], _ body: (String, Int) -> Void) {
    if areSingle {
      // No set of witnesses need be made for each reading.
      for witness in witnesses { body(sigla[witness], columns[witness]) }
    } else {
      for name in names(of: witnesses) { body(name, TextWidth.columns(of: name)) }
    }
  }

  private func names(of witnesses: [Int]) -> [String] {
    let present = Set(witnesses)
    return witnesses.compactMap { witness in
      if let manuscript = manuscripts[witness], present.contains(manuscript) { return nil }
      guard let first = layers[witness].first, present.isSuperset(of: layers[witness]) else {
        return sigla[witness]
      }
      return witness == first ? Self.manuscript(ofLayer: sigla[witness]) : nil
    }
  }

  /// The hands among witnesses whose manuscript is not among them.
  func departingHands(among witnesses: [Int]) -> [Int] {
    if areSingle { return [] }
    let present = Set(witnesses)
    return witnesses.filter { manuscripts[$0].map { !present.contains($0) } ?? false }
  }

  /// `T` of `T (a.c.)` and `T (p.c.)`, before and after correction; nil for any other siglum.
  static func manuscript(ofLayer siglum: String) -> String? {
    for ending in [" (a.c.)", " (p.c.)"] where siglum.hasSuffix(ending) && siglum != ending {
      return String(siglum.dropLast(ending.count))
    }
    return nil
  }
}
