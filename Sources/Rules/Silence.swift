import SourceText
import Transcript

/// A comment that silences rules: `tapescript-ignore time-gap: the tape was changed`.
struct Silence: Sendable {
  /// The name of a rule as written. There may be no such rule.
  struct Name: Sendable {
    var id: String
    /// In bytes of the text.
    var range: Range<Int>
    /// Whether it has silenced a finding.
    var isUsed = false
  }

  /// Whether it is for the whole text: `tapescript-ignore-file`.
  var isWholeFile: Bool
  /// The comment with its marks, in bytes of the text.
  var range: Range<Int>
  /// The comment part that contains it; several HTML comments on one line are one part.
  var part: Range<Int>
  var names: [Name] = []
  /// Whether the comment contains more than rules and a reason: if the end of a comment was damaged, another comment
  /// begins inside it.
  var holdsMore: Bool

  private static let word = Array("tapescript-ignore".utf8)
  private static let wholeFile = Array("-file".utf8)

  /// The silences in a comment part. Other comments are left out.
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
    let isNote = bytes[range].starts(with: "NOTE".utf8)
    var inside = range.dropFirst(isNote ? 4 : 0).drop { "#<!- \t\n\r".utf8.contains(bytes[$0]) }
    guard bytes[inside].starts(with: Self.word) else { return nil }
    inside = inside.dropFirst(Self.word.count)
    isWholeFile = bytes[inside].starts(with: Self.wholeFile)
    if isWholeFile { inside = inside.dropFirst(Self.wholeFile.count) }
    guard inside.first.map({ " \t:,".utf8.contains(bytes[$0]) }) ?? true else { return nil }
    (self.range, self.part) = (range, part)
    // The reason stands behind the colon. Without a reason, the mark that closes an HTML comment ends the names.
    let listed = inside.prefix { bytes[$0] != UInt8(ascii: ":") && bytes[$0] != UInt8(ascii: ">") }
    let rest = bytes[listed.upperBound..<range.upperBound]
    holdsMore = rest.first == UInt8(ascii: ">") && rest.count > 1 || rest.contains("<!--".utf8)
    for name in listed.split(whereSeparator: { ", \t".utf8.contains(bytes[$0]) }) {
      let id = reading.text.string(name)
      if id.contains(where: { $0 != "-" }) { names.append(Name(id: id, range: name)) }
    }
  }

  func shifted(by delta: Int) -> Silence {
    var silence = self
    silence.range = range.shifted(by: delta)
    silence.part = part.shifted(by: delta)
    for index in names.indices { silence.names[index].range = names[index].range.shifted(by: delta) }
    return silence
  }
}

/// The silences of a text, each with the part of the text that it applies to.
///
/// A comment among the lines of a segment applies to that segment; a comment by itself applies to the next block. So
/// each silence applies either to one block or to the whole text.
struct Silences {
  /// A name in a silence, as the indices of both.
  private struct Place {
    var silence: Int
    var name: Int
  }

  private let reading: Reading
  private(set) var all: [Silence] = []
  /// By rule.
  private var inWholeFile: [String: [Place]] = [:]
  /// By block, then by rule.
  private var atBlocks: [Int: [String: [Place]]] = [:]
  /// The block behind a row of comments, to which all of them apply.
  private var meant = -1

  init(_ reading: Reading) {
    self.reading = reading
  }

  /// Adds a silence. Those above it must have been added before.
  mutating func add(_ silence: Silence, of block: Int) {
    let meant = silence.isWholeFile ? 0 : meant(by: block)
    for name in silence.names.indices {
      let place = Place(silence: all.count, name: name)
      let rule = silence.names[name].id
      if silence.isWholeFile {
        inWholeFile[rule, default: []].append(place)
      } else {
        atBlocks[meant, default: [:]][rule, default: []].append(place)
      }
    }
    all.append(silence)
  }

  /// Whether a finding is silenced. Marks the names that silence it as used.
  mutating func hide(_ finding: Finding) -> Bool {
    !all.isEmpty && (reading.blocks.index(at: finding.range.lowerBound).map { hide(finding.rule, in: $0) } ?? false)
  }

  /// Whether the findings of a rule that begin in a block are silenced.
  mutating func hide(_ rule: String, in block: Int) -> Bool {
    guard !all.isEmpty else { return false }
    let everywhere = inWholeFile[rule]
    let here = atBlocks[block]?[rule]
    note(everywhere)
    note(here)
    return everywhere != nil || here != nil
  }

  private mutating func note(_ places: [Place]?) {
    // All names are marked together, so it is enough to test the first.
    guard let places, let first = places.first, !all[first.silence].names[first.name].isUsed else { return }
    for place in places { all[place.silence].names[place.name].isUsed = true }
  }

  /// The block that a comment applies to. It is the comment's own block if that has other content or no block but
  /// comments follows.
  private mutating func meant(by block: Int) -> Int {
    let blocks = reading.blocks
    func isComment(_ index: Int) -> Bool {
      !blocks.parts(of: index).isEmpty && blocks.parts(of: index).allSatisfy { $0.kind == .comment }
    }
    if meant < block { meant = blocks.indices[block...].first { !isComment($0) } ?? blocks.count }
    return meant < blocks.count ? meant : block
  }
}
