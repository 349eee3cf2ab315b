/// How one segment is written, as a person writes it down in one line: `[{time}] {speaker}: {text}`.
///
/// Fields stand in braces, everything else stands for itself; a line break divides the lines of a segment. The same value
/// reads a transcript and writes one.
///
/// A template is looked up for each line of a text, so it is an object: handing it on copies nothing.
public final class Template: Sendable, Hashable {
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

  /// One line of a segment: fields, what was said, and fields behind it, as places in `slots`.
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
  /// Whether each segment has a time.
  let needsTime: Bool
  /// Whether the time stands before what was said.
  let timeLeads: Bool
  /// The line by which a segment is known, as a place in `lines`: the one with the time, or else the one with the label.
  let anchor: Int
  /// What a line must have, at a glance, to be that one.
  let demand: Demand

  var anchorLine: Line { lines[anchor] }

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
    let time = slots.firstIndex { $0.field == .time }
    let label = slots.firstIndex { $0.field == .speaker }
    let known = time ?? label ?? 0
    anchor = lines.firstIndex { $0.slots.contains(known) } ?? 0
    hasSpeaker = label != nil
    hasTime = time != nil
    needsTime = time.map { !slots[$0].isOptional } ?? false
    timeLeads = time.map { time in lines.contains { $0.lead.contains(time) } } ?? false
    demand = Demand(
      label: label.map { slots[$0] },
      labelTrails: label.map { label in lines.contains { $0.tail.contains(label) } } ?? false,
      beside: slots[lines[anchor].slots], needsTime: needsTime, timeLeads: timeLeads)
    (self.lines, self.slots, names) = (lines, slots, parser.names)
  }

  /// A template that the program itself writes down.
  static func builtIn(_ source: String) -> Template {
    do throws(Mistake) { return try Template(source) } catch { preconditionFailure("\(source): \(error.message)") }
  }

  /// All there is to a template follows from how it was written.
  public static func == (a: Template, b: Template) -> Bool { a === b || a.source == b.source }

  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// Why a line can be no template.
  public struct Mistake: Error, Hashable {
    /// For people; without the place.
    public var message: String
    /// Where, in UTF-8 bytes of the template.
    public var range: Range<Int>
  }
}
