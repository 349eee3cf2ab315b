import JSON

/// A place that belongs to what is under the caret. Source: LSP 3.18, `DocumentHighlight`.
public struct DocumentHighlight: Equatable, Sendable {
  /// Source: LSP 3.18, `DocumentHighlightKind`.
  public enum Kind: Int, Sendable {
    case text = 1
    case read = 2
    case write = 3
  }

  public var range: PositionRange
  public var kind: Kind

  public init(range: PositionRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range.write)
      $0.member("kind", kind.rawValue)
    }
  }
}
