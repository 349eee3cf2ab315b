import JSON

/// Source: LSP 3.18, `RenameFilesParams`.
public struct RenameFilesParams: Equatable, Sendable {
  public struct File: Equatable, Sendable {
    public var old: DocumentURI
    public var new: DocumentURI

    public init(old: DocumentURI, new: DocumentURI) {
      (self.old, self.new) = (old, new)
    }
  }

  public var files: [File]

  public init(_ json: JSONValue) throws(InvalidParams) {
    guard let list = json["files"].array else { throw InvalidParams("files must be an array") }
    files = list.compactMap { file in
      guard let old = file["oldUri"].utf8, let new = file["newUri"].utf8 else { return nil }
      return File(old: DocumentURI(old), new: DocumentURI(new))
    }
  }
}
