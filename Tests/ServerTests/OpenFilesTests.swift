import Configuration
import LSP
import SeededRandom
import Testing

@testable import Server

@Suite struct OpenFilesTests {
  /// Who is concerned by a file is what looking at all open documents would say.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func readersAreThoseWhoRead(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let paths = ["a", "b"].flatMap { folder in
      ["lock.md", "lock.page.txt", "lock.captions.txt", "mill.txt", "mill.list"].map { "/\(folder)/\($0)" }
    }
    let names = paths.map { DocumentURI(filePath: $0) } + [DocumentURI("untitled:lock"), DocumentURI("file:")]
    var files = OpenFiles()
    var open: [DocumentURI: [String]] = [:]
    for _ in 0..<200 {
      let uri = names.randomElement(using: &generator)!
      switch Int.random(in: 0..<3, using: &generator) {
      case 0:
        files.add(uri)
        open[uri, default: []] += []
      case 1 where open[uri] != nil:
        let reads = paths.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
        files.note(uri, reads: reads)
        open[uri] = reads
      default:
        files.remove(uri)
        open[uri] = nil
      }
      for one in names where one.isFile {
        #expect(files[one.path] == (open[one] == nil ? nil : one))
        let readers = open.filter { other, reads in
          other != one && (reads.contains(one.path) || (other.isFile && isOneEpisode(other.path, one.path)))
        }
        #expect(files.readers(of: one) == readers.keys.sorted { $0.string < $1.string })
      }
    }
  }

  private func isOneEpisode(_ path: String, _ other: String) -> Bool {
    path.split(separator: "/").dropLast() == other.split(separator: "/").dropLast()
      && episodeName(path) == episodeName(other)
  }
}
