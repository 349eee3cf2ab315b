import SourceText
import Transcript

/// What somebody asked not to be told, in a comment: `tapescript-ignore time-gap: the tape was changed`.
struct Silence: Sendable {
  /// A rule as it is named; nobody has checked that there is such a rule.
  struct Name: Sendable {
    var id: String
    /// In bytes of the text.
    var range: Range<Int>
    /// Whether it has hidden a finding.
    var isUsed = false
  }

  /// `tapescript-ignore-file`: of the whole text.
  var isWholeFile: Bool
  /// The comment with its marks, in bytes of the text.
  var range: Range<Int>
  /// What the format took for one comment: several of HTML may stand on one line.
  var part: Range<Int>
  var names: [Name] = []

  private static let word = Array("tapescript-ignore".utf8)
  private static let wholeFile = Array("-file".utf8)

  /// Reads the comments that were taken for one, without those that are about something else.
  static func all(in comment: Part, of block: Int, _ reading: Reading) -> [Silence] {
    let part = reading.range(of: comment, in: block)
    let bytes = reading.text.bytes
    guard bytes[part].starts(with: "<!--".utf8) else { return [Silence(reading, part, part)].compactMap(\.self) }
    var silences: [Silence] = []
    var start = part.lowerBound
    for index in part where index > start + 5 && bytes[index] == UInt8(ascii: ">") {
      guard bytes[(index - 2)..<index].allSatisfy({ $0 == UInt8(ascii: "-") }) else { continue }
      if let silence = Silence(reading, start..<(index + 1), part) { silences.append(silence) }
      start = index + 1
      while start < part.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    }
    return silences
  }

  private init?(_ reading: Reading, _ range: Range<Int>, _ part: Range<Int>) {
    let bytes = reading.text.bytes
    var inside = range.drop { "#<!- \t".utf8.contains(bytes[$0]) }
    guard bytes[inside].starts(with: Self.word) else { return nil }
    inside = inside.dropFirst(Self.word.count)
    isWholeFile = bytes[inside].starts(with: Self.wholeFile)
    if isWholeFile { inside = inside.dropFirst(Self.wholeFile.count) }
    guard inside.first.map({ " \t:,".utf8.contains(bytes[$0]) }) ?? true else { return nil }
    (self.range, self.part) = (range, part)
    // Behind the colon stands the reason; where none is given, the mark that closes a comment of HTML ends the names.
    let listed = inside.prefix { bytes[$0] != UInt8(ascii: ":") && bytes[$0] != UInt8(ascii: ">") }
    for name in listed.split(whereSeparator: { ", \t".utf8.contains(bytes[$0]) }) {
      let id = reading.text.string(name)
      if id.contains(where: { $0 != "-" }) { names.append(Name(id: id, range: name)) }
    }
  }

  mutating func shift(by delta: Int) {
    range = range.shifted(by: delta)
    part = part.shifted(by: delta)
    for index in names.indices { names[index].range = names[index].range.shifted(by: delta) }
  }
}

/// The silences of a text, each with the stretch in which it hides findings.
///
/// A comment among the lines of a segment speaks of that segment, a comment by itself of what follows it.
struct Silences {
  private let reading: Reading
  private(set) var all: [(silence: Silence, stretch: Range<Int>)] = []

  init(_ reading: Reading) {
    self.reading = reading
  }

  mutating func add(_ silence: Silence, of block: Int) {
    guard !silence.isWholeFile else { return all.append((silence, 0..<(reading.text.count + 1))) }
    let blocks = reading.blocks
    func isComment(_ index: Int) -> Bool {
      !blocks.parts(of: index).isEmpty && blocks.parts(of: index).allSatisfy { $0.kind == .comment }
    }
    let meant = blocks.indices[block...].first { !isComment($0) }
    all.append((silence, meant.map(blocks.range(of:)) ?? silence.range))
  }

  /// Whether a finding is hidden; notes by what.
  mutating func hide(_ finding: Finding) -> Bool {
    var isHidden = false
    for index in all.indices where all[index].stretch.contains(finding.range.lowerBound) {
      for name in all[index].silence.names.indices where all[index].silence.names[name].id == finding.rule {
        all[index].silence.names[name].isUsed = true
        isHidden = true
      }
    }
    return isHidden
  }
}
