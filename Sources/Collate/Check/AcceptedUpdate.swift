import Diff

/// Writes what was found into an accepted apparatus and keeps what an editor did to it.
///
/// A merge of three files: what the program makes of the accepted witnesses, the accepted file,
/// what the program makes of today's. The difference of the first two is the editor's work and is
/// carried over to the third, entry by entry, wherever the third still has what was edited. Nothing
/// is carried over that would make the file lose a byte of a witness.
struct AcceptedUpdate {
  /// The accepted file.
  let file: [UInt8]
  /// The edition that the program makes of the accepted witnesses.
  let made: Edition
  let today: Edition

  /// A new file, and in which entries the editor's work could not be kept.
  struct Result: Equatable {
    var bytes: [UInt8]
    /// Numbers of entries in the accepted file, rising; 0 for what stands outside of entries.
    var lost: [Int] = []
  }

  /// Merges; throws where even the program's own file would not hold every witness.
  func result() throws(LosslessProof.Failure) -> Result {
    let form = form()
    let plain = Self.written(today, form)
    if let failure = LosslessProof.check(plain, against: today, form: form) { throw failure }
    let own = Self.written(made, form)
    guard own != file else { return Result(bytes: plain) }
    return merged(MarkupPieces(own), MarkupPieces(file), MarkupPieces(plain))
  }

  private static func written(_ edition: Edition, _ form: TEIForm) -> [UInt8] {
    var out = Output()
    TEIWriter(form: form).write(edition, into: &out)
    return out.bytes
  }

  /// The form of TEI that the accepted file is in: that in which the program's own file is most
  /// like it. Usually the first that is tried makes the very file.
  private func form() -> TEIForm {
    var best = (form: TEIForm(), difference: Int.max)
    for form in Self.forms {
      let own = Self.written(made, form)
      if own == file { return form }
      let difference = Difference(
        from: own.split(separator: UInt8(ascii: "<")),
        to: file.split(separator: UInt8(ascii: "<")))
      if difference.editCount < best.difference { best = (form, difference.editCount) }
    }
    return best.form
  }

  /// All forms from which witnesses can be rebuilt, the usual one first.
  private static let forms: [TEIForm] = {
    var forms: [TEIForm] = []
    for method in TEIForm.Method.allCases {
      for location in TEIForm.Location.allCases {
        for profile in TEIForm.Profile.allCases {
          for place in TEIForm.ClassPlace.allCases {
            forms.append(
              TEIForm(method: method, location: location, profile: profile, classPlace: place))
          }
        }
      }
    }
    return forms.filter { $0.conflict == nil && $0.isLossless }
  }()

  // MARK: Merging

  /// The editor's work at one entry, or at one place outside of entries.
  private struct Edit {
    /// 1-based; 0 outside of entries.
    var entry: Int
    /// Pieces of the new file and the pieces of the edited file that come in their place; nil where
    /// the new file no longer has what was edited.
    var changes: [Hunk]?
  }

  /// The new file with the editor's work in it, as far as the work still has its place and the file
  /// stays a proof of the witnesses.
  private func merged(
    _ own: MarkupPieces, _ edited: MarkupPieces, _ plain: MarkupPieces
  ) -> Result {
    var keys = Interner<[UInt8]>()
    let ids = [own, edited, plain].map { file in
      file.pieces.indices.map { keys.id(of: file.key(of: $0)) }
    }
    let work = Difference(fromIDs: ids[0], toIDs: ids[1])
    let drift = Difference(fromIDs: ids[0], toIDs: ids[2])
    let edits = edits(work, Places(drift), own)
    let whole = apply(edits, edited, plain)
    if isProved(whole) { return Result(bytes: whole, lost: lost(edits)) }
    return oneByOne(edits, edited, plain)
  }

  /// Edits that spoil the file together are tried one after the other, as long as there are not too
  /// many to read the file again for each.
  private func oneByOne(
    _ edits: [Edit], _ edited: MarkupPieces, _ plain: MarkupPieces
  ) -> Result {
    var kept = edits.map { Edit(entry: $0.entry, changes: nil) }
    if edits.count <= Self.mostTrials {
      for i in edits.indices {
        kept[i] = edits[i]
        if !isProved(apply(kept, edited, plain)) { kept[i].changes = nil }
      }
    }
    return Result(bytes: apply(kept, edited, plain), lost: lost(kept))
  }

  /// A hand edits dozens of entries, not thousands; more come from another version of the program.
  private static let mostTrials = 100

  private func lost(_ edits: [Edit]) -> [Int] {
    Set(edits.filter { $0.changes == nil }.map(\.entry)).sorted()
  }

  /// Where pieces of one file stand in another.
  private struct Places {
    private var place: [Int?]

    init(_ difference: Difference) {
      place = [Int?](repeating: nil, count: difference.oldCount)
      for run in difference.matches {
        for step in 0..<run.length { place[run.startA + step] = run.startB + step }
      }
    }

    /// The stretch that pieces have become; nil where they are no longer all there side by side.
    /// No pieces are a place behind the piece before them, or else before the one behind.
    func stretch(of pieces: Range<Int>) -> Range<Int>? {
      guard let first = pieces.first, let last = pieces.last else {
        let at = pieces.lowerBound
        if at > 0, let before = place[at - 1] { return before + 1..<before + 1 }
        return at < place.count ? place[at].map { $0..<$0 } : nil
      }
      guard let start = place[first], let end = place[last], end - start == last - first else {
        return nil
      }
      return start..<end + 1
    }
  }

  /// The editor's work by entries; `work` leads from our own file to the edited one, `places` to
  /// the new.
  private func edits(_ work: Difference, _ places: Places, _ own: MarkupPieces) -> [Edit] {
    var edits: [Edit] = []
    for hunk in work.hunks {
      let change = places.stretch(of: hunk.old).map { Hunk(old: $0, new: hunk.new) }
      let piece = min(hunk.old.lowerBound, own.entries.count - 1)
      let entry = own.entries[piece].map { $0 + 1 } ?? 0
      if let last = edits.last, last.entry == entry, entry > 0 {
        if let change, last.changes != nil {
          edits[edits.count - 1].changes?.append(change)
        } else {
          edits[edits.count - 1].changes = nil
        }
      } else {
        edits.append(Edit(entry: entry, changes: change.map { [$0] }))
      }
    }
    return edits
  }

  /// The new file with the pieces of the edited one in their places.
  private func apply(
    _ edits: [Edit], _ edited: MarkupPieces, _ plain: MarkupPieces
  ) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    for change in edits.flatMap({ $0.changes ?? [] }) where change.old.lowerBound >= at {
      out += plain.bytes[bytes(at..<change.old.lowerBound, of: plain)]
      out += edited.bytes[bytes(change.new, of: edited)]
      at = change.old.upperBound
    }
    return out + plain.bytes[bytes(at..<plain.pieces.count, of: plain)]
  }

  private func bytes(_ pieces: Range<Int>, of file: MarkupPieces) -> Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return file.pieces[first].lowerBound..<file.pieces[last].upperBound
  }

  /// Whether a file gives every witness of today back, byte for byte.
  private func isProved(_ bytes: [UInt8]) -> Bool {
    guard let input = try? InputBytes(path: "", bytes: bytes),
      let read = try? ApparatusReader().read(input)
    else { return false }
    let wanted = today.text.witnesses.map(\.source.witness)
    return read.witnesses.map(\.siglum) == wanted.map(\.siglum)
      && zip(read.witnesses, wanted).allSatisfy { $0.text.bytes == $1.text.bytes }
  }
}
