import SourceText
import Transcript

/// The labels of some lines without times, and whether they are those of people who talk with each other.
struct LabelCount {
  private var counts: [UInt64: Int] = [:]
  /// In the order of the lines.
  private var order: [UInt64] = []
  /// How many begin with a small letter, and how many are words of a form.
  private var small = 0
  private var formal = 0
  private var words = 0
  private var sentences = 0

  private static let mostRemembered = 200

  /// What is counted of one label.
  struct Label {
    fileprivate let hash: UInt64
    fileprivate let isSmall: Bool
    fileprivate let isFormal: Bool

    /// - Parameter isListed: whether the notation says that this is a label.
    init(_ name: some RandomAccessCollection<UInt8>, isListed: Bool) {
      var hash = FNV1a()
      hash.combine(name)
      self.hash = hash.value
      isSmall = name.first.map { (0x61...0x7A).contains($0) } ?? false
      isFormal = !isListed && LabelCount.isFormal(name)
    }
  }

  mutating func add(_ label: Label) {
    counts[label.hash, default: 0] += 1
    if order.count < Self.mostRemembered { order.append(label.hash) }
    if label.isSmall { small += 1 }
    if label.isFormal { formal += 1 }
  }

  /// What stands behind the label that was added last.
  mutating func speak(_ count: Int, endsSentence: Bool) {
    words += count
    if endsSentence { sentences += 1 }
  }

  private var total: Int { counts.values.reduce(0, +) }

  private var recurring: Int { counts.values.reduce(0) { $0 + ($1 > 1 ? $1 : 0) } }

  /// Whether labels come again as those of speakers do, as `Coverage` asks it of more than a few.
  var areThoseOfSpeakers: Bool { total >= Coverage.few && recurring * 2 >= total }

  /// - Parameter isDistinct: whether the labels have more marks than a colon.
  func objection(_ isDistinct: Bool) -> Objection? {
    let total = total
    let recurring = recurring
    // At least four labels in all, and three of four stand more than once.
    guard total >= 4, recurring * 4 >= total * 3 else { return .strangers }
    if formal * 4 >= total || isCycle { return .form }
    guard !isDistinct else { return nil }
    // Nobody talks with nobody.
    if small * 2 > total || counts.count < 2 { return .form }
    return words < 4 * total || sentences * 3 < total ? .brief : nil
  }

  /// Whether three labels or more come again and again in the same order, as the lines of a form do.
  private var isCycle: Bool {
    let period = counts.count
    guard period >= 3, order.count >= 3 * period else { return false }
    return zip(order, order.dropFirst(period)).allSatisfy { $0 == $1 }
  }

  /// Whether a word stands before a colon in forms and lists, and is nobody's name.
  static func isFormal(_ name: some RandomAccessCollection<UInt8>) -> Bool {
    formWords.contains { isWord(name, $0) }
  }

  /// Whether a word stands before a colon and is nobody's name, also in what people say: days divide a plan as they are told it.
  static func isNobody(_ name: some RandomAccessCollection<UInt8>) -> Bool {
    isFormal(name) || days.contains { isWord(name, $0) }
  }

  private static func isWord(_ name: some RandomAccessCollection<UInt8>, _ word: StaticString) -> Bool {
    name.count == word.utf8CodeUnitCount && name.first == word.utf8Start[0]
      && zip(name, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)).allSatisfy { $0 == $1 }
  }
}

extension LineCursor {
  /// Whether a stretch reads like something that was said: it ends as sentences do, or goes on for a while.
  func isSentence(_ words: Range<Int>) -> Bool {
    let end = bareEnd(words.suffix(12).drop { self[$0] & 0xC0 == 0x80 })
    guard end > words.lowerBound else { return false }
    let last = words.lowerBound..<end
    if sentenceEnds.contains(self[end - 1]) || wideEnds.contains(where: { begins(last.suffix(3), with: $0) }) {
      return true
    }
    return self[words.prefix(400)].count { $0 == UInt8(ascii: " ") } >= 12
  }
}

private let sentenceEnds = ByteSet(".?!\"')")
private let wideEnds: [StaticString] = ["…", "。", "？", "！", "”"]

/// What stands before a colon at the head of messages, in records and in lists of changes, and is nobody's name.
private let formWords: [StaticString] = [
  "From", "To", "Cc", "CC", "Subject", "Date", "Sent", "Reply-To", "Author", "Commit", "Merge", "Note", "NOTE", "Notes",
  "Email", "E-mail", "Phone", "Tel", "Address", "Website", "Source", "Link", "Links", "Slides", "Q", "A", "URL",
  "Title", "Name", "Type",
  "Status", "Version", "Added", "Changed", "Fixed", "Removed", "Deprecated", "Security", "Price", "Time", "Location",
  "Where", "When", "What", "Who", "Why", "How", "Warning", "WARNING", "Error", "ERROR", "INFO", "DEBUG", "WARN",
  "Pros", "Cons", "Step", "Example", "Input", "Output", "Expected", "Actual", "Result", "Description", "Summary",
]

private let days: [StaticString] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
