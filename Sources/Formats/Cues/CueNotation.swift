import SourceText
import Transcript

/// A notation of cues, as far as the writer of changes has to know it.
protocol CueNotation: CueFormat {
  /// How the text of a cue is written.
  var quoting: Quoting { get }
  /// Whether each cue has a number above its times.
  var isNumbered: Bool { get }
  /// How speakers are named in a file that shows no habit of its own.
  var usualLabel: CueLabelStyle { get }

  /// A time as it stands in the line of a cue.
  ///
  /// - Parameter like: how another time of the file is written.
  func written(_ time: Time, like: Timestamp?) -> String
  /// The edits that put a slip right.
  func edits(mending fault: Part, _ mending: Mending, of block: Int, in reading: Reading) -> [Edit]?
}

extension CueNotation {
  var writer: (any BlockWriter)? { CueWriter(notation: self) }
}

/// How the speaker of a cue is named.
enum CueLabelStyle: Sendable {
  /// `<v Name>`.
  case voice
  /// `Name: `.
  case colon
}

/// A cue that is to be written.
struct WrittenCue {
  var id: String?
  var start: Time
  var end: Time
  var settings = ""
  /// Over its lines, as it stands in the file, with `\n` as line end.
  var text: String
}

extension CueNotation {
  /// A cue without a blank line behind it, with `\n` as line end.
  func written(_ cue: WrittenCue, like: Timestamp?) -> String {
    let id = cue.id.map { $0 + "\n" } ?? ""
    let settings = cue.settings.isEmpty ? "" : " " + cue.settings
    let text = cue.text.isEmpty ? "" : "\n" + cue.text
    return "\(id)\(written(cue.start, like: like)) --> \(written(cue.end, like: like))\(settings)\(text)"
  }

  /// What stands before the words of a speaker; nil where the name cannot stand there.
  func label(_ name: String, _ style: CueLabelStyle) -> String? {
    guard !name.isEmpty, !name.utf8.contains(where: { Ascii.isLineEnd($0) || $0 == 0 }) else { return nil }
    switch style {
    case .colon: return Scalar.escaped(name, in: quoting) == name ? name + ": " : nil
    case .voice:
      guard !name.contains(">"), name == name.trimmingBlanks else { return nil }
      return "<v \(Scalar.escaped(name, in: quoting))>"
    }
  }
}

extension String {
  /// Without the white space at both ends.
  var trimmingBlanks: String {
    var text = Substring(self)
    while text.first?.isWhite ?? false { text.removeFirst() }
    while text.last?.isWhite ?? false { text.removeLast() }
    return String(text)
  }
}
