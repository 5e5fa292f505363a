/// What a code point does in a text, as far as finding words and marks goes.
enum ScalarClass: UInt8, Sendable {
  /// White space and control characters: divides and is no part of a token.
  case space
  /// A space that may divide the thousands of a number: no-break, narrow no-break, thin.
  case groupSpace
  /// Invisible, never divides: joiners and non-joiners, soft hyphen, direction marks.
  case format
  case letter
  /// Combining: accents, points, vowel signs, virama, variation selectors.
  case mark
  case digit
  /// Joins letters where it stands between them.
  case apostrophe
  /// Joins letters where it stands between them; digits only on one side.
  case hyphen
  /// `.` `,` `:` `/`: part of a number where it stands between digits.
  case separator
  /// Han and kana: each a token.
  case ideograph
  /// Letters of scripts written without spaces, Thai, Lao, Khmer, Burmese: each cluster a token.
  case cluster
  /// Emoji, signs of currency and mathematics, `&`, `⁊`, `§`: carry meaning, so words of their own.
  case symbol
  /// Half of a flag.
  case regional
  /// Brackets and quotation marks: each a token.
  case single
  /// Other punctuation: equal ones in a row are a token.
  case punctuation

  /// Whether it may begin and continue a word.
  var isWordPart: Bool {
    switch self {
    case .letter, .mark, .digit: true
    default: false
    }
  }

  /// Whether it is no part of any token.
  var isInvisible: Bool {
    switch self {
    case .space, .groupSpace, .format: true
    default: false
    }
  }
}

extension ScalarClass {
  /// Looks the class up in the Unicode properties; slow, so keep it behind `ScalarClasses`.
  init(_ scalar: Unicode.Scalar) {
    if let exception = Self.exception(scalar.value) {
      self = exception
      return
    }
    let category = scalar.properties.generalCategory
    self = Self.scriptWithoutSpaces(scalar, category) ?? Self.ofCategory(category)
  }

  /// Code points whose general category says too little.
  private static func exception(_ value: UInt32) -> ScalarClass? {
    switch value {
    case 0x27, 0x2018, 0x2019, 0x055A, 0xFF07: .apostrophe
    // Acute and grave accents typed for it, Greek signs of elision and breathing.
    case 0x60, 0xB4, 0x1FBD, 0x1FBF, 0x1FFE: .apostrophe
    // Armenian signs of emphasis, exclamation and question, which stand on the vowel they stress.
    case 0x055B, 0x055C, 0x055E: .apostrophe
    case 0x2D, 0x2010, 0x2011, 0x058A, 0xFE63, 0xFF0D: .hyphen
    // `.` `,` `/` `:`, Arabic decimal and thousands separators, fraction slash.
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x066B, 0x066C, 0x2044: .separator
    case 0xA0, 0x2009, 0x202F: .groupSpace
    // Zero width space.
    case 0x200B: .space
    // & % @ § ‰ ⁊
    case 0x26, 0x25, 0x40, 0xA7, 0x2030, 0x204A: .symbol
    case 0x22, 0x3C, 0x3E: .single
    // The tilde, which is typed for a stroke of abbreviation: ღ~თი.
    case 0x7E: .apostrophe
    // = |, and the mathematical dots that are typed for a raised point: ∙ ⋅
    case 0x3D, 0x7C, 0x2219, 0x22C5: .punctuation
    // Hebrew geresh and gershayim, Greek and Slavonic signs of thousands; the replacement
    // character, which stands for a letter lost.
    case 0x05F3, 0x05F4, 0x0375, 0x0482, 0xFFFD: .letter
    // Thai and Lao vowel AM, and the modifiers of skin color, belong to what is before them.
    case 0x0E33, 0x0EB3, 0x1F3FB...0x1F3FF: .mark
    // Signs that tell a Japanese reader in what order to read a Chinese sentence.
    case 0x3190...0x319F: .mark
    case 0x1F1E6...0x1F1FF: .regional
    default: nil
    }
  }

  /// The class of a letter of a script that is written without blanks; nil for others.
  private static func scriptWithoutSpaces(
    _ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory
  ) -> ScalarClass? {
    switch category {
    case .otherLetter, .modifierLetter, .letterNumber: break
    default: return nil
    }
    switch scalar.value {
    // Iteration marks and kana, halfwidth forms included.
    case 0x3005...0x3007, 0x3031...0x3035, 0x303B, 0x3041...0x30FF, 0x31F0...0x31FF,
      0xFF66...0xFF9D, 0x1AFF0...0x1B16F:
      return .ideograph
    // Voicing marks of halfwidth kana.
    case 0xFF9E, 0xFF9F: return .mark
    // Thai, Lao; Burmese; Khmer; Tai scripts and Burmese extensions.
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF,
      0xA9E0...0xA9FF, 0xAA60...0xAADF:
      return .cluster
    default: return scalar.properties.isIdeographic ? .ideograph : nil
    }
  }

  /// The class that a category of Unicode has where nothing else is said of the character.
  private static func ofCategory(_ category: Unicode.GeneralCategory) -> ScalarClass {
    switch category {
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .decimalNumber: .digit
    case .format: .format
    case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator: .space
    case .currencySymbol, .mathSymbol, .otherSymbol: .symbol
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation: .single
    case .connectorPunctuation, .dashPunctuation, .otherPunctuation, .modifierSymbol:
      .punctuation
    // Private use holds the letters of medieval fonts; unassigned may be letters of tomorrow.
    default: .letter
    }
  }
}

/// The classes of code points, looked up once for each page of 256 that a text touches.
struct ScalarClasses: Sendable {
  private static let absent = UInt16.max
  /// Number of each page in `classes`.
  private var pages = [UInt16](repeating: absent, count: 0x1100)
  private var classes: [ScalarClass] = []

  /// Knows the first page, which every text touches.
  init() { self = Self.first }

  /// Found out once: in thousands of short witnesses it took longer than to read them.
  private static let first = ScalarClasses(page: 0)

  private init(page: Int) { _ = addPage(page) }

  /// Class of a code point; code points that are no scalars count as letters. O(1), except for
  /// 256 lookups of properties at the first code point of a page.
  subscript(value: UInt32) -> ScalarClass {
    mutating get {
      let page = Int(value >> 8)
      var number = pages[page]
      if number == Self.absent { number = addPage(page) }
      return classes[Int(number) << 8 | Int(value & 0xFF)]
    }
  }

  private mutating func addPage(_ page: Int) -> UInt16 {
    let number = UInt16(classes.count >> 8)
    pages[page] = number
    for value in UInt32(page) << 8...UInt32(page) << 8 | 0xFF {
      classes.append(Unicode.Scalar(value).map(ScalarClass.init) ?? .letter)
    }
    return number
  }
}

extension [UInt8] {
  /// The code point that begins at `at`, and its bytes. The array holds valid UTF-8.
  func scalar(at: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[at])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(self[at + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(self[at + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[at + 3] & 0x3F), 4)
  }

  /// Where the code point begins that ends before `end`; `end` is above 0.
  func scalarStart(before end: Int) -> Int {
    var at = end - 1
    while at > 0, self[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }
}
