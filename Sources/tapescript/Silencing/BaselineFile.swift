import Files
import FoundationEssentials
import Rules

/// A file of findings that are not to be mentioned.
///
/// Its paths begin at its own directory, so that the check may be run from anywhere, and its lines are in order, so that
/// a version control system shows what came and what went.
struct BaselineFile: Sendable {
  let path: String
  /// Nil where it is to be written.
  let baseline: Baseline?
  private let directory: String

  init(path: String, baseline: Baseline?) {
    self.path = path
    self.baseline = baseline
    let whole = absolutePath(path)
    directory = String(whole[...(whole.lastIndex(of: "/") ?? whole.startIndex)])
  }

  init(reading path: String) throws(Failure) {
    var file: OpenFile
    do { file = try OpenFile(path) } catch {
      throw Failure(path: path, reason: "\(error.reason); --write-baseline makes a baseline")
    }
    defer { file.close() }
    let bytes = Data(try file.read(atMost: .max))
    // What else stands in a baseline of another version is not known.
    if let version = try? JSONDecoder().decode(Version.self, from: bytes).version, version != Content.currentVersion {
      throw Failure(
        path: path,
        reason: "a baseline of version \(version), and this tapescript reads \(Content.currentVersion); \(Self.anew)")
    }
    guard let content = try? JSONDecoder().decode(Content.self, from: bytes) else {
      throw Failure(path: path, reason: "this is no baseline; \(Self.anew)")
    }
    self.init(path: path, baseline: Baseline(files: content.files))
  }

  /// What a file is called in here.
  func key(of name: String) -> String {
    let path = absolutePath(name)
    return path.hasPrefix(directory) ? String(path.dropFirst(directory.count)) : path
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
    var files: [String: [String: [String: Int]]]
  }
}
