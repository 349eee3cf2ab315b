import JSON

/// The text that is shown for a place. Source: LSP 3.18, `Hover` with `MarkupContent`.
public struct Hover: Equatable, Sendable {
  /// Source: LSP 3.18, `MarkupKind`.
  public enum MarkupKind: String, Sendable {
    case plaintext
    case markdown
  }

  public var kind: MarkupKind
  public var value: String
  public var range: PositionRange

  public init(kind: MarkupKind, value: String, range: PositionRange) {
    self.kind = kind
    self.value = value
    self.range = range
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("contents") {
        $0.object {
          $0.member("kind", kind.rawValue)
          $0.member("value", value)
        }
      }
      $0.member("range", range.write)
    }
  }
}
