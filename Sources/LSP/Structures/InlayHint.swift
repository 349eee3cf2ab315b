import JSON

/// A remark that is shown between characters. Source: LSP 3.18, `InlayHint`.
public struct InlayHint: Equatable, Sendable {
  public var position: Position
  /// Not blank.
  public var label: String
  /// Whether a blank is shown before the label, or else behind it.
  public var isPaddedLeft: Bool

  public init(position: Position, label: String, isPaddedLeft: Bool) {
    self.position = position
    self.label = label
    self.isPaddedLeft = isPaddedLeft
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("position", position.write)
      $0.member("label", label)
      if isPaddedLeft { $0.member("paddingLeft", true) } else { $0.member("paddingRight", true) }
    }
  }
}
