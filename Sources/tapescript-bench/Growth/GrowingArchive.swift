import Formats
import Rules
import SourceText
import Transcript

/// An archive of any number of files with one feature that may make it slow to find copies. The work must grow with the
/// number of files and no faster.
struct GrowingArchive: Sendable {
  let name: String
  /// The turns of a file, by the numbers of the sentences in them.
  let turns: @Sendable (_ file: Int) -> [Int]
  /// The name of the episode of a file.
  var episode: @Sendable (_ file: Int) -> String = { "episode \($0)" }

  static let all = [
    GrowingArchive(name: "equal files") { _ in Array(0..<20) },
    GrowingArchive(name: "files that differ in a turn") { [$0 + 100] + Array(0..<19) },
    GrowingArchive(name: "files with the same greeting") { file in [0, 1] + (1...18).map { file * 20 + $0 + 100 } },
    GrowingArchive(name: "pairs of equal files") { file in (0..<20).map { file / 2 * 20 + $0 } },
    GrowingArchive(name: "equal files of one name", turns: { _ in Array(0..<20) }, episode: { _ in "index" }),
    GrowingArchive(name: "equal files of two names", turns: { _ in Array(0..<20) }, episode: { "index \($0 % 2)" }),
  ]

  /// How much processor time it takes to find the copies of all files, in milliseconds.
  func time(count: Int) -> Double {
    guard let format = Notations.builtIn.format(named: Notations.captions) else { return .infinity }
    let files = (0..<count).map { file in
      let lines = turns(file).enumerated().map { place, sentence in
        "\(GrowingText.clock(place * 5)) What does gate \(GrowingText.word(sentence)) weigh with all of its chains on?\n"
      }
      return LongTurns(Document(Text(lines.joined()), format: format).reading)
    }
    return Clock.work.milliseconds {
      var index = TurnIndex()
      for (number, turns) in files.enumerated() { index.update("file \(number)", turns, episode: episode(number)) }
      for number in files.indices { consume(index.copies(of: "file \(number)")) }
    }
  }
}
