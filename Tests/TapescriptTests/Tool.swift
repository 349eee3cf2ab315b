import Foundation
import Support

/// The tool as a user runs it: the built program, its two outputs and its exit code.
enum Tool {
  struct Result {
    var code: Int
    var output: String
    var complaints: String

    func json<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
      try JSONDecoder().decode(type, from: Data(output.utf8))
    }
  }

  /// Where the test bundle is, there is what was built with it.
  private static let folder: URL = {
    #if os(macOS)
      for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
        return bundle.bundleURL.deletingLastPathComponent()
      }
    #endif
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
  }()

  static let path = folder.appending(path: "tapescript").path()

  /// Takes from a program the superuser's right to read and write everything (Linux, capabilities(7)).
  private static let setpriv = "/usr/bin/setpriv"

  /// Whether the tool can be run with the rights of an ordinary user.
  static let canBeOrdinary = getuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv)

  /// Runs the tool to its end.
  ///
  /// - Parameter isOrdinary: whether permissions hold for it, as they do for everybody but the superuser.
  static func run(
    _ arguments: [String], in directory: URL = Repository.root, input: String = "", environment: [String: String] = [:],
    isOrdinary: Bool = false
  ) throws -> Result {
    let rights =
      isOrdinary && getuid() == 0 ? [setpriv, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] : []
    return try Program.run(
      rights + [path] + arguments, in: directory, input: input,
      environment: ["PATH": "/usr/bin:/bin"].merging(environment) { $1 })
  }

  static func check(
    _ arguments: String..., in directory: URL = Repository.root, input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try run(["check"] + arguments, in: directory, input: input, environment: environment)
  }
}

/// Invented talk in the page notation.
enum Talk {
  static let healthy = """
    Transcript

    Ida: We begin at the door of the lamp shop. (0:10)

    Tove: The owner is up on the ladder. (0:14)

    Ida: Then we wait until he is down. (0:20)

    """

  static let faulty = healthy.replacing("(0:14)", with: "(0:1)")

  /// Not an error: a section without a segment.
  static let doubtful = healthy + "\nThe last lamp\n"
}
