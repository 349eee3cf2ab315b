import ArgumentParser

struct Grow: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure whether the work grows with a text, or faster.",
    discussion: """
      Each row is a text that is bad for one thing, or an archive whose files are held against each other. Times are milliseconds of the processor's work; behind × stands how \
      many times as long it takes as for half the size.
      """)

  @Option(help: ArgumentHelp("Only the texts whose name contains this.", valueName: "text"))
  var only: String?

  @Option(help: ArgumentHelp("The greatest size.", valueName: "bytes"))
  var size = 1_000_000

  @Option(help: ArgumentHelp("The greatest number of files of an archive.", valueName: "files"))
  var files = 4_000

  func run() {
    print("| text | \(Effort.allCases.map(\.rawValue).joined(separator: " | ")) |")
    print("|---|\(String(repeating: "--:|", count: Effort.allCases.count))")
    for text in GrowingText.all where only.map(text.name.contains) ?? true {
      let cells = Effort.allCases.map { effort in
        let (half, whole) = (effort.time(text, size: size / 2, runs: 2), effort.time(text, size: size, runs: 2))
        return "\(rounded(whole)) ×\(rounded(whole / max(half, 0.001)))"
      }
      print("| \(text.name) | \(cells.joined(separator: " | ")) |")
    }
    print("\n| archive | copies |")
    print("|---|--:|")
    for archive in GrowingArchive.all where only.map(archive.name.contains) ?? true {
      let (half, whole) = (archive.time(count: files / 2), archive.time(count: files))
      print("| \(archive.name) | \(rounded(whole)) ×\(rounded(whole / max(half, 0.001))) |")
    }
  }
}
