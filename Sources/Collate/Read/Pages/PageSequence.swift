// A file is named by a URI, whose percent signs Foundation takes back.
import Foundation

/// The order of pages that a METS file gives, the list that digitization programs write of their
/// files.
///
/// `fileSec` says where the files are, and `structMap` which of them make up a page and how pages
/// follow each other: by `@ORDER`, or as they stand. Of several maps the first counts that points
/// to files and is not of chapters (`TYPE="LOGICAL"`).
struct PageSequence: Sendable, Equatable {
  /// By file name, without folders: the number of the page that it belongs to.
  private var ranks: [String: Int] = [:]
  /// The same without endings, since a program may list images alone.
  private var ranksOfStems: [String: Int] = [:]

  /// Reads a METS file; throws where it is not well-formed. O(bytes + pages × log pages).
  init(_ input: InputBytes, limits: XMLLimits = .standard) throws(ReadError) {
    var parser = try METSParser(input, limits: limits)
    for (rank, files) in try parser.pages().enumerated() {
      for file in files { note(file, rank) }
    }
  }

  private mutating func note(_ href: String, _ rank: Int) {
    let plain = href.removingPercentEncoding ?? href
    guard let name = plain.split(separator: "/").last.map(String.init) else { return }
    let stem = TranscribedPage.stem(name)
    if ranks[name] == nil { ranks[name] = rank }
    if ranksOfStems[stem] == nil { ranksOfStems[stem] = rank }
  }

  /// The number of the page that a file belongs to, or nil where it is not listed.
  func rank(of path: String) -> Int? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ranks[name] ?? ranksOfStems[TranscribedPage.stem(name)]
  }
}

/// Takes the files of each page out of a METS file.
private struct METSParser {
  private var scanner: XMLScanner
  /// The file that is open in `fileSec`.
  private var file: String?
  private var locations: [String: [String]] = [:]
  /// The divisions that are open.
  private var path: [Division] = []
  private var divisionCount = 0
  private var isInMap = false
  private var pointers: [Pointer] = []

  /// A `div` of the map.
  private struct Division {
    /// Its `@ORDER`, or which of its parent's it is.
    var order: Int
    /// Which of all it is, by which those of one order are told apart.
    var number: Int
    var children = 0
  }

  /// A file that a division points to.
  private struct Pointer {
    /// Order and number of each division from the outermost to the one that points.
    var place: [Int]
    var file: String
  }

  init(_ input: InputBytes, limits: XMLLimits) throws(ReadError) {
    scanner = try XMLScanner(input, limits: limits)
  }

  /// The locations of the files of each page, in the order of pages.
  mutating func pages() throws(ReadError) -> [[String]] {
    while let event = try scanner.next() {
      switch event {
      case .start(let name): begin(scanner.localName(name))
      case .end(let name): end(scanner.localName(name))
      case .text, .character: break
      }
    }
    // What one division points to is one page.
    let sorted = pointers.enumerated().sorted { a, b in
      if a.element.place == b.element.place { return a.offset < b.offset }
      return a.element.place.lexicographicallyPrecedes(b.element.place)
    }.map(\.element)
    var pages: [[String]] = []
    for (index, pointer) in sorted.enumerated() {
      if index == 0 || sorted[index - 1].place != pointer.place { pages.append([]) }
      pages[pages.count - 1] += locations[pointer.file] ?? []
    }
    return pages
  }

  /// Takes a file, its location, or a place of the map.
  private mutating func begin(_ name: String) {
    switch name {
    case "file": file = scanner.attribute("ID")
    case "FLocat":
      if let file, let location { locations[file, default: []].append(location) }
    case "structMap":
      let isOfChapters = scanner.attribute("TYPE")?.uppercased() == "LOGICAL"
      isInMap = pointers.isEmpty && !isOfChapters
    case "div": beginDivision()
    case "fptr", "area":
      guard isInMap, let file = scanner.attribute("FILEID") else { break }
      pointers.append(Pointer(place: path.flatMap { [$0.order, $0.number] }, file: file))
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "file": file = nil
    case "structMap": (isInMap, path) = (false, [])
    case "div": _ = path.popLast()
    default: break
    }
  }

  private mutating func beginDivision() {
    if !path.isEmpty { path[path.count - 1].children += 1 }
    let own = scanner.attribute("ORDER").flatMap { Int($0) }
    path.append(Division(order: own ?? path.last?.children ?? 0, number: divisionCount))
    divisionCount += 1
  }

  /// `@href`, whatever its prefix.
  private var location: String? {
    scanner.attributes.first { attribute in
      let name = scanner.bytes[attribute.name]
      return name.elementsEqual("href".utf8) || name.reversed().starts(with: "ferh:".utf8)
    }.map { scanner.value($0.value) }
  }
}
