import Diff

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Prints the difference of two files by lines, as `diff` does: what the library alone costs in a process
/// of its own, for a fair comparison with other programs that compare lines.
@main
struct Pairwise {
  static func main() {
    guard CommandLine.arguments.count == 3 else { exit(2) }
    let old = lines(of: CommandLine.arguments[1])
    let new = lines(of: CommandLine.arguments[2])
    var out: [UInt8] = []
    for hunk in Difference(from: old, to: new).hunks {
      out += "\(hunk.old.lowerBound + 1),\(hunk.old.upperBound)c".utf8
      out += "\(hunk.new.lowerBound + 1),\(hunk.new.upperBound)\n".utf8
      for line in old[hunk.old] { append(line, after: UInt8(ascii: "<"), to: &out) }
      for line in new[hunk.new] { append(line, after: UInt8(ascii: ">"), to: &out) }
    }
    var written = 0
    while written < out.count {
      let count = out.withUnsafeBytes { write(1, $0.baseAddress! + written, $0.count - written) }
      guard count > 0 else { exit(2) }
      written += count
    }
  }

  private static func append(_ line: Line, after mark: UInt8, to out: inout [UInt8]) {
    out.append(mark)
    out.append(UInt8(ascii: " "))
    out += line.bytes
    out.append(UInt8(ascii: "\n"))
  }

  /// The lines of a file, which stays in memory as long as the program runs.
  private static func lines(of path: String) -> [Line] {
    let file = open(path, O_RDONLY)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0 else { exit(2) }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(status.st_size), alignment: 1)
    guard read(file, bytes.baseAddress, bytes.count) == bytes.count else { exit(2) }
    close(file)
    var lines: [Line] = []
    var start = 0
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(Line(bytes: UnsafeRawBufferPointer(rebasing: bytes[start..<at])))
      start = at + 1
    }
    lines.append(Line(bytes: UnsafeRawBufferPointer(rebasing: bytes[start...])))
    return lines
  }
}

/// A line, hashed and compared as a whole.
private struct Line: Hashable {
  let bytes: UnsafeRawBufferPointer

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: bytes) }

  static func == (a: Line, b: Line) -> Bool {
    guard a.bytes.count == b.bytes.count else { return false }
    return a.bytes.isEmpty || memcmp(a.bytes.baseAddress!, b.bytes.baseAddress!, a.bytes.count) == 0
  }
}
