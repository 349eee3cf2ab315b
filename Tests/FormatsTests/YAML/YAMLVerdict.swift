import SourceText
import Transcript

/// What this program says of a front matter, as far as YAML is concerned.
enum YAMLVerdict {
  /// The faults of a reading for which YAML refuses it, with their lines from 0.
  static func faults(in reading: Reading) -> [(fault: Fault, line: Int)] {
    guard reading.blocks.faultyCount > 0 else { return [] }
    return reading.blocks.indices.flatMap { index in
      reading.blocks.parts(of: index).compactMap { part in
        guard let fault = part.fault else { return nil }
        let range = reading.range(of: part, in: index)
        let isRefused = fault == .alias ? !hasAnchor(reading, range) : fault.isYAML || fault == .frontMatterNotClosed
        return isRefused ? (fault, reading.text.line(at: range.lowerBound)) : nil
      }
    }
  }

  private static func hasAnchor(_ reading: Reading, _ alias: Range<Int>) -> Bool {
    let anchor = "&" + reading.text.string(alias).dropFirst()
    let above = reading.text.string(0..<alias.lowerBound)
    return above.split { " \n".contains($0) }.contains { $0 == anchor }
  }
}
