import SourceText
import Transcript

extension Reading {
  /// The fix that moves a block above the first cue.
  func movingAboveCues(_ block: Int) -> Fix? {
    guard let first = blocks.indices.first(where: { blocks[$0].kind == .segment }), first < block else { return nil }
    return Fix("Move it above the first cue", [.move(block: block, before: first)], in: self)
  }
}
