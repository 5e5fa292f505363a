@testable import Collate

extension TextCase {
  /// Drafts of modern texts: sentences rewritten, words moved, texts that grow.
  static let drafts = [
    TextCase(
      "six drafts growing",
      """
      A  -    -  -   -      - The sea is calm -        - -   -    -  -    - -   -    -    -    -    -   -       .
      B  -    -  -   -      - The sea is calm tonight  - -   -    -  -    - -   -    -    -    -    -   -       .
      C  -    -  -   -      - The sea is calm to-night , the tide is full - -   -    -    -    -    -   -       .
      D  -    -  -   -      - The sea is calm to-night , the tide is full , the moon lies fair -    -   -       .
      E  -    -  -   -      - The sea is calm to-night , the tide is full , the moon lies fair upon the straits .
      F  Come to the window : the sea is calm to-night . The tide is full , the moon lies fair upon the Straits .
      """),
    TextCase(
      "sentences joined",
      """
      A  He rose . He went to the door . He  opened it -       .
      B  He rose , -  went to the door , and opened it -       .
      C  He rose , -  went to the door - and opened it quickly .
      """),
    TextCase(
      "a word moved to the front", moves: ["Slowly"],
      """
      A  Then   he slowly climbed the stairs , and stopped .
      B  Slowly he -      climbed the stairs , and stopped .
      """),
    TextCase(
      "the river in three drafts", moves: ["couler"],
      """
      A  -       -  -       - Il regardait -      la rivière - couler lentement - sous le -     pont .
      B  -       -  -       - Il regardait couler la rivière , -      lente     , sous le vieux pont .
      C  Accoudé au parapet , il regardait couler la rivière - -      -         - sous le vieux pont .
      """),
    TextCase(
      "Patmos",
      """
      A  Nah  -   ist - und    schwer zu fassen der    Gott . Wo aber Gefahr ist , wächst das Rettende auch .
      B  Voll Güt ist . Keiner aber   -  fasset allein Gott . Wo aber Gefahr ist , wächst das Rettende auch .
      """),
    TextCase(
      "the old man in the garden", moves: ["ging"],
      """
      A  -       -    Der Alte ging langsam durch den    Garten und sah         die Rosen , die er -     -      gepflanzt hatte .
      B  Langsam ging der Alte -    -       durch seinen Garten und betrachtete die Rosen , die er einst selbst gepflanzt hatte .
      """),
    TextCase(
      "a subordinate clause becomes a sentence",
      """
      A  When he came home , he found the letter -   on the table - and read it at once .
      B  -    He came home . -  -     The letter lay on the table . He  read it at once .
      """),
    TextCase(
      "a phrase moved across its clause", moves: ["In the morning"],
      """
      A  In the morning he went down to the harbour -  -   -       and looked at the ships .
      B  -  -   -       He went down to the harbour in the morning and looked at the ships .
      """),
    TextCase(
      "several adjectives rewritten", moves: ["cold"],
      """
      A  a -    dark , cold and silent house stood -     on the hill
      B  a -    dark - -    and silent house stood -     on the hill
      C  a cold dark - -    -   -      house stood alone on the hill
      D  a -    -    - -    -   silent house stood alone on the hill
      """),
    TextCase(
      "une phrase refaite", moves: ["La pluie tombait"],
      """
      A  La pluie    tombait depuis trois jours - -  -     -       sur la ville , et les rues étaient désertes .
      B  -  -        -       Depuis trois jours , la pluie tombait sur la ville ; -  les rues étaient vides    .
      C  Il pleuvait -       depuis trois jours . -  -     -       -   La ville - -  -   -    était   déserte  .
      """),
    TextCase(
      "brackets of a German clause", moves: ["Er"],
      """
      A  Er      hat -  den Brief gestern geschrieben - und heute -   -  -   abgeschickt .
      B  Gestern hat er den Brief -       geschrieben , -   heute hat er ihn abgeschickt .
      """),
    TextCase(
      "five drafts of an opening", moves: ["cold"],
      """
      A  It was a -    - bright -    day -  -     - -   -   -      -    -        -        .
      B  It was a -    - bright cold day -  -     - -   -   -      -    -        -        .
      C  It was a -    - bright cold day in April - -   -   -      -    -        -        .
      D  It was a cold , bright -    day in April , and the clocks were striking -        .
      E  It was a -    - bright cold day in April , and the clocks were striking thirteen .
      """),
    TextCase(
      "a close rewritten",
      """
      A  I shall -   write -  -   again when -    -  I know more . -       -  - Yours faithfully
      B  I shall -   write to you again as   soon as I know more . Believe me , yours truly
      C  I shall not write -  -   again -    -    -  - -    -    . Believe me , yours truly
      """),
    TextCase(
      "a rhyme kept through three drafts",
      """
      A  The -      leaves are falling on the lake , and I must -  go   before they -   wake .
      B  The yellow leaves -   fall    on the lake ; -   I must be gone before you  -   wake .
      C  Now yellow leaves are -       on the lake , and I must -  go   for    your own sake .
      """),
    TextCase(
      "an addition in one draft moved in the next", moves: ["Late that night"],
      """
      A  -  -   -    -    -     -    The doctor came - -    -    -     and spoke to us     .
      B  -  -   -    -    -     -    The doctor came - late that night and spoke to us     .
      C  -  -   Late that night -    the doctor came - -    -    -     and spoke to us     .
      D  It was late that night when the doctor came ; -    -    -     he  spoke to nobody .
      """),
  ]
}
