/// The sigla of an edition as the plain-text apparatus names them.
///
/// A manuscript with corrections may be several witnesses: hands that a TEI file tells as such, or
/// layers, `T (a.c.)` and `T (p.c.)`, as `--layers` and Stemmaweb call them. A hand that has what its
/// manuscript has is not named; layers that have the same are one `T`. In TEI and JSON all are named,
/// since programs count them.
struct PrintedSigla: Sendable {
  private let sigla: [String]
  /// By witness: index of the manuscript that it is a hand or layer of, where that is a witness itself.
  private let manuscripts: [Int?]
  /// By witness: all layers of its manuscript, where these are several and the manuscript is no witness
  /// itself; ordered.
  private let layers: [[Int]]
  /// Whether blanks part them: where any is longer than one sign.
  let areParted: Bool

  /// Takes the witnesses of an edition; O(w).
  init(_ witnesses: [Witness]) {
    sigla = witnesses.map(\.siglum)
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
  }

  /// The sigla that name some witnesses, which are ordered; a layer or hand only where it departs from
  /// its manuscript.
  func names(of witnesses: [Int]) -> [String] {
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
