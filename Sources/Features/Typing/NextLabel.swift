import SourceText
import Transcript

/// What stands before the words of the next segment, at a place where one may begin: the label of who is likeliest to
/// speak, and the next time where that comes first. Nil elsewhere.
public func nextLabel(_ reading: Reading, at offset: Int) -> Completion? {
  let place = CompletionPlace(reading, offset)
  guard place.isAtEnd, itemCompletions(place) == nil, partCompletions(place) == nil else { return nil }
  return turnCompletions(place).first { $0.kind == .speaker && !$0.text.utf8.contains(where: Ascii.isLineEnd) }
}
