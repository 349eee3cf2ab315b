import ArgumentParser
import Formats
import FoundationEssentials
import SourceText

/// Prints the detected notation of each file below some directories, as a Markdown table.
struct DetectionTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "detection",
    abstract: "Say in which notation each file of some archives is found to be, and why.",
    discussion: """
      Each directory that holds files is an archive. With --expect only the files are listed that are found to be something \
      else than their directory holds, and the last line counts them: --expect lenny=rev --expect show-notes=none.
      """)

  @Argument(help: ArgumentHelp("Directories with transcripts and other files.", valueName: "path"))
  var paths: [String]

  @Option(
    name: .customLong("expect"),
    help: ArgumentHelp(
      "What the files of a directory are; may be given several times, and names several notations with commas.",
      valueName: "directory=notation"))
  var expectations: [String] = []

  func run() throws {
    let expected = Dictionary(
      expectations.compactMap { word -> (Substring, [Substring])? in
        let pieces = word.split(separator: "=")
        return pieces.count == 2 ? (pieces[0], pieces[1].split(separator: ",")) : nil
      }, uniquingKeysWith: +)
    var (all, wrong) = (0, 0)
    print("| file | found | why |\n| --- | --- | --- |")
    for path in paths {
      for file in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
        guard let data = FileManager.default.contents(atPath: path + "/" + file) else { continue }
        let full = (path + "/" + file).split(separator: "/")
        let text = Text(Array(data))
        let detection = Detection.detect(text, path: file)
        let found = detection.format?.name ?? "none"
        if let wanted = expected[full.dropLast().last ?? ""] {
          all += 1
          if wanted.contains(Substring(found)) { continue }
          wrong += 1
        } else if !expected.isEmpty {
          continue
        }
        let grounds = detection.grounds(in: text).split(separator: "|").joined(separator: "\\|")
        print("| \(full.suffix(2).joined(separator: "/")) | \(found) | \(grounds) |")
      }
    }
    if all > 0 { print("\n\(counted(wrong, "file")) of \(all) found to be something else") }
  }
}
