@testable import Collate

extension TextCase {
  /// Devanagari, Bengali and Sanskrit in Latin letters.
  static let indic = [
    TextCase(
      "gemination and anusvara",
      """
      A  धर्मक्षेत्रे  कुरुक्षेत्रे समवेता  युयुत्सवः । मामकाः पाण्डवाश्चैव किमकुर्वत  संजय  ॥
      B  धर्म्मक्षेत्रे कुरुक्षेत्रे समवेता  युयुत्सवः । मामकाः पांडवाश्चैव  किमकुर्व्वत सञ्जय ॥
      C  धर्मक्षेत्रे  कुरूक्षेत्रे समवेताः युयुत्सवः - मामकाः पाण्डवाश्चैव किमकुर्वत  संजयः ॥
      """),
    TextCase(
      "transliterated",
      """
      A  dharmakṣetre  kurukṣetre samavetā yuyutsavaḥ māmakāḥ pāṇḍavāś      caiva kim akurvata  saṃjaya
      B  dharmmakṣetre kurukṣetre samavetā yuyutsavaḥ māmakāḥ pāṃḍavāścaiva -     kim akurvvata sañjaya
      """),
    TextCase(
      "particles and order",
      """
      A  ततो -      राजा महाबाहुः पुरीं    तां प्रविवेश ह
      B  ततो महाबाहू राजा -       पुरीं    च  प्रविवेश ह
      C  ततः -      राजा महाबाहुः पुरीन्तां -  प्रविवेश ह
      """),
    TextCase(
      "avagraha and division",
      """
      A  सोऽपि -   राजा वनं  गच्छति स्म
      B  सो    ऽपि राजा वनं  गच्छति -
      C  सोपि  -   राजा वनङ् गच्छति स्म
      """),
    TextCase(
      "bengali and malayalam",
      """
      A  সর্ব  ধর্ম  কর্ম  সংহার
      B  সর্ব্ব ধর্ম্ম কর্ম্ম সংহার
      """),
    TextCase(
      "half a verse left out",
      """
      A  यदा यदा हि धर्मस्य  ग्लानिर्भवति -    भारत । अभ्युत्थानमधर्मस्य -       तदात्मानं  सृजाम्यहम् ॥
      B  यदा यदा हि धर्म्मस्य ग्लानिर्     भवति भारत । अभ्युत्थानम्      अधर्म्मस्य तदाऽत्मानं सृजाम्यहं  ॥
      C  यदा -   हि धर्मस्य  हानिर्भवति  -    भारत । -             -       तदात्मानं  सृजाम्यहम् ॥
      """),
    TextCase(
      "Sanskrit and Pali",
      """
      A  evaṃ mayā śrutam ekasmin samaye  bhagavān śrāvastyāṃ  viharati sma jetavane anāthapiṇḍadasyārāme -
      B  evam me   sutaṃ  ekaṃ    samayaṃ bhagavā  sāvatthiyaṃ viharati -   jetavane anāthapiṇḍikassa     ārāme
      C  evaṃ mayā śrutaṃ ekasmiṃ samaye  bhagavāñ śrāvastyāṃ  viharati -   jetavane nāthapiṇḍadasyārāme  -
      """),
  ]
}
