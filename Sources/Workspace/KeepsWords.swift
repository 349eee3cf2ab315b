import Formats
import Rules
import SourceText
import Transcript

/// Whether a text with some edits is still read in its notation, with the same words in the same segments.
///
/// - Parameters:
///   - label: a new label. Where it stood before words and was none because it stood alone, it may become one.
///   - detect: finds out the notation of a text as if it were that of the file.
public func keepsWords(
  _ reading: Reading, notation: String?, with edits: [Edit], label: String = "", detect: (Text) -> Detection
) -> Bool {
  let text = Changes(EditList(edits)).applied(to: reading.text)
  guard let found = detect(text).format, found.name == notation else { return false }
  let changed = Document(text, format: found).reading
  if reading.isWrittenAlike(changed) { return true }
  let (before, after) = (reading.script.units, changed.script.units)
  return before.count == after.count
    && zip(before, after).allSatisfy { old, new in
      old.text == new.text || !label.isEmpty && old.text.hasPrefix(label) && old.text.hasSuffix(new.text)
    }
}
