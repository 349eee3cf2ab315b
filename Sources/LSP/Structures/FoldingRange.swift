import JSON

/// Lines that can be folded away. Source: LSP 3.18, `FoldingRange`.
///
/// No characters are sent: every client then folds from the end of the first line to the end of the last one. Clients
/// that fold whole lines would have to ignore characters anyway.
public struct FoldingRange: Equatable, Sendable {
  /// Source: LSP 3.18, `FoldingRangeKind`.
  public enum Kind: String, Sendable {
    case comment
    case imports
    case region
  }

  public var startLine: Int
  /// The last line that is hidden.
  public var endLine: Int
  public var kind: Kind?
  public var collapsedText: String?

  public init(
    startLine: Int, endLine: Int, kind: Kind? = nil, collapsedText: String? = nil
  ) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
    self.collapsedText = collapsedText
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("startLine", startLine)
      $0.member("endLine", endLine)
      if let kind { $0.member("kind", kind.rawValue) }
      if let collapsedText { $0.member("collapsedText", collapsedText) }
    }
  }
}
