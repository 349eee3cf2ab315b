import Foundation

/// The encodings of Python, as a second opinion.
enum PythonCodecs {
  static let isInstalled = (try? run("print(1)")) == "1\n"

  /// What a program prints.
  static func run(_ program: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// The bytes of each text in an encoding, which must have all its characters.
  static func encode(_ texts: [String], as encoding: String) throws -> [[UInt8]] {
    let program = """
      for hex in '\(texts.map { hex(Array($0.utf8)) }.joined(separator: ","))'.split(','):
          print(bytes.fromhex(hex).decode('utf-8').encode('\(encoding)').hex())
      """
    return try run(program).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(bytes)
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  static func bytes(_ hex: some StringProtocol) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }
}
