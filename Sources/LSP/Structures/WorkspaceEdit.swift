import JSON

/// Changes that are made together, to documents and to names of files. Source: LSP 3.18, `WorkspaceEdit`.
public struct WorkspaceEdit: Equatable, Sendable {
  /// Source: LSP 3.18, `TextEdit`.
  public struct TextEdit: Equatable, Sendable {
    public var range: PositionRange
    /// UTF-8.
    public var newText: [UInt8]
    /// What it does; nil for what the changes to the document do.
    public var annotation: Annotation?

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

  /// What changes do, for clients that show it. Source: LSP 3.18, `ChangeAnnotation`.
  public struct Annotation: Equatable, Sendable {
    public var label: String
    public var description: String?
    /// Whether the user is to agree before the changes are made.
    public var needsConfirmation: Bool

    public init(label: String, description: String?, needsConfirmation: Bool = false) {
      self.label = label
      self.description = description
      self.needsConfirmation = needsConfirmation
    }
  }

  /// Changes to one document, perhaps after creating it. Source: LSP 3.18, `TextDocumentEdit`, `CreateFile`.
  public struct DocumentEdit: Equatable, Sendable {
    public var uri: DocumentURI
    /// The state of the document that the edits are for; nil where the client gave none, or has the document not open.
    public var version: DocumentVersion?
    /// Their ranges are those of the text before any of the edits is made. They do not overlap.
    public var edits: [TextEdit]
    /// Nil where the client shows none. It is sent only with a version.
    public var annotation: Annotation?
    /// Whether the document is a file that does not exist yet. Only for clients that take versions and can create files.
    public var isNew: Bool

    public init(
      uri: DocumentURI, version: DocumentVersion?, edits: [TextEdit], annotation: Annotation? = nil,
      isNew: Bool = false
    ) {
      self.uri = uri
      self.version = version
      self.edits = edits
      self.annotation = annotation
      self.isNew = isNew
    }
  }

  /// Gives a file another name. Only for clients that take versions and can rename files. Source: LSP 3.18,
  /// `RenameFile`. An existing file is left as it is.
  public struct FileRename: Equatable, Sendable {
    public var old: DocumentURI
    public var new: DocumentURI
    public var annotation: Annotation?

    public init(old: DocumentURI, new: DocumentURI, annotation: Annotation? = nil) {
      (self.old, self.new, self.annotation) = (old, new, annotation)
    }
  }

  /// At most one for each document.
  public var documents: [DocumentEdit]
  /// Made after the changes to documents.
  public var renames: [FileRename] = []
  /// Whether versions are sent. With one, a client refuses to apply the edits to another state of the text.
  public var isVersioned: Bool

  public init(_ documents: [DocumentEdit], renames: [FileRename] = [], isVersioned: Bool) {
    (self.documents, self.renames, self.isVersioned) = (documents, renames, isVersioned)
  }

  /// What the changes to the first document do.
  public var annotation: Annotation? {
    get { documents.first?.annotation }
    set { if !documents.isEmpty { documents[0].annotation = newValue } }
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      guard isVersioned else {
        return $0.member("changes") {
          $0.object {
            for document in documents {
              $0.name(escaping: document.uri.string)
              $0.array { for edit in document.edits { edit.write(to: &$0) } }
            }
          }
        }
      }
      let names = AnnotationNames(self)
      if !names.annotations.isEmpty { $0.member("changeAnnotations", names.write) }
      $0.member("documentChanges") {
        $0.array {
          for document in documents {
            if document.isNew { $0.object(document.writeCreation) }
            $0.object { document.write(to: &$0, names) }
          }
          for rename in renames { $0.object { rename.write(to: &$0, annotation: names.name(of: rename.annotation)) } }
        }
      }
    }
  }
}

/// The names by which changes refer to their annotations. Equal annotations are one.
private struct AnnotationNames {
  private(set) var annotations: [WorkspaceEdit.Annotation] = []

  init(_ edit: WorkspaceEdit) {
    let ofDocuments = edit.documents.flatMap { document in
      var own: [WorkspaceEdit.Annotation?] = []
      for edit in document.edits where edit.annotation != nil && edit.annotation != own.last {
        own.append(edit.annotation)
      }
      return [document.annotation] + own
    }
    for annotation in ofDocuments + edit.renames.map(\.annotation) {
      if let annotation, !annotations.contains(annotation) { annotations.append(annotation) }
    }
  }

  func name(of annotation: WorkspaceEdit.Annotation?) -> String? {
    annotation.flatMap(annotations.firstIndex).map(name)
  }

  private func name(_ index: Int) -> String { index == 0 ? "edits" : "edits-\(index + 1)" }

  func write(to writer: inout JSONWriter) {
    writer.object {
      for (index, annotation) in annotations.enumerated() {
        $0.name(escaping: name(index))
        $0.object(annotation.writeMembers)
      }
    }
  }
}

extension WorkspaceEdit.Annotation {
  fileprivate func writeMembers(to writer: inout JSONWriter) {
    writer.member("label", label)
    if needsConfirmation { writer.member("needsConfirmation", true) }
    if let description { writer.member("description", description) }
  }
}

extension WorkspaceEdit.DocumentEdit {
  fileprivate func writeCreation(to writer: inout JSONWriter) {
    writer.member("kind", "create")
    writer.member("uri", uri.write)
  }

  fileprivate func write(to writer: inout JSONWriter, _ names: AnnotationNames) {
    writer.member("textDocument") {
      $0.object {
        $0.member("uri", uri.write)
        $0.name("version")
        if let version { $0.value(Int(version)) } else { $0.null() }
      }
    }
    writer.member("edits") {
      $0.array {
        for edit in edits {
          $0.object {
            edit.writeMembers(to: &$0)
            if let annotation = names.name(of: edit.annotation ?? annotation) { $0.member("annotationId", annotation) }
          }
        }
      }
    }
  }
}

extension WorkspaceEdit.FileRename {
  fileprivate func write(to writer: inout JSONWriter, annotation: String?) {
    writer.member("kind", "rename")
    writer.member("oldUri", old.write)
    writer.member("newUri", new.write)
    if let annotation { writer.member("annotationId", annotation) }
  }
}
