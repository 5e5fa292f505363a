import Testing

@testable import Collate

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("The black cat.", "|The|black|cat|.|"),
    ("", "|"),
    (" \n\t", "|"),
    ("Sharur-Daralagyaz, Comrade’s don't", "|Sharur-Daralagyaz|,|Comrade’s|don't|"),
    ("the boys’ ’tis 'so'", "|the|boys|’|’|tis|'|so|'|"),
    ("re\u{2011}do a- -b c--d", "|re\u{2011}do|a|-|-|b|c|--|d|"),
    ("out—in 1918–1923 1918-1923", "|out|—|in|1918|–|1923|1918|-|1923|"),
    ("11-й mid-1920 3-a", "|11-й|mid-1920|3-a|"),
    ("Wait... what?! no!!", "|Wait|...|what|?|!|no|!!|"),
    ("((a)) \"b\"", "|(|(|a|)|)|\"|b|\"|"),
    ("δ’ ἀλλ’, παρ᾽ ‘λόγος’ σ’ ου¯ ¯ a∙b", "|δ’|ἀλλ’|,|παρ᾽|‘|λόγος|’|σ’|ου¯|¯|a|∙|b|"),
    ("salt & pepper ⁊ 2+2 5% $5 §3", "|salt|&|pepper|⁊|2|+|2|5|%|$|5|§|3|"),
  ]) func dividesWordsAndPunctuation(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Trap: `1,234.50` becomes five tokens.
  @Test(arguments: [
    ("1,234.50 3,000. 20:00", "|1,234.50|3,000|.|20:00|"),
    ("3957/op 226/Sh 1/2 and/or", "|3957/op|226/Sh|1/2|and|/|or|"),
    ("1’000 3\u{A0}000 1\u{202F}234\u{202F}567", "|1’000|3\u{A0}000|1\u{202F}234\u{202F}567|"),
    ("3\u{A0}men 1920\u{A0}300 3\u{A0}0000", "|3|men|1920|300|3|0000|"),
    ("1. 2, 3: a.1 1.a", "|1|.|2|,|3|:|a|.|1|1|.|a|"),
  ]) func keepsNumbersTogether(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Trap: decomposed accents split words; joiners, points, soft hyphens.
  @Test(arguments: [
    "cafe\u{301}", "שָׁלוֹם", "क्षत्रिय", "می\u{200C}خواهم", "sa\u{AD}voir", "צה\"ל", "ג׳ירף", "o\u{2060}k",
  ]) func keepsAWordWhole(_ word: String) throws {
    #expect(try tokensDrawn("\(word) x") == "|\(word)|x|")
  }

  // Abbreviations written out, alternatives and doubtful letters in brackets inside words.
  @Test(arguments: [
    ("d(omi)n(u)s reg(is) (h)iis", "|d(omi)n(u)s|reg(is)|(h)iis|"),
    ("κ(υριοσιησους)ν", "|κ(υριοσιησους)ν|"),
    ("ta(m/n)quam ⟨h⟩aec {a}b", "|ta(m/n)quam|⟨h⟩aec|{a}b|"),
    ("(as is) (so) a(1) b(c d)", "|(|as|is|)|(|so|)|a|(|1|)|b|(|c|d|)|"),
    ("f() g(/a) h(a (b", "|f|(|)|g|(|/|a|)|h|(|a|(|b|"),
    ("(a).b [c], (d)-e", "|(|a|)|.|b|[|c|]|,|(|d|)|-|e|"),
  ]) func keepsBracketsInsideAWord(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text, marks: .none) == tokens)
  }

  // Remarks of a transcriber in braces: none of their signs divides, in any set of marks.
  @Test(arguments: [
    ("τ{del=ὼ–}{add=ῶ–} πολ{add=λ–above}ὰ", "|τ{del=ὼ–}{add=ῶ–}|πολ{add=λ–above}ὰ|"),
    (
      "{del=η–}{add=εἰ–}ς {gap=illegible_12character},",
      "|{del=η–}{add=εἰ–}ς|{gap=illegible_12character}|,|"
    ),
    ("a{-}b {-}b {-} {} a{} {{x}}", "|a{-}b|{-}b|{|-|}|{|}|a|{|}|{{x}}|"),
    ("{del=a b–c}d {a{b–c}d e{ f}", "|{|del|=|a|b|–|c|}|d|{|a{b–c}d|e|{|f|}|"),
    ("{天下} a{天–}", "|{|天|下|}|a|{|天|–|}|"),
    ("don’t{x}. {a},{b}-c 3{=5}", "|don’t{x}|.|{a}|,|{b}-c|3{=5}|"),
  ]) func keepsBracesWhole(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text, marks: .none) == tokens)
    #expect(try tokensDrawn(text) == tokens)
  }

  @Test func marksAndBracesDoNotCross() throws {
    #expect(
      try tokensDrawn("a{b [c]}d* [e{f–g}] {h<…>i}") == "|a|{|b|[c]|}|d|[e{f–g}]|{|h|<…>|i|}|")
  }

  @Test(arguments: [
    ("don´t don`t ´a´", "|don´t|don`t|´|a|´|"), ("ո՞վ է՞", "|ո՞վ|է|՞|"),
    ("κ᾽ἀγώ δ᾽", "|κ᾽ἀγώ|δ᾽|"),
  ]) func signsTypedForApostrophesJoinWords(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Geresh typed as an apostrophe shortens a word; an apostrophe that ends a quotation does not.
  @Test(arguments: [
    ("ר' יוסי וגו'.", "|ר'|יוסי|וגו'|.|"), ("אמר 'שלום לך' ר’", "|אמר|'|שלום|לך|'|ר’|"),
    ("א''ר ''טוב'' ס'איז", "|א''ר|'|'|טוב|'|'|ס'איז|"), ("boys' x'", "|boys|'|x|'|"),
  ]) func knowsGeresh(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  @Test func keepsNumeralsOfLettersWhole() throws {
    #expect(try tokensDrawn("͵αϡκʹ ҂ѕ҃фк҃г҃ ·в҃і·") == "|͵αϡκʹ|҂ѕ҃фк҃г҃|·|в҃і|·|")
  }

  // Readings of Han characters in brackets; nothing else in brackets is one.
  @Test(arguments: [
    ("春（はる）は", "|春|（はる）|は|"), ("吾輩《わがはい》は", "|吾|輩|《わがはい》|は|"),
    ("春(ハル・はる)々(々)", "|春|(ハル・はる)|々|(|々|)|"), ("民主(민주)은", "|民|主|(민주)|은|"),
    ("は（る） （はる） 春（）春（天）", "|は|（|る|）|（|は|る|）|春|（|）|春|（|天|）|"),
    ("春（はる 春「はる」", "|春|（|は|る|春|「|は|る|」|"),
  ]) func keepsReadingsWhole(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Han characters without a code point, and signs of the order of reading.
  @Test(arguments: [
    ("天⿰氵亍下", "|天|⿰氵亍|下|"), ("⿱艹⿰氵亍人", "|⿱艹⿰氵亍|人|"), ("⿲木一木 ⿰？子", "|⿲木一木|⿰？子|"),
    ("⿰氵 亍", "|⿰|氵|亍|"), ("⿰a下", "|⿰|a|下|"), ("⿰", "|⿰|"), ("不㆑知㆓天下㆒", "|不㆑|知㆓|天|下㆒|"),
  ]) func keepsADescribedCharacterWhole(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Trap: text without spaces treated as one token.
  @Test(arguments: [
    ("天下を。", "|天|下|を|。|"), ("人〳〵ま〴〵", "|人|〳〵|ま|〴〵|"), ("カタカナー", "|カ|タ|カ|ナ|ー|"),
    ("葛\u{E0100}城", "|葛\u{E0100}|城|"),
    ("ที่นี่น้ำ", "|ที่|นี่|น้ำ|"), ("ความเป็นเกาะ", "|ค|วา|ม|เป็|น|เกาะ|"), ("ไปใน", "|ไป|ใน|"), ("າະ", "|າະ|"),
    ("ខ្មែរ", "|ខ្មែ|រ|"), ("한국어 말", "|한국어|말|"),
  ]) func dividesScriptsWithoutSpaces(_ text: String, _ tokens: String) throws {
    #expect(try tokensDrawn(text) == tokens)
  }

  // Trap: walking UTF-16 splits what lies outside the BMP.
  @Test(arguments: ["😀", "👩‍👩‍👧", "🇬🇧", "👍🏽", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𐌰𐌱", "𝔄b"])
  func keepsWhatIsOutsideTheBMP(_ text: String) throws {
    #expect(
      try tokensDrawn("a \(text)b".replacing("\(text)b", with: "\(text) b")) == "|a|\(text)|b|")
  }

  @Test func dividesFlags() throws {
    #expect(try tokensDrawn("🇬🇧🇫🇷") == "|🇬🇧|🇫🇷|")
  }

  // Trap: NUL and control characters.
  @Test func passesOverControlCharacters() throws {
    #expect(
      try tokensDrawn("a\u{0}b \u{7} \u{1B}[c \u{FFFE} \u{FFFF}x") == "|a|b|[|c|\u{FFFE}|\u{FFFF}x|"
    )
  }

  @Test func keepsBracketsWithTheirWord() throws {
    #expect(
      try tokensDrawn("[a] [wo]rd wo[rd], [b c]. d[.]") == "|[a]|[wo]rd|wo[rd]|,|[b|c]|.|d|[.]|")
    #expect(
      try tokensDrawn("[Sharur]-Daralagyaz [3],000 n[’t]") == "|[Sharur]-Daralagyaz|[3],000|n[’t]|")
    #expect(try tokensDrawn("[[a]] [“b”] [字]下") == "|[[a]]|[“|b|”]|[字]|下|")
    #expect(try tokensDrawn("[a]", marks: .none) == "|[|a|]|")
  }

  @Test func knowsWhatIsSupplied() throws {
    let text = "a [b c, d] e [f]g h[i] [<…>] j"
    let tokenized = Tokenizer().tokenize(try witnessForTests(text))
    let supplied = tokenized.tokens.filter(\.isSupplied).map { tokenized.witness.text[$0.written] }
    #expect(supplied == ["[b", "c", ",", "d]", "[f]g", "h[i]", "[<…>]"])
  }

  @Test func keepsMarksOutOfWords() throws {
    let text = "[Name]*: Baku****, [Decide]* as <…> so [?] (Sic – Ed.) *note"
    #expect(try tokensDrawn(text) == "|Baku|,|[Decide]|as|<…>|so|")
    let tokens = Tokenizer().tokenize(try witnessForTests(text)).tokens
    #expect(tokens.map(\.kind) == [.word, .punctuation, .word, .word, .gap, .word])
  }

  @Test func takesGivenTokensAsTheyAre() throws {
    let json =
      #"{"witnesses":[{"id":"A","tokens":[{"t":"the cat "},{"t":"."},{"t":" "},{"t":"x"}]}]}"#
    let input = try InputBytes(path: "in.json", bytes: Array(json.utf8))
    let witness = try #require(try CollateXReader().read(input).first)
    let tokens = Tokenizer().tokenize(witness).tokens
    #expect(tokens.map { witness.text[$0.written] } == ["the cat", ".", " ", "x"])
    #expect(tokens.map { witness.text[$0.trailing] } == [" ", "", "", ""])
    #expect(tokens.map(\.kind) == [.word, .punctuation, .punctuation, .word])
  }

  /// Nothing of the source is lost, and no token is empty.
  @Test func losesNothingOfRandomText() throws {
    let pieces: [String] = [
      "a", "B", "1", " ", "\n", "\r\n", "\r", "\u{0C}", "'", "’", "-", "–", ".", ",", ":", "/", "[",
      "]", "*", "<…>", "…", "(?)", "\u{301}", "\u{200D}", "\u{AD}", "\u{FEFF}", "😀", "🇬", "字",
      "ก", "ำ", "្", "ខ", "\u{0}", "\u{A0}", "\"", "א", "\u{200B}", "&", "+", "---\n",
      "{", "}", "（", "）", "は", "〳", "〵", "ר", "⿰", "㆑",
    ]
    for seed in 0..<400 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let text =
        "\n"
        + (0..<Int.random(in: 0...40, using: &random)).map { _ in
          pieces.randomElement(using: &random)!
        }.joined()
      let tokenized = Tokenizer().tokenize(try witnessForTests(text, marks: .all))
      let source = tokenized.witness.text
      var spelled = source[tokenized.leading]
      for token in tokenized.tokens {
        #expect(!token.written.isEmpty, "seed \(seed): \(text.debugDescription)")
        spelled += source[token.written] + source[token.trailing]
      }
      #expect(Array(spelled.utf8) == Array(text.utf8), "seed \(seed): \(text.debugDescription)")
    }
  }

  /// Every text of up to five of these characters divides as the rules of words say, told slowly.
  @Test func agreesWithTheRulesInEveryShortText() throws {
    let alphabet: [Character] = ["a", "1", "-", ".", "’", " ", "/"]
    var texts: [[Character]] = [[]]
    var last = texts
    for _ in 0..<4 {
      last = last.flatMap { text in alphabet.map { text + [$0] } }
      texts += last
    }
    for text in texts {
      // A blank before it, so that `---` begins no front matter.
      let drawn = try tokensDrawn(" " + String(text), marks: .none)
      #expect(drawn == oracle(text), "\(String(text))")
    }
  }

  /// Divides before each character that neither continues a word nor repeats a mark.
  private func oracle(_ text: [Character]) -> String {
    var tokens: [String] = []
    for (at, character) in text.enumerated() where character != " " {
      if at > 0, isOne(text, at) {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
    }
    return "|" + tokens.map { $0 + "|" }.joined()
  }

  /// Whether the character at `at` belongs to the token of the one before it.
  private func isOne(_ text: [Character], _ at: Int) -> Bool {
    func isWord(_ index: Int) -> Bool { text.indices.contains(index) && "a1".contains(text[index]) }
    func joins(_ index: Int) -> Bool {
      guard isWord(index - 1), isWord(index + 1) else { return false }
      let (before, after) = (text[index - 1], text[index + 1])
      switch text[index] {
      case "’": return true
      case "-": return !(before == "1" && after == "1")
      case ".": return before == "1" && after == "1"
      case "/": return before == "1"
      default: return false
      }
    }
    if isWord(at) { return isWord(at - 1) || joins(at - 1) }
    if joins(at) { return true }
    return text[at] != "’" && text[at - 1] == text[at] && !joins(at - 1)
  }
}
