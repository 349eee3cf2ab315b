import SourceText
import Transcript

extension Fix {
  /// What the fixed text says that is not what the fix declares, or that it does not say any more, as words of the text. Of a
  /// fix that declares nothing only what it did not touch is looked at.
  package func breaches(of before: Reading, in after: Reading) -> [String] {
    let proof = Proof(before, [self], EditList(edits))
    return proof.breaches(in: after, whereTouched: alterations != nil).map { $0.words.isEmpty ? "?" : $0.words }
  }
}
