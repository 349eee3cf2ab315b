import JSON

/// A named range of a document and what is inside it. Source: LSP 3.18, `DocumentSymbol`.
public struct DocumentSymbol: Equatable, Sendable {
  /// Source: LSP 3.18, `SymbolKind`, as far as it is used.
  public enum Kind: Int, Sendable {
    case file = 1
    case module = 2
    case namespace = 3
    case method = 6
    case property = 7
    case field = 8
    case function = 12
    case variable = 13
    case string = 15
    case boolean = 17
    case object = 19
    case key = 20
    case event = 24
  }

  /// Must not be blank: a client drops the whole outline otherwise.
  public var name: String
  public var detail: String?
  public var kind: Kind
  public var range: PositionRange
  /// Inside `range`.
  public var selectionRange: PositionRange

  public init(
    name: String, detail: String?, kind: Kind, range: PositionRange, selectionRange: PositionRange
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
  }

  /// - Parameter children: writes what is inside it; nil where there is nothing. A long text has many symbols, so none is
  ///   kept for the one around it.
  public func write(to writer: inout JSONWriter, children: ((inout JSONWriter) -> Void)? = nil) {
    writer.object {
      $0.member("name", name)
      if let detail, !detail.isEmpty { $0.member("detail", detail) }
      $0.member("kind", kind.rawValue)
      $0.member("range", range.write)
      $0.member("selectionRange", selectionRange.write)
      if let children { $0.member("children") { $0.array(children) } }
    }
  }

  /// The symbol as `SymbolInformation`, for clients that know no hierarchy. It has no field for the
  /// detail. The name of the symbol around it stands in `containerName`.
  public func writeFlat(to writer: inout JSONWriter, uri: DocumentURI, container: String? = nil) {
    writer.object {
      $0.member("name", name)
      $0.member("kind", kind.rawValue)
      $0.member("location") {
        $0.object {
          $0.member("uri", uri.write)
          $0.member("range", range.write)
        }
      }
      if let container { $0.member("containerName", container) }
    }
  }
}
