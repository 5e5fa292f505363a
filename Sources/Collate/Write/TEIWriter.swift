/// An edition as TEI P5: a positive apparatus to the base text, in parallel segmentation where no
/// other form is asked for.
///
/// Unless entries only name their place, the file holds every witness whole: the words in the text
/// and its entries, white space and marks in which single witnesses differ in `milestone`, what
/// stands before the text in the header. `LosslessProof` rebuilds the witnesses from it.
struct TEIWriter: EditionWriter {
  var form = TEIForm()

  /// Writes an edition as one file.
  func write(_ edition: Edition, into out: inout Output) {
    let ids = TEIIdentifiers(sigla: edition.text.witnesses.map(\.source.witness.siglum))
    writeProlog(edition, into: &out)
    TEIHeader(edition: edition, ids: ids, form: form).write(into: &out)
    out.write("<text xml:space=\"preserve\"><body><div type=\"collation\"")
    var body = TEIBody(edition: edition, ids: ids, form: form, out: Output())
    let usual = TEIEscape.attribute(String(decoding: body.usualBreak, as: UTF8.self))
    out.write(" rend=\"break:\(usual)\" source=\"\(ids.pointers([edition.base]))\">")
    swap(&out, &body.out)
    body.write()
    swap(&out, &body.out)
    out.write("\n</div></body>")
    writeNotes(body.notes, edition, ids, into: &out)
    out.write("</text>\n")
    writeApart(body.apart, into: &out)
    out.write("</TEI>\n")
  }

  /// Entries apart from the text, in the order of their numbers.
  private func writeApart(_ entries: [(entry: Int, bytes: [UInt8])], into out: inout Output) {
    guard !entries.isEmpty else { return }
    out.write("<standOff><listApp xml:space=\"preserve\">")
    for entry in entries.sorted(by: { $0.entry < $1.entry }) {
      out.write("\n")
      out.write(entry.bytes[...])
    }
    out.write("\n</listApp></standOff>\n")
  }

  private func writeProlog(_ edition: Edition, into out: inout Output) {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    out.write("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"")
    if let language = edition.language { out.write(" xml:lang=\"\(TEIEscape.plain(language))\"") }
    out.write(">\n")
  }

  /// Notes and remarks of the transcripts, outside the text that is compared.
  private func writeNotes(
    _ notes: [TEINote], _ edition: Edition, _ ids: TEIIdentifiers, into out: inout Output
  ) {
    guard !notes.isEmpty else { return }
    out.write("<back><div type=\"notes\">")
    for (index, note) in notes.enumerated() {
      let bytes = edition.text.witnesses[note.witnesses[0]].source.witness.text.bytes[
        note.mark.range]
      let type = note.mark.kind == .remark ? "remark" : "editorial"
      let stars = bytes.prefix { $0 == 0x2A }.count
      let n = stars > 0 ? " n=\"\(String(repeating: "*", count: stars))\"" : ""
      out.write("\n<note xml:id=\"note-\(index + 1)\" type=\"\(type)\"\(n)")
      out.write(" corresp=\"\(ids.pointers(note.witnesses))\">")
      out.write(escaped: bytes)
      out.write("</note>")
    }
    out.write("\n</div></back>")
  }
}
