import JSON

/// A range that leads somewhere. Source: LSP 3.18, `DocumentLink`.
public struct DocumentLink: Equatable, Sendable {
  public var range: PositionRange
  public var target: String
  /// Nil where the client shows none.
  public var tooltip: String?

  public init(range: PositionRange, target: String, tooltip: String? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range.write)
      $0.member("target", target)
      if let tooltip { $0.member("tooltip", tooltip) }
    }
  }
}
