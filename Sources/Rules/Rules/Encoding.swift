import SourceText
import Transcript

extension Rule {
  /// The file is read all the same.
  static let encoding = Rule(
    "encoding", .error,
    summary: "The file is not valid UTF-8; the finding is at the first invalid byte.",
    why: "Programs show a replacement mark instead of the letter, or refuse the file.",
    looks: .atDocument { reading, report in
      guard reading.blocks.invalidCount > 0 else { return }
      guard let block = reading.blocks.indices.first(where: { !reading.blocks[$0].isValidUTF8 }) else { return }
      let range = reading.blocks.range(of: block)
      let first = reading.text.bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: .init(rebasing: $0[range])) }
      guard let first else { return }
      let offset = range.lowerBound + first
      let byte = String(reading.text.bytes[offset], radix: 16, uppercase: true)
      report(
        offset..<(offset + 1), "The byte \(byte) at offset \(offset) is not UTF-8; \(advice(reading.text.bytes)).")
    })
}

/// What the bytes may be instead. Nothing is converted without being asked, since a wrong guess destroys what was written.
private func advice(_ bytes: [UInt8]) -> String {
  let command = "tapescript convert --from-encoding"
  switch TextEncoding.detect(bytes) {
  case .certain(let encoding): return "the file looks like \(encoding.title) (\(command) \(encoding.rawValue))"
  case .possible(let encodings):
    return "the file may be \(encodings.map(\.title).joined(separator: " or ")) (\(command))"
  case .unknown: return "save the file as UTF-8"
  }
}
