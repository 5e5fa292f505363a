/// Where a document is kept, as the line at its end says.
enum ArchiveLine {
  static func holdings(in line: ArraySlice<UInt8>) -> [Holding] { [] }
}
