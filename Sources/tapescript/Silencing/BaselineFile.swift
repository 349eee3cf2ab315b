import Files
import FoundationEssentials
import Rules

/// A file of findings that are not reported.
///
/// Its paths are relative to its own directory, so the check may be run from anywhere. Its lines are sorted, so version
/// control shows which findings came and went.
struct BaselineFile: Sendable {
  enum Purpose: Sendable {
    /// Its findings are not reported.
    case heed
    /// Its findings are not reported, and entries that match no finding are dropped.
    case prune
    /// All findings are written to it.
    case write
  }

  let path: String
  let purpose: Purpose
  let baseline: Baseline
  private let directory: String
  /// Files in the baseline that no longer exist. They may have been renamed.
  let gone: Set<String>
  /// By the fingerprint of a finding: the missing files that had it.
  private let homes: [String: [String]]

  init(path: String, _ baseline: Baseline = Baseline(), for purpose: Purpose) {
    self.path = path
    self.purpose = purpose
    self.baseline = baseline
    let whole = absolutePath(path)
    let directory = String(whole[...(whole.lastIndex(of: "/") ?? whole.startIndex)])
    self.directory = directory
    gone = Set(baseline.files.keys.filter { (try? FileStatus(Self.place(of: $0, in: directory))) == nil })
    var homes: [String: [String]] = [:]
    for file in gone.sorted() {
      for fingerprint in baseline.files[file]!.values.flatMap(\.keys) { homes[fingerprint, default: []].append(file) }
    }
    self.homes = homes
  }

  /// The name of a file in this baseline.
  func key(of name: String) -> String {
    let path = absolutePath(name)
    return path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path
  }

  /// The absolute path of a file in this baseline.
  func place(of key: String) -> String { Self.place(of: key, in: directory) }

  private static func place(of key: String, in directory: String) -> String {
    key.hasPrefix("/") ? key : directory + key
  }

  /// The name that the baseline has for a file. If the baseline does not have the file, but has a missing file with the
  /// same findings, the missing file is taken to have been renamed.
  func knownName(of key: String, with entries: () -> Baseline.Entries) -> String? {
    if baseline.files[key] != nil { return key }
    guard !homes.isEmpty else { return nil }
    var shared: [String: Int] = [:]
    for fingerprint in entries().values.flatMap(\.keys) {
      for file in homes[fingerprint] ?? [] { shared[file, default: 0] += 1 }
    }
    return shared.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension BaselineFile {
  init(reading path: String, for purpose: Purpose) throws(Failure) {
    var file: OpenFile
    do { file = try OpenFile(path) } catch {
      throw Failure(path: path, reason: "\(error.reason); --write-baseline creates a baseline")
    }
    defer { file.close() }
    let bytes = Data(try file.readAll())
    // The rest of a baseline of another version cannot be read.
    if let version = try? JSONDecoder().decode(Version.self, from: bytes).version, version != Content.currentVersion {
      throw Failure(
        path: path,
        reason:
          "the baseline has version \(version), and this tapescript reads version \(Content.currentVersion); \(Self.anew)"
      )
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: bytes) else {
      throw Failure(path: path, reason: "this is not a baseline; \(Self.anew)")
    }
    self.init(path: path, Baseline(files: content.files), for: purpose)
  }

  func write(_ baseline: Baseline) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Strings and numbers can always be encoded.
    let data = try! encoder.encode(Content(version: Content.currentVersion, files: baseline.files))
    let destination = try ReportDestination(path)
    destination.write(String(decoding: data, as: UTF8.self) + "\n")
    try destination.finish()
  }

  private static let anew = "create a new one with --write-baseline"

  private struct Version: Decodable {
    var version: Int
  }

  private struct Content: Codable {
    static let currentVersion = 1
    var version: Int
    var files: [String: Baseline.Entries]
  }
}
