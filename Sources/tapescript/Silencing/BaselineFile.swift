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
    var file = try OpenFile(path)
    defer { file.close() }
    let bytes = try file.read(atMost: .max)
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
      throw Failure(path: path, reason: "this is no baseline; write it anew with --write-baseline")
    }
    guard content.version == Content.currentVersion else {
      throw Failure(
        path: path, reason: "a baseline of version \(content.version); write it anew with --write-baseline")
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

  private struct Content: Codable {
    static let currentVersion = 1
    var version: Int
    var files: [String: [String: [String: Int]]]
  }
}
