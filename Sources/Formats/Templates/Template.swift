/// How one segment is written, as a person writes it down in one line: `[{time}] {speaker}: {text}`.
///
/// Fields stand in braces, everything else stands for itself; a line break divides the lines of a segment. The same value
/// reads a transcript and writes one.
public struct Template: Sendable, Hashable {
  /// What a segment can have.
  public enum Field: String, Sendable, CaseIterable {
    /// The number or name of a cue.
    case id
    /// When the segment begins, and when it ends.
    case time, end
    /// The time once more, in words, as `1 minute, 5 seconds`.
    case timeInWords = "time-in-words"
    case speaker
    case text
  }

  /// What a label can be.
  enum Names: Sendable, Hashable {
    case any
    /// In capitals, but for what stands before a name: `MR. GREEN`, `Mr GREEN`.
    case capitals
    /// One of `Template.names`.
    case listed
  }

  /// A field with the marks that enclose it.
  struct Slot: Sendable, Hashable {
    var field: Field
    /// Whether many segments do not have it: one without a label then goes on with the speaker above it, and the time of one
    /// without a time is not missing.
    var isOptional = false
    var names = Names.any
    /// What stands right before and right behind the field, without the blanks that divide it from other fields.
    var before = Marks()
    var after = Marks()
    /// The blanks between these marks and the text or the field on the way to it.
    var gap = Marks()

    var isBare: Bool { before.isEmpty && after.isEmpty }

    /// Whether a colon ends the field.
    var endsInColon: Bool { after.contains(UInt8(ascii: ":")) }
  }

  /// One line of a segment: fields, what was said, and fields behind it, as places in `slots`. A line is looked up for each
  /// line of a text, so it holds no storage of its own.
  struct Line: Sendable, Hashable {
    var lead: Range<Int>
    var hasText: Bool
    var tail: Range<Int>

    var slots: Range<Int> { lead.lowerBound..<tail.upperBound }
  }

  /// Templates are written by hand; what is longer was not meant as one.
  public static let mostBytes = 200

  /// As it was written.
  public let source: String
  let lines: [Line]
  /// The fields of all lines but what was said, in order.
  let slots: [Slot]
  /// The labels of `{speaker=Q|A}`, in which `#` stands for any digits.
  let names: [String]

  let hasSpeaker: Bool
  let hasTime: Bool
  /// Whether the time stands before what was said.
  let timeLeads: Bool

  /// Whether a segment has a place for a field.
  func holds(_ field: Field) -> Bool { field == .text || slots.contains { $0.field == field } }

  /// Whether many segments lack a field.
  func isOptional(_ field: Field) -> Bool { slots.contains { $0.field == field && $0.isOptional } }

  /// How many fields a segment has besides its text.
  var fieldCount: Int { slots.count }

  /// - Throws: what is wrong with the template, and where.
  public init(_ source: String) throws(Mistake) {
    self.source = source
    var parser = TemplateParser(source)
    let parsed = try parser.parse()
    var (lines, slots): ([Line], [Slot]) = ([], [])
    for line in parsed {
      let lead = slots.count..<(slots.count + line.lead.count)
      slots += line.lead + line.tail
      lines.append(Line(lead: lead, hasText: line.hasText, tail: lead.upperBound..<slots.count))
    }
    (self.lines, self.slots, names) = (lines, slots, parser.names)
    hasSpeaker = slots.contains { $0.field == .speaker }
    hasTime = slots.contains { $0.field == .time }
    timeLeads = parsed.contains { $0.lead.contains { $0.field == .time } }
  }

  /// A template that the program itself writes down.
  init(builtIn source: String) {
    do throws(Mistake) { try self.init(source) } catch { preconditionFailure("\(source): \(error.message)") }
  }

  /// Why a line can be no template.
  public struct Mistake: Error, Hashable {
    /// For people; without the place.
    public var message: String
    /// Where, in UTF-8 bytes of the template.
    public var range: Range<Int>
  }
}
