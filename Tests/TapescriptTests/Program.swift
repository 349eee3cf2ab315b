import Files
import Foundation
import Support
import Testing

/// A program that is run to its end. Foundation's `Process` fails now and then where many are started at once.
enum Program {
  /// - Parameters:
  ///   - words: its path, and its arguments.
  ///   - environment: all that it knows of its surroundings.
  static func run(
    _ words: [String], in directory: URL, input: String = "", environment: [String: String]
  ) throws -> Tool.Result {
    let scratch = try Folder(["input": input, "output": "", "complaints": ""])
    let files = [
      try FileHandle(forReadingFrom: scratch.url("input")), try FileHandle(forWritingTo: scratch.url("output")),
      try FileHandle(forWritingTo: scratch.url("complaints")),
    ]
    var surroundings = Environment { _ in false }
    for (name, value) in environment { surroundings.set(name, value) }
    // The shell goes to the directory, and is then the program.
    let inside = ["-c", "cd \"$1\" && shift && exec \"$@\"", "sh", directory.path(percentEncoded: false)]
    let child = try ChildProcess(
      "/bin/sh", inside + words, environment: surroundings, input: files[0].fileDescriptor,
      output: files[1].fileDescriptor, complaints: files[2].fileDescriptor)
    let deadline = DispatchWorkItem { kill(child.id, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: deadline)
    let code = child.wait()
    deadline.cancel()
    for file in files { try file.close() }
    return Tool.Result(
      code: Int(code), output: try scratch.string("output"), complaints: try scratch.string("complaints"))
  }
}
