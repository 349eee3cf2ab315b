import Foundation
import Support

/// A terminal for a program to write to: script(1) of util-linux.
enum Terminal {
  #if os(Linux)
    static let isAvailable = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
  #else
    static let isAvailable = false
  #endif

  /// What the tool writes there.
  static func run(_ arguments: String, _ environment: [String: String]) throws -> String {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", "'\(Tool.path)' \(arguments)", folder.url("seen").path()]
    process.currentDirectoryURL = Repository.root
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try folder.string("seen")
  }
}
