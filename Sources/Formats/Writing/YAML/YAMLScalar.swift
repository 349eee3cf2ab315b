import SourceText
import Transcript

/// A text as a value among others that somebody wrote.
///
/// It has the quotes that PyYAML would write, and quotes besides where another reader of YAML would take it for something else:
/// nobody knows which reader the file is for.
struct YAMLScalar {
  private let text: String
  private let style: ScalarStyle
  private let column: Int
  private let indent: Int?

  /// - Parameters:
  ///   - isInFlow: whether it stands in brackets or braces.
  ///   - column: where it begins.
  ///   - indent: of the lines on which it goes on; nil where it must stay on one line.
  ///   - quotes: those that are wanted where they can be.
  init(_ text: String, isInFlow: Bool, column: Int = 0, indent: Int? = nil, quotes: Quoting = .plain) {
    (self.text, self.column, self.indent) = (text, column, isInFlow ? nil : indent)
    let scalars = Array(text.unicodeScalars)
    let hasBreak = scalars.contains { $0.isYAMLBreak }
    let isAmbiguous = scalars.contains { $0.isYAMLBreak && $0 != "\n" } || hasBreak && self.indent == nil
    let needsQuotes = !Scalar.mayBePlain(text) || isInFlow && text.utf8.contains { flowMarks.contains($0) }
    if isAmbiguous || quotes == .double {
      style = .double
    } else if needsQuotes || quotes == .single || !ScalarTraits(scalars).mayBePlain {
      style = .single
    } else {
      style = .plain
    }
  }

  func source(lineEnding: String = "\n") -> String {
    var emitter = YAMLEmitter()
    (emitter.column, emitter.isInIndent) = (column, false)
    emitter.writeScalar(text, style: style, indent: indent)
    let source = String(decoding: emitter.bytes, as: UTF8.self)
    return lineEnding == "\n"
      ? source : source.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnding)
  }
}

private let flowMarks = ByteSet(",[]{}")
