import Files
import Formats
import SourceText
import Workspace

extension TranscriptFile {
  /// - Parameter notation: the notation that the configuration sets.
  init(_ source: Source, notation fixed: NotationChoice) throws(Failure) {
    self.init(Text(try source.read()), notation: fixed, path: source.path)
  }
}
