import JSON

/// A line that is shown above a range. Source: LSP 3.18, `CodeLens`.
public struct CodeLens: Equatable, Sendable {
  public var range: PositionRange
  public var title: String

  public init(range: PositionRange, title: String) {
    self.range = range
    self.title = title
  }

  /// A lens shows the title of a command. One without a name does nothing.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range.write)
      $0.member("command") {
        $0.object {
          $0.member("title", title)
          $0.member("command", "")
        }
      }
    }
  }
}
