import Foundation

/// A shell in which the tool is `tapescript`, as people have it.
enum Shell {
  static let path = "/bin/bash"
  static let isAvailable = FileManager.default.isExecutableFile(atPath: path)

  /// Runs a line of it to its end.
  static func run(_ line: String, in folder: Folder, _ environment: [String: String] = [:]) throws -> Tool.Result {
    let scratch = try Folder(["output": "", "complaints": ""])
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", "tapescript() { \"$TAPESCRIPT\" \"$@\"; }; " + line]
    process.currentDirectoryURL = folder.root
    process.environment = ["PATH": "/usr/bin:/bin", "TAPESCRIPT": Tool.path].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: scratch.url("output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url("complaints"))
    try process.run()
    let deadline = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: deadline)
    process.waitUntilExit()
    deadline.cancel()
    return Tool.Result(
      code: Int(process.terminationStatus), output: try scratch.string("output"),
      complaints: try scratch.string("complaints"))
  }
}
