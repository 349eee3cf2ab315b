import JSON

/// A line that is shown above a range. Source: LSP 3.18, `CodeLens`.
public struct CodeLens: Equatable, Sendable {
  public var range: PositionRange
  public var title: String
  /// A command that takes a document and a position; it gets where the lens stands. Nil for a lens that does nothing.
  public var command: Command?

  public struct Command: Equatable, Sendable {
    public var name: String
    public var uri: DocumentURI

    public init(name: String, uri: DocumentURI) {
      self.name = name
      self.uri = uri
    }
  }

  public init(range: PositionRange, title: String, command: Command? = nil) {
    self.range = range
    self.title = title
    self.command = command
  }

  /// A lens shows the title of a command. One without a name does nothing.
  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range.write)
      $0.member("command") {
        $0.object {
          $0.member("title", title)
          $0.member("command", command?.name ?? "")
          if let command {
            $0.member("arguments") {
              $0.array {
                $0.object {
                  $0.member("uri", command.uri.write)
                  $0.member("position", range.start.write)
                }
              }
            }
          }
        }
      }
    }
  }
}
