import Foundation

@testable import Formats

/// The program whose output the emitter has to match, where it is installed.
enum PyYAML {
  static let isInstalled = (try? run("import yaml", input: Data())) != nil

  /// What `safe_dump` writes for each document.
  static func dump(_ documents: [YAMLValue]) throws -> [String] {
    let program = """
      import json, sys, yaml
      def value(node):
          if "text" in node: return node["text"]
          if "number" in node: return node["number"]
          if "list" in node: return [value(item) for item in node["list"]]
          return {key: value(item) for key, item in node["map"]}
      documents = [yaml.safe_dump(value(node), allow_unicode=True, sort_keys=False) for node in json.load(sys.stdin)]
      json.dump(documents, sys.stdout)
      """
    let input = try JSONSerialization.data(withJSONObject: documents.map(json))
    return try JSONDecoder().decode([String].self, from: try run(program, input: input))
  }

  private static func json(_ node: YAMLValue) -> [String: Any] {
    switch node {
    case .text(let text), .quoted(let text, _): ["text": text]
    case .literal(let source), .entry(let source): ["number": Int(source) ?? 0]
    case .sequence(let items): ["list": items.map(json)]
    case .mapping(let entries): ["map": entries.map { [$0.key, json($0.value)] as [Any] }]
    }
  }

  private static func run(_ program: String, input: Data) throws -> Data {
    struct NotRun: Error {}
    let folder = FileManager.default.temporaryDirectory.appending(path: "pyyaml-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, result) = (folder.appending(path: "input"), folder.appending(path: "output"))
    try input.write(to: source)
    try Data().write(to: result)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: result)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotRun() }
    return try Data(contentsOf: result)
  }
}
