import Formats
import Rules
import SourceText
import Transcript

/// How fast the same episode is read in each notation that is built in, and opened, which is to find all findings, too.
struct NotationTimes {
  let patience: Patience
  let isWanted: (String) -> Bool

  /// In bytes, as a page; the other notations need some more or less.
  private static let size = 700_000

  var table: String {
    let page = Kind(notation: .page).episode(of: Self.size)
    let script = Document(Text(page), format: Self.format(of: Text(page), "page")).reading.script
    var lines = ["| notation | KB | read, MB/s | opened, MB/s |", "|---|--:|--:|--:|"]
    for format in Notations.builtIn.formats where isWanted(format.name) {
      guard let bytes = script.written(in: format)?.bytes else { fatalError("\(format.name) is not written") }
      let read = median(patience) {
        bytes
      } _: { bytes in
        let text = Text(bytes)
        consume(Document(text, format: Self.format(of: text, format.name)))
      }
      let opened = median(patience) {
        bytes
      } _: { bytes in
        let text = Text(bytes)
        consume(Judge.findings(in: Document(text, format: Self.format(of: text, format.name)).reading))
      }
      let rates = [read, opened].map { rounded(Double(bytes.count) / 1_000 / $0) }
      lines.append("| \(format.name) | \(bytes.count / 1_000) | \(rates.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text may look like another notation that is written alike, so the notation is found out as for any file, and then
  /// the one is taken in which the text was written.
  private static func format(of text: Text, _ name: String) -> any Format {
    consume(Detection.detect(text))
    guard let format = Notations.builtIn.format(named: name) else { fatalError("there is no notation \(name)") }
    return format
  }
}
