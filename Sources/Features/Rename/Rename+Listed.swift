import SourceText
import Transcript

/// Gives an id or a name that the metadata lists among the speakers another spelling; nil where it is not listed, or the
/// notation cannot express it.
public func rename(_ reading: Reading, listed old: String, to new: String) -> [Edit]? {
  let values = reading.listedSpeakers.filter { $0.text == old }
  guard !values.isEmpty, !new.isEmpty else { return nil }
  return reading.edits(for: values.map { .setValue($0, new) })
}
