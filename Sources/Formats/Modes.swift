import Transcript

extension Mode {
  // `Mode.start` is where the front matter may open.

  /// In the front matter, among its entries.
  static let metadata = Mode(rawValue: 1)
  /// In the front matter, among the items of `transcript:`.
  static let items = Mode(rawValue: 2)
  /// Behind the front matter of a notation whose transcript is inside it.
  static let body = Mode(rawValue: 3)
  /// Above the first unit of a transcript in paragraphs.
  static let preamble = Mode(rawValue: 4)
  static let transcript = Mode(rawValue: 5)
  static let footer = Mode(rawValue: 6)
  /// Below lines that stand where the front matter should open.
  static let late = Mode(rawValue: 7)
}
