import SourceText
import Transcript

/// Reads what was written and holds it against what was to be written.
struct ScriptProof {
  let page: ScriptLayout.Page
  /// What would be read as something else.
  private(set) var losses: [Loss] = []
  /// The titles that would be read as something else, by their elements.
  private(set) var misreadTitles: Set<Int> = []
  /// The segments of which this is true, by their elements.
  private(set) var misreadUnits: Set<Int> = []
  /// Whether some of what stands around the transcript would be read as part of it, or the other way round.
  private(set) var misreadsPreamble = false
  private(set) var misreadsFooter = false

  init(_ expected: Script, _ page: ScriptLayout.Page, _ format: any Format) {
    self.page = page
    let text = Text(page.bytes)
    let read = Document(text, format: format).reading.script
    misreadsPreamble = read.preamble != expected.preamble
    misreadsFooter = read.footer != expected.footer
    // What is read there although nothing was written there is missing among the segments, and a line that says that a
    // transcript begins says nothing else.
    if misreadsPreamble, !expected.preamble.isEmpty, !ScriptFitting.isAnnouncement(expected.preamble) {
      losses.append(Loss(.preamble, expected.preamble, at: Script.Place()))
    }
    if misreadsFooter { losses.append(Loss(.footer, expected.footer, at: Script.Place())) }
    if read.metadata != expected.metadata {
      losses.append(Loss(.metadata, "", at: expected.metadata.first?.place ?? Script.Place()))
    }
    if read.body != expected.body { losses.append(Loss(.body, expected.body, at: Script.Place())) }
    compare(expected.elements, read.elements)
  }

  /// What was written for an element must be read as this element and as nothing else.
  private mutating func compare(_ expected: [Script.Element], _ read: [Script.Element]) {
    var next = read.firstIndex { ($0.place.offset ?? 0) >= page.starts.first ?? 0 } ?? read.count
    for (number, element) in expected.enumerated() {
      let end = number + 1 < expected.count ? page.starts[number + 1] : page.end
      let first = next
      while next < read.count, (read[next].place.offset ?? 0) < end { next += 1 }
      compare(element, number, read[first..<next])
    }
  }

  private mutating func compare(_ expected: Script.Element, _ number: Int, _ read: ArraySlice<Script.Element>) {
    if read.count == 1, read.first?.content == expected.content { return }
    switch expected.content {
    case .title(let title, _, _):
      misreadTitles.insert(number)
      losses.append(Loss(.title, title, at: expected.place))
    case .comment(let text): losses.append(Loss(.comment, text, at: expected.place))
    case .prose(let text): losses.append(Loss(.prose, text, at: expected.place))
    case .unit(let unit):
      misreadUnits.insert(number)
      guard read.count == 1, case .unit(let other) = read.first?.content else {
        losses.append(Loss(.segment, unit.text, at: expected.place))
        return
      }
      if unit.speaker != other.speaker { losses.append(Loss(.speaker, unit.speaker ?? "", at: expected.place)) }
      if unit.start != other.start { losses.append(Loss(.start, unit.start?.description ?? "", at: expected.place)) }
      if unit.end != other.end { losses.append(Loss(.end, unit.end?.description ?? "", at: expected.place)) }
      if unit.text != other.text { losses.append(Loss(.text, unit.text, at: expected.place)) }
      if unit.entries != other.entries { losses.append(Loss(.entry, "", at: expected.place)) }
    }
  }
}
