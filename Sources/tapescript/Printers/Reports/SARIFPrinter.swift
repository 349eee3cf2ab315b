import Rules
import SourceText

/// For code scanning. Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
struct SARIFPrinter: Printer {
  /// Their order is that of `ruleIndex`.
  private static let rules = Rule.all
  private static let places = Dictionary(uniqueKeysWithValues: zip(rules.map(\.id), rules.indices))

  var opening: String {
    let driver = JSON.object([
      ("name", .string("tapescript")), ("version", .string(Tapescript.versionNumber)),
      ("informationUri", .string(Rule.home)), ("rules", .array(Self.rules.map(\.sarif))),
    ])
    // Where the check was run is no business of those who read the report, so the base has no address.
    let base = JSON.object([("description", .text("The directory in which the check was run."))])
    return #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":"#
      + driver.text + #"},"columnKind":"unicodeCodePoints","originalUriBaseIds":{"\#(root)":\#(base.text)},"results":["#
  }

  let separator = ","

  func piece(_ file: FileFindings) -> String? {
    guard !file.findings.isEmpty else { return nil }
    let place = Place(file)
    return zip(file.findings, file.fingerprints).map { finding, fingerprint in
      "\n" + result(finding, fingerprint, place).text
    }.joined(separator: ",")
  }

  func closing(_ end: ReportEnd) -> String {
    let notifications = end.failures.map { failure in
      JSON.object([("level", .string("error")), ("message", .text(failure.description))])
    }
    let invocation = JSON.object([
      ("executionSuccessful", .bool(end.failures.isEmpty)), ("toolExecutionNotifications", .array(notifications)),
    ])
    return (end.isEmpty ? "]" : "\n]") + #","invocations":[\#(invocation.text)]}]}"# + "\n"
  }

  private func result(_ finding: Finding, _ fingerprint: String, _ place: Place) -> JSON {
    var members: [(String, JSON)] = [("ruleId", .string(finding.rule))]
    if let index = Self.places[finding.rule] {
      members.append(("ruleIndex", .int(index)))
    }
    members += [
      ("level", .string(finding.severity.sarif)), ("message", .text(finding.message)),
      ("locations", .array([.object([("physicalLocation", place.physical(finding.range))])])),
      ("partialFingerprints", .object([("tapescript/v1", .string(fingerprint))])),
    ]
    if !finding.related.isEmpty {
      members.append(("relatedLocations", .array(finding.related.enumerated().map(place.related))))
    }
    if !finding.fixes.isEmpty { members.append(("fixes", .array(finding.fixes.map(place.fix)))) }
    return .object(members)
  }

  /// Where things are in a file.
  private struct Place {
    private let text: Text
    private let artifact: JSON

    init(_ file: FileFindings) {
      text = file.text
      let uri = ("uri", JSON.string(uriReference(file.name)))
      artifact = .object(file.name.hasPrefix("/") ? [uri] : [uri, ("uriBaseId", .string(root))])
    }

    func physical(_ range: Range<Int>) -> JSON {
      .object([("artifactLocation", artifact), ("region", region(range))])
    }

    func related(_ number: Int, _ related: Finding.Related) -> JSON {
      .object([
        ("id", .int(number + 1)), ("physicalLocation", physical(related.range)), ("message", .text(related.message)),
      ])
    }

    func fix(_ fix: Fix) -> JSON {
      let replacements = JSON.items(fix.edits.count) { index in
        .object([
          ("deletedRegion", region(fix.edits[index].range)),
          ("insertedContent", .text(String(decoding: fix.edits[index].replacement, as: UTF8.self))),
        ])
      }
      return .object([
        ("description", .text(fix.title)),
        (
          "artifactChanges",
          .array([.object([("artifactLocation", artifact), ("replacements", replacements)])])
        ),
        ("properties", .object([("safe", .bool(fix.isSafe))])),
      ])
    }

    private func region(_ range: Range<Int>) -> JSON {
      let start = text.place(of: range.lowerBound)
      let end = text.place(of: range.upperBound)
      return .object([
        ("startLine", .int(start.line)), ("startColumn", .int(start.column)), ("endLine", .int(end.line)),
        ("endColumn", .int(end.column)),
      ])
    }
  }
}

/// What relative addresses are relative to; GitHub knows it by this name.
private let root = "%SRCROOT%"

extension Rule {
  fileprivate var sarif: JSON {
    .object([
      ("id", .string(id)), ("shortDescription", .text(summary)),
      ("fullDescription", .text("\(why) \(repair.sentence)")),
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

extension JSON {
  /// What SARIF calls a message.
  fileprivate static func text(_ text: String) -> JSON { .object([("text", .string(text))]) }
}
