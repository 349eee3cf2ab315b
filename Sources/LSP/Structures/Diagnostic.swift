import JSON

/// One finding in a document. Source: LSP 3.18, `Diagnostic`.
public struct Diagnostic: Equatable, Sendable {
  /// Source: LSP 3.18, `DiagnosticSeverity`.
  public enum Severity: Int, Sendable {
    case error = 1
    case warning = 2
    case information = 3
    case hint = 4
  }

  /// Another place in the same document that explains the finding.
  public struct RelatedInformation: Equatable, Sendable {
    public var uri: DocumentURI
    public var range: PositionRange
    public var message: String

    public init(uri: DocumentURI, range: PositionRange, message: String) {
      self.uri = uri
      self.range = range
      self.message = message
    }
  }

  public var range: PositionRange
  public var severity: Severity
  public var code: String?
  /// The address of a page about the code, sent where the client can open it.
  public var codeDescription: String?
  public var source: String
  public var message: String
  public var relatedInformation: [RelatedInformation] = []

  public init(
    range: PositionRange, severity: Severity, code: String?, codeDescription: String? = nil, source: String,
    message: String, relatedInformation: [RelatedInformation] = []
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.codeDescription = codeDescription
    self.source = source
    self.message = message
    self.relatedInformation = relatedInformation
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("range", range.write)
      $0.member("severity", severity.rawValue)
      if let code { $0.member("code", code) }
      if let codeDescription, code != nil {
        $0.member("codeDescription") { $0.object { $0.member("href", codeDescription) } }
      }
      $0.member("source", source)
      $0.member("message", message)
      if !relatedInformation.isEmpty {
        $0.member("relatedInformation") { $0.array { for item in relatedInformation { item.write(to: &$0) } } }
      }
    }
  }
}

extension Diagnostic.RelatedInformation {
  func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("location") {
        $0.object {
          $0.member("uri", uri.write)
          $0.member("range", range.write)
        }
      }
      $0.member("message", message)
    }
  }
}
