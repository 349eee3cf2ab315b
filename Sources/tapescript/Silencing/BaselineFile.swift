import Files
import FoundationEssentials
import Rules

/// A file of findings that are not to be mentioned.
///
/// Its paths begin at its own directory, so that the check may be run from anywhere, and its lines are in order, so that
/// a version control system shows what came and what went.
struct BaselineFile: Sendable {
  enum Purpose: Sendable {
    /// What is in it is not mentioned.
    case heed
    /// The same, and what matches nothing any more is dropped.
    case prune
    /// All that is found is noted in it.
    case write
  }

  let path: String
  let purpose: Purpose
  let baseline: Baseline
  private let directory: String
  /// The files of which it speaks and that are no more: perhaps they have another name now.
  let gone: Set<String>
  /// Those of them in which there was a finding, by its fingerprint.
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

  /// What a file is called in here.
  func key(of name: String) -> String {
    let path = absolutePath(name)
    return path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path
  }

  /// From the root.
  func place(of key: String) -> String { Self.place(of: key, in: directory) }

  private static func place(of key: String, in directory: String) -> String {
    key.hasPrefix("/") ? key : directory + key
  }

  /// The name under which a file is known. One that is not, and has findings of a file that is no more, is that file: it
  /// was renamed.
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
      throw Failure(path: path, reason: "\(error.reason); --write-baseline makes a baseline")
    }
    defer { file.close() }
    let bytes = Data(try file.readAll())
    // What else stands in a baseline of another version is not known.
    if let version = try? JSONDecoder().decode(Version.self, from: bytes).version, version != Content.currentVersion {
      throw Failure(
        path: path,
        reason: "a baseline of version \(version), and this tapescript reads \(Content.currentVersion); \(Self.anew)")
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: bytes) else {
      throw Failure(path: path, reason: "this is no baseline; \(Self.anew)")
    }
    self.init(path: path, Baseline(files: content.files), for: purpose)
  }

  func write(_ baseline: Baseline) throws(Failure) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // What is made of strings and numbers can always be encoded.
    let data = try! encoder.encode(Content(version: Content.currentVersion, files: baseline.files))
    let destination = try ReportDestination(path)
    destination.write(String(decoding: data, as: UTF8.self) + "\n")
    try destination.finish()
  }

  private static let anew = "write it anew with --write-baseline"

  private struct Version: Decodable {
    var version: Int
  }

  private struct Content: Codable {
    static let currentVersion = 1
    var version: Int
    var files: [String: Baseline.Entries]
  }
}
