import JSON
import Rules
import SourceText

/// For code scanning. Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
struct SARIFPrinter: Printer {
  /// Their order is that of `ruleIndex`.
  private static let rules = Rule.all
  private static let places = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))

  var opening: String {
    let driver = JSONValue.object([
      ("name", .string("tapescript")), ("version", .string(Tapescript.versionNumber)),
      ("informationUri", .string(Rule.home)), ("rules", .array(Self.rules.map(\.sarif))),
    ])
    // The directory in which the check was run may be private, so the base has no address.
    let base = JSONValue.object([("description", .text("The directory in which the check was run."))])
    return #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":"#
      + driver.text + #"},"columnKind":"unicodeCodePoints","originalUriBaseIds":{"\#(root)":\#(base.text)},"results":["#
  }

  let separator = ","

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    let place = Place(file)
    return zip(file.findings, file.fingerprints).map { finding, fingerprint in
      "\n" + result(finding, fingerprint, place)
    }.joined(separator: ",")
  }

  func closing(_ end: ReportEnd) -> String {
    let notifications = end.failures.map { failure in
      JSONValue.object([("level", .string("error")), ("message", .text(failure.description))])
    }
    let invocation = JSONValue.object([
      ("executionSuccessful", .bool(end.failures.isEmpty)), ("toolExecutionNotifications", .array(notifications)),
    ])
    return (end.isEmpty ? "]" : "\n]") + #","invocations":[\#(invocation.text)]}]}"# + "\n"
  }

  private func result(_ finding: Finding, _ fingerprint: String, _ place: Place) -> String {
    JSONWriter.text {
      $0.object {
        $0.member("ruleId", finding.rule)
        if let index = Self.places[finding.rule] { $0.member("ruleIndex", index) }
        $0.member("level", finding.severity.sarif)
        $0.member("message", text: finding.message)
        $0.member("locations") {
          $0.array { $0.object { $0.member("physicalLocation") { place.write(finding.range, to: &$0) } } }
        }
        $0.member("partialFingerprints") { $0.object { $0.member("tapescript/v1", fingerprint) } }
        if !finding.related.isEmpty {
          $0.member("relatedLocations") {
            $0.array { writer in
              for (index, related) in finding.related.enumerated() { place.write(related, index + 1, to: &writer) }
            }
          }
        }
        if !finding.fixes.isEmpty {
          $0.member("fixes") { $0.array { for fix in finding.fixes { place.write(fix, to: &$0) } } }
        }
      }
    }
  }

  /// Where things are in a file.
  private struct Place {
    private let text: Text
    /// The address of the file, as JSON.
    private let artifact: [UInt8]

    init(_ file: FileFindings) {
      text = file.text
      var writer = JSONWriter(for: .terminal)
      writer.object {
        $0.member("uri", uriReference(file.name))
        if !file.name.hasPrefix("/") { $0.member("uriBaseId", root) }
      }
      artifact = Array(writer.bytes)
    }

    func write(_ range: Range<Int>, to writer: inout JSONWriter) {
      writer.object {
        $0.member("artifactLocation") { $0.value(json: artifact[...]) }
        $0.member("region") { writeRegion(range, to: &$0) }
      }
    }

    func write(_ related: Finding.Related, _ number: Int, to writer: inout JSONWriter) {
      writer.object {
        $0.member("id", number)
        $0.member("physicalLocation") { write(related.range, to: &$0) }
        $0.member("message", text: related.message)
      }
    }

    func write(_ fix: Fix, to writer: inout JSONWriter) {
      writer.object {
        $0.member("description", text: fix.title)
        $0.member("artifactChanges") {
          $0.array {
            $0.object {
              $0.member("artifactLocation") { $0.value(json: artifact[...]) }
              $0.member("replacements") { $0.array { for edit in fix.edits { write(edit, to: &$0) } } }
            }
          }
        }
        $0.member("properties") { $0.object { $0.member("safe", fix.isSafe) } }
      }
    }

    private func write(_ edit: Edit, to writer: inout JSONWriter) {
      writer.object {
        $0.member("deletedRegion") { writeRegion(edit.range, to: &$0) }
        $0.member("insertedContent", text: String(decoding: edit.replacement, as: UTF8.self))
      }
    }

    private func writeRegion(_ range: Range<Int>, to writer: inout JSONWriter) {
      let start = text.place(of: range.lowerBound)
      let end = text.place(of: range.upperBound)
      writer.object {
        $0.member("startLine", start.line)
        $0.member("startColumn", start.column)
        $0.member("endLine", end.line)
        $0.member("endColumn", end.column)
      }
    }
  }
}

/// What relative addresses are relative to; GitHub knows it by this name.
private let root = "%SRCROOT%"

extension Rule {
  fileprivate var sarif: JSONValue {
    .object([
      ("id", .string(id)), ("shortDescription", .text(summary)),
      ("fullDescription", .text("\(why) \(fix.sentence)")),
      ("helpUri", .string(Rule.page(of: id))),
      ("defaultConfiguration", .object([("enabled", .bool(isOn)), ("level", .string(severity.sarif))])),
    ])
  }
}

extension Severity {
  fileprivate var sarif: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}

extension JSONValue {
  /// What SARIF calls a message.
  fileprivate static func text(_ text: String) -> JSONValue { .object([("text", .string(text))]) }
}

extension JSONWriter {
  /// What SARIF calls a message.
  fileprivate mutating func member(_ name: StaticString, text: String) {
    member(name) { $0.object { $0.member("text", text) } }
  }
}
