import JSON

/// Something with a name in one of the files of the workspace. Source: LSP 3.18, `WorkspaceSymbol`.
public struct WorkspaceSymbol: Equatable, Sendable {
  public var name: String
  public var kind: DocumentSymbol.Kind
  /// What it is in, for people.
  public var container: String?
  public var uri: DocumentURI
  /// Nil where the client asks for it once the symbol is chosen.
  public var range: PositionRange?
  /// What the client sends back to ask for the range.
  public var target: Target?

  /// A symbol as the server knows it again.
  public struct Target: Equatable, Sendable {
    public var uri: DocumentURI
    public var kind: DocumentSymbol.Kind
    public var name: String
    /// Which one of those with this name it is in the file, from 0.
    public var number: Int

    public init(uri: DocumentURI, kind: DocumentSymbol.Kind, name: String, number: Int) {
      (self.uri, self.kind, self.name, self.number) = (uri, kind, name, number)
    }
  }

  public init(
    name: String, kind: DocumentSymbol.Kind, container: String?, uri: DocumentURI, range: PositionRange?,
    target: Target? = nil
  ) {
    (self.name, self.kind, self.container) = (name, kind, container)
    (self.uri, self.range, self.target) = (uri, range, target)
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind.rawValue)
      if let container { $0.member("containerName", container) }
      $0.member("location") {
        $0.object {
          $0.member("uri", uri.write)
          if let range { $0.member("range", range.write) }
        }
      }
      if let target { $0.member("data", target.write) }
    }
  }
}

extension WorkspaceSymbol.Target {
  init?(_ json: JSONValue) {
    guard let uri = json["uri"].utf8, let kind = json["kind"].integer.flatMap(DocumentSymbol.Kind.init),
      let name = json["name"].string
    else { return nil }
    self.init(uri: DocumentURI(uri), kind: kind, name: name, number: max(0, json["number"].integer ?? 0))
  }

  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri.write)
      $0.member("kind", kind.rawValue)
      $0.member("name", name)
      $0.member("number", number)
    }
  }
}
