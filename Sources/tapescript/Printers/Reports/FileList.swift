import ArgumentParser
import Files
import JSON
import Platform
import SourceText
import Workspace

/// The transcripts among some sources, each with its notation.
struct FileList {
  private struct Entry: Sendable {
    var name: String
    var notation: String?
    /// Why it is no transcript.
    var reason: String?
    var failure: Failure?
  }

  private let entries: [Entry]

  init(_ subjects: [Subject]) {
    entries = inParallel(subjects) { subject in
      let source = subject.source
      do throws(Failure) {
        let file = try TranscriptFile(source, notation: subject.settings.notation)
        return Entry(name: source.name, notation: file.notation, reason: file.reason)
      } catch {
        return subject.isNamed
          ? Entry(name: source.name, failure: error) : Entry(name: source.name, reason: error.reason)
      }
    }
  }

  /// - Parameter mayBeEmpty: whether the list may be without transcripts; if nil, it may as long as files were found.
  func write(_ options: ReportOptions, _ walk: Walk, _ mayBeEmpty: Bool?) throws(ExitCode) {
    let failures = (entries.compactMap(\.failure) + walk.failures).sorted()
    for failure in failures { complain("tapescript: \(failure)") }
    let transcripts = entries.filter { $0.failure == nil && $0.reason == nil }
    try printOut(options.format == .json ? json(transcripts) : table(options.verbose ? entries : transcripts))
    if transcripts.isEmpty, failures.isEmpty { complain("tapescript: no transcript was found") }
    let isFailure = transcripts.isEmpty && !(mayBeEmpty ?? !walk.isEmpty)
    if isFailure || !failures.isEmpty { throw ExitStatus.failure }
  }

  private func table(_ entries: [Entry]) -> String {
    var table = Table([.left, .left])
    for entry in entries where entry.failure == nil {
      table.add([visible(entry.name), entry.reason.map { "(\($0))" } ?? entry.notation ?? ""])
    }
    return table.text
  }

  private func json(_ entries: [Entry]) -> String {
    let lines = entries.map { entry in
      JSONValue.object([("file", .string(entry.name)), ("notation", .string(entry.notation ?? ""))]).text
    }
    return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }
}
