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
  ///
  /// Parallel segmentation is proved by a reader that knows it alone, at the speed at which it is
  /// written; entries apart from their lemmas by the reader that takes them from others too.
  static func check(
    _ tei: [UInt8], against edition: Edition, form: TEIForm = TEIForm()
  ) -> Failure? {
    guard form.isLossless else { return nil }
    let texts = form.method == .parallelSegmentation ? replayed(tei) : read(tei)
    for (index, witness) in edition.text.witnesses.map(\.source.witness).enumerated() {
      let rebuilt = index < texts.count ? texts[index] : []
      if rebuilt == witness.text.bytes { continue }
      let same = zip(rebuilt, witness.text.bytes).prefix { $0 == $1 }.count
      return Failure(siglum: witness.siglum, offset: same)
    }
    return nil
  }

  private static func replayed(_ tei: [UInt8]) -> [[UInt8]] {
    var replay = TEIReplay(tei)
    return replay.run()
  }

  /// No text at all where the file cannot be read.
  private static func read(_ tei: [UInt8]) -> [[UInt8]] {
    let read = try? ApparatusReader().read(InputBytes(path: "-", bytes: tei))
    return read?.witnesses.map(\.text.bytes) ?? []
  }
}
