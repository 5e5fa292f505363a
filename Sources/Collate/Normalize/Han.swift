// Foundation for Unicode normalization and for ICU's table of simplified characters alone.
import Foundation

/// Han characters of one meaning that are written in several ways.
enum Han {
  /// The word in simplified characters; radicals, compatibility characters and `HanVariants` being
  /// the common ones.
  ///
  /// The table is ICU's, which comes with Foundation and knows no locale; it is not loaded unless a
  /// Han character is there. Where two characters have one simplified form, as 後 and 后, the variant
  /// is taken for one of spelling.
  static func simplified(_ word: String) -> String {
    guard word.unicodeScalars.contains(where: isHan) else { return word }
    let common =
      word.unicodeScalars.contains { $0.value < 0x3000 }
      ? word.precomposedStringWithCompatibilityMapping : word
    let shaped = String(String.UnicodeScalarView(common.unicodeScalars.map(HanVariants.common)))
    return shaped.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? shaped
  }

  /// Radicals, which NFC leaves as they are, and ideographs; nothing below them is looked at
  /// closely.
  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x2E80
      && ((0x2E80...0x2FDF).contains(scalar.value) || scalar.properties.isIdeographic)
  }
}
