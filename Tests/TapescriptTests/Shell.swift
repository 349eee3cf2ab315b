import Foundation
import Support

/// A shell in which the tool is `tapescript`, as people have it.
enum Shell {
  static let path = "/bin/bash"
  static let isAvailable = FileManager.default.isExecutableFile(atPath: path)

  /// Runs a line of it to its end.
  static func run(_ line: String, in folder: Folder, _ environment: [String: String] = [:]) throws -> Tool.Result {
    let environment = ["PATH": "/usr/bin:/bin", "TAPESCRIPT": Tool.path].merging(environment) { $1 }
    return try Program.run(
      [path, "-c", "tapescript() { \"$TAPESCRIPT\" \"$@\"; }; " + line], in: folder.root, environment: environment)
  }
}
