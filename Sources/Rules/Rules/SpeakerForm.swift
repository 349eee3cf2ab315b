import SourceText
import Transcript

extension Rule {
  /// Reports a label of a known speaker that has other marks around it than most labels: `**Ada**:` among `**Ada:**`.
  ///
  /// The marks compared are those directly before and behind the name: asterisks, underscores, the colon.
  static let speakerForm = Rule(
    "speaker-form", .warning, fix: .safe,
    summary: "The label of a known speaker has other marks around it than other labels have.",
    why:
      "Programs that look for one form miss the other; the page shows the label in another type, or shows the marks.",
    looks: .atDocument(.frame) { reading, report in
      var counts: [(form: LabelForm, count: Int)] = []
      for index in reading.episode.rows.indices {
        guard let (name, form) = reading.labelForm(of: index) else { continue }
        if form.behind.count > 0, reading.hasMarksInWords(index, name, form) { report.readWords(of: index) }
        if let place = counts.firstIndex(where: { $0.form == form }) {
          counts[place].count += 1
        } else {
          counts.append((form, 1))
        }
      }
      let total = counts.reduce(0) { $0 + $1.count }
      guard counts.count > 1, let usual = counts.max(by: { $0.count < $1.count }), usual.count * 4 >= total * 3 else {
        return
      }
      reportOthers(than: usual.form, reading, &report)
    })
}

private func reportOthers(than usual: LabelForm, _ reading: Reading, _ report: inout Report) {
  let forms = reading.episode.rows.indices.compactMap { block in
    reading.labelForm(of: block).map { (block: block, name: $0.name, form: $0.form) }
  }
  let known = Set(forms.lazy.filter { $0.form == usual }.map { reading.text.string($0.name) })
  guard let model = forms.first(where: { $0.form == usual }) else { return }
  for (block, name, form) in forms where form != usual {
    let label = reading.text.string(name)
    guard known.contains(label), let part = reading.part(.speaker, of: block) else { continue }
    let range = (name.lowerBound - form.before.count)..<(name.upperBound + form.behind.count)
    let right = usual.before.text + label + usual.behind.text
    let isSafe = !reading.hasMarksInWords(model.block, model.name, usual) && !reading.hasMarksInWords(block, name, form)
    func fix() -> Fix? {
      let title = "Change to “\(right)”"
      // In an item, all marks are part of the label.
      if reading.isItem(block) { return Fix(title, [.setSpeaker(block: block, right)], in: reading, isSafe: isSafe) }
      // If the notation reads such marks as part of the label, they are copied from a label of the usual form.
      let read = reading.marksInLabel(model.block, model.name)
      let alteration = Alteration.value(at: reading.range(of: part, in: block), read.before + label + read.behind)
      let edit = Edit(range, right)
      return isSafe ? Fix(title, altering: [alteration], edit) : Fix(title, edit)
    }
    report(range, "The other labels are written like “\(right)”.", fixes: [fix()])
  }
}

/// The marks around a name.
private struct LabelForm: Equatable {
  var before = Decoration()
  var behind = Decoration()
}

/// Up to eight bytes, in the order of the text. They are stored in one number, so that no memory is allocated for each
/// label.
private struct Decoration: Equatable {
  var count = 0
  private var bytes: UInt64 = 0

  mutating func append(_ byte: UInt8) {
    bytes = bytes << 8 | UInt64(byte)
    count += 1
  }

  var text: String {
    String(decoding: (0..<count).reversed().map { UInt8(truncatingIfNeeded: bytes >> (UInt64($0) * 8)) }, as: UTF8.self)
  }
}

private let markup = ByteSet("*_`")
private let markupAndColon = ByteSet("*_`:")

extension Reading {
  /// The marks around a name that the notation reads as a part of the label.
  fileprivate func marksInLabel(_ block: Int, _ name: Range<Int>) -> (before: String, behind: String) {
    guard let label = range(.speaker, of: block) else { return ("", "") }
    return (text.string(label.lowerBound..<name.lowerBound), text.string(name.upperBound..<label.upperBound))
  }

  /// Whether some of the marks behind the name are read as part of the words.
  fileprivate func hasMarksInWords(_ block: Int, _ name: Range<Int>, _ form: LabelForm) -> Bool {
    range(.words, of: block).map {
      $0.lowerBound < name.upperBound + form.behind.count && $0.lowerBound >= name.upperBound
    }
      ?? false
  }

  /// The name in a label, without marks, and the marks around it.
  fileprivate func labelForm(of block: Int) -> (name: Range<Int>, form: LabelForm)? {
    // A missing or misplaced colon is reported by another rule.
    guard speaker(of: block) != nil, !blocks[block].hasFault, let label = range(.speaker, of: block) else { return nil }
    var name = label
    while let first = name.first, markup.contains(text.bytes[first]) { name = name.dropFirst() }
    while let last = name.last, markup.contains(text.bytes[last]) { name = name.dropLast() }
    guard !name.isEmpty else { return nil }
    var start = name.lowerBound
    while start > 0, name.lowerBound - start < 8, markup.contains(text.bytes[start - 1]) { start -= 1 }
    var form = LabelForm()
    for byte in text.bytes[start..<name.lowerBound] { form.before.append(byte) }
    for byte in text.bytes[name.upperBound...].prefix(8).prefix(while: markupAndColon.contains) {
      form.behind.append(byte)
    }
    return (name, form)
  }
}
