import SourceText
import Transcript

/// To put the value at the cursor into quotes, or to take its quotes away; nil where no value on one line is, or where values
/// have no quotes.
func quotesRewrite(_ reading: Reading, at range: Range<Int>) -> Rewrite? {
  guard let (block, part) = reading.value(at: range),
    !reading.text.bytes[reading.range(of: part, in: block)].contains(where: Ascii.isLineEnd)
  else { return nil }
  if part.quoting == .plain {
    return Rewrite(
      kind: .quotes, title: "Put this value into quotes", outcome: .changes([.mend(block: block, part, .quote)]))
  }
  let title = "Take the quotes away"
  let text = reading.string(of: part, in: block)
  let change: Change? =
    switch part.kind {
    case .words: .setText(block: block, 0..<text.utf8.count, text)
    case .speaker: .setSpeaker(block: block, text)
    case .title: .setTitle(block: block, text)
    case .value:
      .setValue(MetadataValue(text: text, range: reading.range(of: part, in: block), quoting: part.quoting), text)
    default: nil
    }
  // Where the quotes are needed, the value is written with quotes again.
  guard let change, let edits = reading.edits(for: [change]), let edit = edits.first,
    let first = edit.replacement.first, first != UInt8(ascii: "'"), first != UInt8(ascii: "\"")
  else {
    return Rewrite(
      kind: .quotes, title: title, outcome: .unavailable("Without its quotes it would be read as something else."))
  }
  return Rewrite(kind: .quotes, title: title, outcome: .changes([change]))
}

extension Reading {
  /// The value with a key at the cursor; nil for one that is not decoded here.
  func value(at range: Range<Int>) -> (block: Int, part: Part)? {
    guard range.isEmpty, let block = blocks.index(at: range.lowerBound), !blocks[block].hasFault,
      let (_, part) = pairs(of: block).first(where: {
        $0.value.length > 0 && scalar($0.value, in: block).touches(range)
      }), part.quoting.isYAML, part.quoting != .other
    else { return nil }
    return (block, part)
  }
}
