/// The letters beyond ASCII of a language, and words that stand in nearly every text of it and in few others.
///
/// They tell Windows-1250 from Windows-1252: both give nearly every byte a meaning, and only one of the meanings is a letter of
/// the language of the text.
struct LanguageAlphabet: Sendable {
  let letters: Set<Unicode.Scalar>
  /// In lower case, without letters beyond ASCII.
  let words: Set<String>

  private init(_ letters: String, _ words: String) {
    self.letters = Set(letters.unicodeScalars)
    self.words = Set(words.split(separator: " ").map(String.init))
  }

  /// Written in Windows-1252.
  static let western = [
    // English has letters of others in names and in words that it took over.
    LanguageAlphabet("áâàçéèêëíîïñóôöúüœ", "the and that it is was for with you this have not are what"),
    LanguageAlphabet("áéíóúüñ", "que el los las una con para por pero como muy donde cuando"),
    LanguageAlphabet("àâæçéèêëîïôœùûüÿ", "les des est une dans pour pas vous nous avec qui sur mais"),
    LanguageAlphabet("äöüß", "der die das und ist nicht ein ich mit auf wir auch sich"),
    LanguageAlphabet("áâãàçéêíóôõúü", "que uma para com os dos em mas por isso mais muito ele"),
    LanguageAlphabet("àèéìíîòóùú", "che di non il per una del della sono con questo gli anche"),
    LanguageAlphabet("åäöé", "och att det som inte jag har ja ei se ole mutta kun niin"),
    LanguageAlphabet("æøåéóô", "og det er ikke jeg som til har men vi af av den"),
    LanguageAlphabet("éëïóöüèêá", "het een van niet dat zijn maar ook wat deze naar"),
    LanguageAlphabet("áðéíóúýþæö", "og sem ekki var um en hann hafa"),
    LanguageAlphabet("àçéèíïóòúü·", "els les amb per una que aquest molt"),
  ]

  /// Written in Windows-1250.
  static let central = [
    LanguageAlphabet("ąćęłńóśźż", "nie to jest jak ale tak czy przez tego dla tylko ich"),
    LanguageAlphabet("áčďéěíňóřšťúůýž", "je jsem ale jako tak byl bylo kdy jen jsou nebo pro"),
    LanguageAlphabet("áäčďéíĺľňóôŕšťúýž", "je som ale ako tak bol bolo keby len alebo pre sme"),
    LanguageAlphabet("áéíóöőúüű", "az egy hogy nem meg ez mint csak volt vagy ha"),
    LanguageAlphabet("ăâîşţ", "nu din care sunt pentru mai este ce pe cu acest"),
    LanguageAlphabet("čćđšž", "je nije sam samo kako ali bilo smo ili koji kao"),
  ]
}
