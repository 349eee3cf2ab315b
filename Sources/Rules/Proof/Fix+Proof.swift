import SourceText
import Transcript

extension Fix {
  /// The differences in content between two texts that a fix does not declare, as words that are lost or new. For a fix
  /// that declares nothing, only the blocks that it does not touch are compared.
  package func breaches(of before: Reading, in after: Reading) -> [String] {
    let proof = Proof(before, [self], EditList(edits))
    return proof.breaches(in: after, whereTouched: alterations != nil).map { $0.words.isEmpty ? "?" : $0.words }
  }
}
