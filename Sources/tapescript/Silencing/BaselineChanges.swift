import Configuration
import Files
import Rules
import SourceText
import Transcript

/// How the findings of one file differ from a baseline.
struct BaselineOutcome: Sendable {
  /// The name of the file in the baseline.
  let key: String
  /// The name that the baseline has for it; a different one if the file was renamed.
  let knownName: String?
  /// The entries for this file that the baseline should have from now on.
  var kept: Baseline.Entries
  /// The entries that no longer match, by rule.
  var stale: [String: Int] = [:]
}

extension BaselineFile {
  /// Removes the known findings; or, where a baseline is written, records all of them.
  ///
  /// - Parameters:
  ///   - reading: nil where there is none, and so no findings.
  ///   - key: the name of the file in the baseline.
  ///   - isOn: whether a rule was applied. Entries of other rules are kept, since nothing is known of them now.
  func heed(
    _ found: inout [Finding], in reading: Reading?, of key: String, isOn: (String) -> Bool
  ) -> BaselineOutcome {
    let all = found
    let entries = { reading.map { Baseline.entries(of: all, in: $0) } ?? [:] }
    let name = knownName(of: key, with: entries)
    let known = name.flatMap { baseline.files[$0] } ?? [:]
    var outcome = BaselineOutcome(key: key, knownName: name, kept: known.filter { !isOn($0.key) })
    if purpose == .write {
      outcome.kept.merge(entries()) { $1 }
      found = []
    } else {
      let (fresh, used) = reading.map { Baseline.compare(all, in: $0, with: known) } ?? ([], [:])
      outcome.kept.merge(used) { $1 }
      for (rule, entries) in known where isOn(rule) {
        let left = entries.values.reduce(0, clampedSum) - (used[rule]?.values.reduce(0, +) ?? 0)
        if left > 0 { outcome.stale[rule] = left }
      }
      found = fresh
    }
    return outcome
  }
}

/// A stranger may have written a baseline, with any numbers.
private func clampedSum(_ a: Int, _ b: Int) -> Int {
  let (sum, overflows) = a.addingReportingOverflow(max(0, b))
  return overflows ? .max : sum
}

/// The new state of a baseline after a check.
struct BaselineChanges {
  /// The new content.
  private(set) var baseline: Baseline
  /// The entries that no longer match, by file and rule.
  private(set) var stale: [(file: String, rules: [String: Int])] = []

  /// - Parameter paths: the paths that were checked. Entries of missing files outside of these are kept.
  init(_ file: BaselineFile, _ outcomes: [BaselineOutcome], paths: [String]) {
    baseline = file.baseline
    let scope = paths.map(absolutePath)
    let renamed = Set(outcomes.compactMap(\.knownName))
    for key in file.gone.sorted() where !renamed.contains(key) {
      let place = file.place(of: key)
      guard scope.contains(where: { isPath(place, within: $0) }) else { continue }
      stale.append((key, file.baseline.files[key]!.mapValues { $0.values.reduce(0, clampedSum) }))
      baseline.files[key] = nil
    }
    for outcome in outcomes {
      if let name = outcome.knownName { baseline.files[name] = nil }
      if !outcome.stale.isEmpty { stale.append((outcome.key, outcome.stale)) }
    }
    for outcome in outcomes { baseline.files[outcome.key] = outcome.kept.isEmpty ? nil : outcome.kept }
    stale.sort { $0.file < $1.file }
  }

  var staleCount: Int { stale.flatMap(\.rules.values).reduce(0, clampedSum) }

  /// Names the first entries that match no finding.
  func lines(limit: Int = 20) -> [String] {
    let named = stale.prefix(limit).map { file, rules in
      let list = rules.sorted { $0.key < $1.key }.map { "\(shortened($0.key)) (\(grouped($0.value)))" }
      return "\(shortened(file, to: 300)): not found any more: \(list.prefix(20).joined(separator: ", "))"
    }
    return stale.count > limit ? named + ["and in \(counted(stale.count - limit, "more file"))"] : named
  }
}
