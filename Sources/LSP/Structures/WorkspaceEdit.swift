import JSON

/// Changes to one document that are made together, perhaps after creating it. Source: LSP 3.18, `WorkspaceEdit`.
public struct WorkspaceEdit: Equatable, Sendable {
  /// Source: LSP 3.18, `TextEdit`.
  public struct TextEdit: Equatable, Sendable {
    public var range: PositionRange
    /// UTF-8.
    public var newText: [UInt8]

    public init(range: PositionRange, newText: [UInt8]) {
      self.range = range
      self.newText = newText
    }

    public func write(to writer: inout JSONWriter) {
      writer.object(writeMembers)
    }

    fileprivate func writeMembers(to writer: inout JSONWriter) {
      writer.member("range", range.write)
      writer.member("newText") { $0.value(utf8: newText) }
    }
  }

  public var uri: DocumentURI
  /// The state of the document that the edits are for; nil where the client gave none.
  public var version: DocumentVersion?
  /// Whether the version is sent. With it, a client refuses to apply the edits to another state of the text.
  public var isVersioned: Bool
  /// Their ranges are those of the text before any of the edits is made. They do not overlap.
  public var edits: [TextEdit]

  /// What the edits do, for clients that show it. Source: LSP 3.18, `ChangeAnnotation`.
  public struct Annotation: Equatable, Sendable {
    public var label: String
    public var description: String?
    /// Whether the user is to agree before the edits are made.
    public var needsConfirmation: Bool

    public init(label: String, description: String?, needsConfirmation: Bool = false) {
      self.label = label
      self.description = description
      self.needsConfirmation = needsConfirmation
    }
  }

  /// Nil where the client shows none. It is sent only with a version.
  public var annotation: Annotation?

  /// Whether the document is a file that does not exist yet. Only for clients that take versions and can create files.
  public var isNew: Bool

  public init(uri: DocumentURI, version: DocumentVersion?, isVersioned: Bool, edits: [TextEdit], isNew: Bool = false) {
    self.uri = uri
    self.version = version
    self.isVersioned = isVersioned
    self.edits = edits
    self.isNew = isNew
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      if isVersioned {
        if let annotation { $0.member("changeAnnotations", annotation.write) }
        $0.member("documentChanges") {
          $0.array {
            if isNew { $0.object(writeCreation) }
            $0.object(writeDocumentEdit)
          }
        }
      } else {
        $0.member("changes") {
          $0.object {
            $0.name(escaping: uri.string)
            writeEdits(to: &$0)
          }
        }
      }
    }
  }

  /// Source: LSP 3.18, `CreateFile`. An existing file is left as it is.
  private func writeCreation(to writer: inout JSONWriter) {
    writer.member("kind", "create")
    writer.member("uri", uri.write)
  }

  /// Source: LSP 3.18, `TextDocumentEdit`.
  private func writeDocumentEdit(to writer: inout JSONWriter) {
    writer.member("textDocument") {
      $0.object {
        $0.member("uri", uri.write)
        $0.name("version")
        if let version { $0.value(Int(version)) } else { $0.null() }
      }
    }
    writer.member("edits", writeEdits)
  }

  private func writeEdits(to writer: inout JSONWriter) {
    writer.array {
      for edit in edits {
        $0.object {
          edit.writeMembers(to: &$0)
          if isVersioned, annotation != nil { $0.member("annotationId", "edits") }
        }
      }
    }
  }
}

extension WorkspaceEdit.Annotation {
  /// All edits have the same annotation.
  fileprivate func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("edits") {
        $0.object {
          $0.member("label", label)
          if needsConfirmation { $0.member("needsConfirmation", true) }
          if let description { $0.member("description", description) }
        }
      }
    }
  }
}
