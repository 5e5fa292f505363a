/// The proof that a TEI file holds every witness, byte for byte.
///
/// It is made before a file is written; without it nothing is written.
struct LosslessProof {
  /// The first witness that the file does not give back.
  struct Failure: Error, Equatable {
    var siglum: String
    /// UTF-8 offset in the witness of the first byte that is lost or changed.
    var offset: Int
  }

  /// Rebuilds the witnesses from the file and compares them with the edition; O(b) in the bytes of
  /// file and witnesses.
  static func check(_ tei: [UInt8], against edition: Edition) -> Failure? {
    var replay = TEIReplay(tei)
    let texts = replay.run()
    for (index, witness) in edition.text.witnesses.map(\.source.witness).enumerated() {
      let rebuilt = index < texts.count ? texts[index] : []
      if rebuilt == witness.text.bytes { continue }
      let same = zip(rebuilt, witness.text.bytes).prefix { $0 == $1 }.count
      return Failure(siglum: witness.siglum, offset: same)
    }
    return nil
  }
}
