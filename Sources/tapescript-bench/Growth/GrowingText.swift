import Rules
import Transcript

/// A transcript of any size with one feature that may be slow. Work on it must take time in proportion to its size.
struct GrowingText: Sendable {
  let name: String
  /// The notation in which it is read.
  let notation: String
  var settings = Settings()
  /// A transcript of about so many bytes.
  let text: @Sendable (_ size: Int) -> String

  static let all = paragraphs + turns + frontMatter + cues + notations

  /// A page with one long turn that repeats a piece of text.
  static func paragraph(
    _ name: String, _ unit: String, then last: String = "", by settings: Settings = Settings()
  ) -> GrowingText {
    paragraph(name, by: settings) { repeated(unit, to: $0) + last }
  }

  static func paragraph(
    _ name: String, by settings: Settings = Settings(), body: @escaping @Sendable (_ size: Int) -> String
  ) -> GrowingText {
    GrowingText(name: name, notation: "page", settings: settings) { size in
      """
      Henrike: Good evening, and welcome to the lantern. (0:01)

      Bo: It is good to be up here. (0:05)

      Henrike: \(body(size)) (0:07)

      Bo: That is how the light goes round. (0:21)

      """
    }
  }

  /// A page of paragraphs, one after the other.
  static func turns(
    _ name: String, _ settings: Settings = Settings(), _ turn: @escaping @Sendable (Int) -> String
  ) -> GrowingText {
    GrowingText(name: name, notation: "page", settings: settings) { size in
      counted(to: size) { turn($0) + "\n\n" }
    }
  }

  /// Front matter whose entries or items grow.
  static func frontMatter(
    _ name: String, _ settings: Settings = Settings(),
    entries: @escaping @Sendable (_ size: Int) -> String = { _ in "" },
    items: @escaping @Sendable (_ size: Int) -> String = { _ in item(0, "hello") + item(1, "you") }
  ) -> GrowingText {
    GrowingText(name: name, notation: "front-matter", settings: settings) { size in
      "---\ntitle: Lantern Talk\n\(entries(size))transcript:\n\(items(size))---\n"
    }
  }

  /// An item of a transcript in front matter.
  static func item(_ number: Int, _ line: String, speaker: String? = nil) -> String {
    """
    - line: \(line)
      sec: \(number * 4)
      time: '\(clock(number * 4))'
      who: \(speaker ?? person(number))

    """
  }

  static func person(_ number: Int) -> String { number.isMultiple(of: 2) ? "Henrike" : "Bo" }

  /// `1:02:03` or `2:03`.
  static func clock(_ seconds: Int) -> String { Time(seconds: seconds).description }

  /// A word that is different for each number.
  static func word(_ number: Int) -> String {
    String(
      String(number, radix: 16).unicodeScalars.map { Character(Unicode.Scalar($0.value + ($0.value < 58 ? 55 : 0))!) })
  }

  static func repeated(_ unit: String, to size: Int) -> String {
    String(repeating: unit, count: max(1, size / unit.utf8.count))
  }

  static func counted(to size: Int, _ unit: (Int) -> String) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < size {
      text += unit(number)
      number += 1
    }
    return text
  }
}
