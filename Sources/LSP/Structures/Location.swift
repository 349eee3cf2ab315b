import JSON

/// A range of a document. Source: LSP 3.18, `Location`.
public struct Location: Equatable, Sendable {
  public var uri: DocumentURI
  public var range: PositionRange

  public init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri.write)
      $0.member("range", range.write)
    }
  }

  /// Ranges of one document, as the elements of an array. The document is named for each of them, so that is put into JSON
  /// once.
  public static func write(_ ranges: [PositionRange], of uri: DocumentURI, to writer: inout JSONWriter) {
    var name = JSONWriter()
    uri.write(to: &name)
    for range in ranges {
      writer.object {
        $0.member("uri") { $0.value(json: name.bytes) }
        $0.member("range", range.write)
      }
    }
  }

  /// As a link that names the range from which it leads, for clients that accept links. Source: LSP 3.18,
  /// `LocationLink`.
  public func writeLink(from origin: PositionRange, to writer: inout JSONWriter) {
    writer.object {
      $0.member("originSelectionRange", origin.write)
      $0.member("targetUri", uri.write)
      $0.member("targetRange", range.write)
      $0.member("targetSelectionRange", range.write)
    }
  }
}
