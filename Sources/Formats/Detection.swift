import SourceText
import Transcript

/// Which notation a text is written in: a pure function of the text, its language id and its path.
///
/// A text does not change its notation because of one half-typed line, since many units vote; and since nothing is
/// remembered, a document that was edited for hours is read as it would be read afresh.
public struct Detection: Sendable {
  /// Nil where there is nothing to read. A page with front matter is read, and its YAML judged, also where no transcript
  /// is in it.
  public let format: (any Format)?
  /// Why this is no transcript, for people; nil where it is one.
  public let reason: String?
  /// How far was looked, in bytes: an edit behind it cannot change the answer.
  public let reach: Int

  /// The notations that can be read, in the order in which they are tried.
  public static let formats: [any Format] =
    notations.map { TranscriptFormat(name: $0.name, notation: $0) } + [frontMatter]

  static let notations: [Notation] = [.page, .blog, .captions]
  private static let frontMatter = TranscriptFormat(name: "front-matter", notation: nil)

  /// The notation with a name.
  public static func format(named name: String) -> (any Format)? {
    formats.first { $0.name == name }
  }

  /// Decides by what somebody has laid down (`notation`), by language id (`transcript-page`), then by file name (`episode.page.txt`), then by content. Ids and names
  /// that say nothing about a notation (`markdown`, `.txt`) leave it to the content.
  public static func detect(
    _ text: Text, notation: String? = nil, languageID: String? = nil, path: String? = nil
  ) -> Detection {
    if let notation, let format = format(named: notation) { return Detection(format: format, reason: nil, reach: 0) }
    if let languageID, languageID.hasPrefix("transcript-"), let format = format(named: String(languageID.dropFirst(11)))
    {
      return Detection(format: format, reason: nil, reach: 0)
    }
    if let path, let format = format(named: innerExtension(of: path)) {
      return Detection(format: format, reason: nil, reach: 0)
    }
    return text.withLines { lines in
      var prologue = Prologue()
      prologue.read(&lines)
      if prologue.isTemplate {
        return Detection(format: nil, reason: "a template with placeholders", reach: lines.reach)
      }
      if prologue.promisesTranscript { return Detection(format: frontMatter, reason: nil, reach: lines.reach) }
      if let best = Ballot.count(&lines) {
        return Detection(
          format: TranscriptFormat(name: best.name, notation: best), reason: nil, reach: lines.reach)
      }
      return Detection(
        format: prologue.isFrontMatter ? frontMatter : nil, reason: "no transcript found", reach: lines.reach)
    }
  }

  /// `page` in `episode.page.txt`.
  private static func innerExtension(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let pieces = name.split(separator: ".")
    return pieces.count > 2 ? String(pieces[pieces.count - 2]) : ""
  }
}

/// The front matter that may stand before everything.
private struct Prologue {
  var isTemplate = false
  var promisesTranscript = false
  /// Whether the text begins with entries between two lines `---`.
  var isFrontMatter = false

  mutating func read(_ lines: inout LineCursor) {
    lines.skipBlankLines()
    guard let first = lines.peek() else { return }
    let content = lines.withoutByteOrderMark(first)
    if lines.isFence(content) {
      lines.next()
    } else {
      // Without its `---`, or below a line that does not belong there, it is still front matter where a list of items
      // follows `transcript:`.
      promisesTranscript = mayBeFrontMatter(content, &lines) && holdsItems(&lines)
      return
    }
    let beginsWithKey = lines.peekContent().map { lines.key(at: $0) != nil } ?? false
    while true {
      if lines.nextConflict() != nil { continue }
      guard let line = lines.peek() else { return }
      if lines.isFence(line) {
        lines.next()
        isFrontMatter = beginsWithKey
        return
      }
      if isTranscriptKey(lines, line), begins(&lines, 1) { promisesTranscript = true }
      if holdsPlaceholder(lines, line) { isTemplate = true }
      if promisesTranscript { return }
      lines.next()
    }
  }

  /// Whether a text begins with a key, or has a line `---` among its first lines.
  private func mayBeFrontMatter(_ first: Range<Int>, _ lines: inout LineCursor) -> Bool {
    if lines.key(at: first) != nil || lines.isBrokenFence(first) { return true }
    return (1...16).contains { ahead in lines.peek(ahead).map { lines.isFence($0) } ?? false }
  }

  /// `transcript:` with nothing behind it but a comment.
  private func isTranscriptKey(_ lines: LineCursor, _ line: Range<Int>) -> Bool {
    guard line.count < 200, let key = lines.key(at: line),
      lines.isWord(key, "transcript") || lines.isWord(key, "\"transcript\"") || lines.isWord(key, "'transcript'")
    else { return false }
    let rest = lines.trimmed(key.upperBound..<line.upperBound).dropFirst()
    let value = lines.trimmed(rest)
    return value.isEmpty || lines[value.lowerBound] == UInt8(ascii: "#") && value.lowerBound > rest.lowerBound
  }

  /// Whether the lines from one on are items, or what is left of them, or nothing at all: a transcript that is still to
  /// be written. Other keys there say where the transcript is.
  private func begins(_ lines: inout LineCursor, _ first: Int) -> Bool {
    guard let line = lines.peekEntry(first) else { return true }
    let content = lines.trimmed(line)
    if lines.isDash(content) || lines.isFence(line) { return true }
    return lines.key(at: content).map { lines.indent(of: line) == 0 || lines.isKeyOfItem($0) } ?? true
  }

  private func holdsItems(_ lines: inout LineCursor) -> Bool {
    for ahead in 0..<Ballot.longest {
      guard let line = lines.peek(ahead) else { return false }
      guard isTranscriptKey(lines, line), let next = lines.peekEntry(ahead + 1) else { continue }
      if lines.isDash(lines.trimmed(next)) { return true }
    }
    return false
  }

  /// `title: {{ title }}`: a value that a program fills in.
  private func holdsPlaceholder(_ lines: LineCursor, _ line: Range<Int>) -> Bool {
    guard let key = lines.key(at: lines.trimmed(line)) else { return false }
    var value = lines.trimmed((key.upperBound + 1)..<line.upperBound)
    if let first = value.first, lines[first] == UInt8(ascii: "\"") || lines[first] == UInt8(ascii: "'") {
      value = value.dropFirst()
    }
    return value.count > 1 && lines[value.lowerBound] == UInt8(ascii: "{")
      && lines[value.lowerBound + 1] == UInt8(ascii: "{")
  }
}

/// The vote of the units: each line votes for the notations whose template it fits.
private struct Ballot {
  /// How many units decide, and after how many lines without a decision there is none.
  static let quorum = 50
  static let longest = 1_000

  private let notation: Notation
  private var votes = 0
  private var lines = 0
  private var words = 0
  private var last: Time?
  private var spacing = Spacing()

  private init(_ notation: Notation) {
    self.notation = notation
  }

  static func count(_ cursor: inout LineCursor) -> Notation? {
    var ballots = Detection.notations.map(Ballot.init)
    for _ in 0..<longest {
      guard let line = cursor.next() else {
        if cursor.nextConflict() != nil { continue }
        break
      }
      let content = cursor.trimmed(cursor.withoutByteOrderMark(line))
      guard !content.isEmpty else { continue }
      for index in ballots.indices { ballots[index].vote(cursor, content) }
      if ballots.contains(where: { $0.votes >= quorum }) { break }
    }
    return ballots.filter(\.isCredible).max { $0.votes < $1.votes }?.notation
  }

  private mutating func vote(_ cursor: LineCursor, _ content: Range<Int>) {
    if votes > 0 { lines += 1 }
    let unit = ParagraphReader(notation: notation).unit(cursor, content)
    guard unit.isWellFormed, unit.label != nil || !notation.hasLabel, let range = unit.time?.range,
      case .time(let stamp) = Timestamp.read(cursor[range])
    else { return }
    votes += 1
    words += cursor[unit.words].count { $0 == UInt8(ascii: " ") } + 1
    if let last { spacing.add(stamp.time.seconds - last.seconds) }
    last = stamp.time
  }

  /// Whether these lines are speech. Few lines of a README begin with a time; and a list of chapters has its times too
  /// far apart for the words between them to have been all that was said.
  private var isCredible: Bool {
    guard votes > 1 else { return false }
    let minutes = spacing.seconds / 60
    return votes * 5 >= lines && (minutes < 1 || Double(words) / minutes >= 30)
  }
}

/// How much time passes between the times of a text, whatever single ones of them are wrong: a transcript with one hour
/// too many in its last time is one all the same.
private struct Spacing {
  private var total = 0.0
  private var greatest = 0.0
  private var steps = 0

  mutating func add(_ step: Double) {
    // Nobody's turn is longer in the first lines of a transcript; in a list of chapters, all are about as long.
    let counted = min(max(0, step), 300)
    total += counted
    greatest = max(greatest, counted)
    steps += 1
  }

  var seconds: Double { steps > 3 ? total - greatest : total }
}
