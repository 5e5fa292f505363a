/// Finds the marks of a transcription.
struct MarkScanner {
  let text: SourceText
  let marks: MarkSet
  mutating func scan() -> [Mark] { [] }
}
