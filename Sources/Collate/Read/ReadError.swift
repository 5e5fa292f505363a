/// What keeps an input from being read: the file, the place in it, and the fact.
///
/// Words for people are made of it in the last room.
struct ReadError: Error, Sendable, Equatable {
  /// The file or folder as the user named it, or `-` for standard input.
  var path: String
  /// Where in the file, if the fault has a place.
  var place: Place?
  var problem: Problem

  init(_ path: String, at place: Place? = nil, _ problem: Problem) {
    self.path = path
    self.place = place
    self.problem = problem
  }

  /// What is wrong or doubtful.
  enum Problem: Sendable, Equatable {
    // The file itself.
    case missing
    /// The system refuses to read it; its reason in a word or two where it gives one.
    case unreadable(reason: String?)
    /// A folder stands beside other inputs, and nothing says that it is one witness.
    case isFolder
    /// A file of more than `limit` bytes; offsets are kept in 32 bits.
    case tooLarge(limit: Int)
    /// A folder without a file that can be a witness.
    case noWitnesses
    /// No reader for files of this ending, given without its dot.
    case unknownFormat(ending: String)
    /// `-` was named twice.
    case repeatedStandardInput

    // Its encoding; the place says where.
    case invalidUTF8
    /// A byte order mark of UTF-16 or UTF-32 at its start.
    case notUTF8(encoding: String)

    // XML.
    case malformedXML(XMLFault)
    /// A DTD, internal or external; none is ever read, for it could name other files or entities
    /// that grow without bound.
    case documentTypeDefinition
    /// More of something than any real file has.
    case tooMuchXML(XMLLimits.Kind, limit: Int)
    /// The XML declaration names an encoding that is not read.
    case unknownEncoding(String)
    /// The bytes are not in the encoding that the file names.
    case badEncoding(String)
    /// `xi:include` of another file, as it names it.
    case externalInclude(String)

    // TEI.
    /// `addSpan` or `delSpan` whose `@spanTo` names nothing that stands behind it.
    case unendedSpan(element: String, pointer: String)
    /// `transpose`: the document asks for another order of its words. Told only; the words stay.
    case transposition

    // An apparatus.
    case apparatus(ApparatusFault)
    /// XML that is neither TEI nor PAGE nor ALTO: the name of its outermost element.
    case unknownXML(root: String)

    // A witness whose pages are a file each.
    /// A folder without PAGE or ALTO.
    case noPages
    /// XML that is neither, and the folder of pages in which it stands, if it is not named itself.
    case notAPage(root: String, folder: String?)
    /// METS that lists some pages of a folder, but not this one. Told only; the names give the
    /// order.
    case incompletePageList(missing: String)
    /// PAGE and ALTO in one folder; a file of the other format.
    case otherPageFormat(than: String)
    /// An apparatus that this program wrote, in a folder that is searched for witnesses or pages.
    /// Told only; it is passed over.
    case ownApparatus

    // Front matter.
    /// The line `---` that opens front matter has no counterpart.
    case unclosedFrontMatter
    /// A line that is neither `key: value` nor empty nor a comment.
    case noColon
    case emptyKey
    /// A key that may stand once only stands again.
    case repeatedKey(String)
    /// A value begins with a quotation mark and does not end with it.
    case unclosedQuote
    /// A value asks for a form of YAML that is not read here: `|`, `>`, `{…}`, a list.
    case unsupportedValue(key: String)

    // A plain-text file of several witnesses.
    /// A line begins with `==` as headings do, and is none.
    case strayHeading
    /// What a heading names cannot be a siglum.
    case badHeading(String, SiglumFault)
    /// Two headings name one witness; the line of the first.
    case repeatedHeading(String, line: Int)
    /// Front matter gives another siglum than the heading above it.
    case contradictsHeading(String, heading: String)
    /// Front matter gives another siglum than the edition file.
    case siglumInFront(String, listed: String)
    /// A witness is asked for by a siglum that is none of those in the file.
    case notInFile(String, sigla: [String])

    // JSON.
    /// Not JSON at this place; what was expected there.
    case malformedJSON(expected: String)
    case nestedTooDeep
    /// A value of another type than `expected`.
    case wrongType(key: String, expected: String)
    case missingKey(String)
    /// A key of `edition.json` that has no meaning; `known` are those that have.
    case unknownKey(String, known: [String])
    /// An alignment table where witnesses to be aligned are wanted.
    case alignmentTable
    /// A file that an edition file names outside of its own folder.
    case outsideFolder(String)
    /// A field of a description that has no meaning; `known` are those that have. Told only; it is
    /// kept as a note.
    case unknownField(String, known: [String])
    /// Two witnesses of one id.
    case repeatedWitness(String)
    /// The base text that an edition file names is none of the witnesses.
    case unknownBase(String, sigla: [String])
    /// A token whose `t` is empty.
    case emptyToken
    /// An edition file that names no witness, or a JSON of witnesses that has none.
    case emptyWitnessList

    // Values.
    /// Not `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of the calendar, nor two of them with `/` between.
    case badDate(String)
    /// Not a BCP 47 tag.
    case badLanguage(String)

    // Sigla.
    case badSiglum(String, SiglumFault)
    /// Two witnesses of one siglum (canonically equal spellings are one); the other one's file.
    case duplicateSiglum(String, otherPath: String)
    /// `--siglum` names a file that is not among the inputs.
    case siglumWithoutFile(siglum: String)
  }

  /// Why a name can be no siglum.
  enum SiglumFault: Sendable, Equatable {
    case empty
    /// White space at its beginning or end.
    case outerWhiteSpace
    /// A control character, line separator or noncharacter inside.
    case controlCharacter
    case tooLong(limit: Int)
  }
}
