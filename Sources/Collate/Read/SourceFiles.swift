/// The files that a text was taken out of, where they are several: the pages of one witness.
struct SourceFiles: Sendable, Equatable {
  /// All of them in their order, those without text too.
  private(set) var paths: [String] = []
  private var stretches: [Stretch] = []

  /// The text of one file.
  private struct Stretch: Sendable, Equatable {
    /// Offset in the text where it begins.
    var start: Int
    /// Index in `paths`.
    var path: Int
  }

  var isEmpty: Bool { paths.isEmpty }

  /// The next file begins.
  mutating func append(_ path: String) { paths.append(path) }

  /// The text of the file appended last begins; `start` never goes back.
  mutating func beginText(at start: Int) {
    if stretches.last?.path != paths.count - 1 {
      stretches.append(Stretch(start: start, path: paths.count - 1))
    }
  }

  /// The file in which a byte of the text stands, what divides it from the next file included; nil
  /// where the text is of one file. O(log files).
  func path(at offset: Int) -> String? {
    let next = behind(offset)
    return next == 0 ? paths.first : paths[stretches[next - 1].path]
  }

  /// Where the text of the file behind the one with this byte begins; nil for the last one.
  func nextStart(behind offset: Int) -> Int? {
    let next = behind(offset)
    return next < stretches.count ? stretches[next].start : nil
  }

  /// From the first byte of the text of a file to its last, in a text of `count` bytes; nil where
  /// it has none.
  func stretch(of path: String, _ count: Int) -> Range<Int>? {
    guard let index = stretches.firstIndex(where: { paths[$0.path] == path }) else { return nil }
    let isLast = index + 1 == stretches.count
    return stretches[index].start..<(isLast ? count : stretches[index + 1].start - 1)
  }

  private func behind(_ offset: Int) -> Int { stretches.partition { $0.start > offset } }
}

extension SourceText {
  /// The file in which a byte of the text stands, as the user named it; O(log files).
  func path(at offset: Int) -> String { files.path(at: offset) ?? path }

  /// Every file that it was read from.
  var paths: [String] { files.paths.isEmpty ? [path] : files.paths }
}
