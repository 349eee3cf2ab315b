import ArgumentParser
import FoundationEssentials
import SeededRandom
import SourceText

/// Prints, as a Markdown table, how many planted mistakes of each kind lead to the expected finding and to no other.
struct Mutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plant known mistakes in healthy transcripts and see what is said of them.",
    discussion: """
      A mistake counts as found when it has exactly one finding of at least warning level, of the right rule and in the \
      right place, and when the text as it was is among the fixes where it can be. Mended are those whose best fix \
      gives the text as it was. The mistakes are the same for the same seed.
      """)

  @Argument(
    help: ArgumentHelp("Transcripts besides the invented ones; those with mistakes are left out.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("How many mistakes of a sort are planted in each transcript.", valueName: "count"))
  var count = 50

  @Option(help: "Where the random numbers begin.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Only mistakes whose name has this in it.", valueName: "text"))
  var kind: String?

  @Flag(help: "Show each mistake of which something else is said.")
  var misses = false

  func run() throws {
    let given = paths.compactMap { path in
      FileManager.default.contents(atPath: path).flatMap { Specimen(path, Text(Array($0))) }
    }
    let kinds = MutationKind.all.filter { $0.name.contains(kind ?? $0.name) }
    let scores = kinds.map { Score($0, Specimen.invented + given, count: count, seed: seed) }
    print("| mistake | planted | found | fixed |\n|---|--:|--:|--:|")
    for score in scores {
      print("| \(score.kind) | \(score.planted) | \(score.share(score.found)) | \(score.share(score.fixed)) |")
    }
    guard misses else { return }
    for score in scores where !score.misses.isEmpty {
      print("\n\(score.kind)")
      for miss in score.misses { print("  \(miss)") }
    }
  }
}

/// How many mistakes of one kind were found.
struct Score {
  let kind: String
  private(set) var planted = 0
  /// For how many the best fix restores the text.
  private(set) var fixed = 0
  /// Descriptions of the mistakes that were not found as expected.
  private(set) var misses: [String] = []

  var found: Int { planted - misses.count }

  func share(_ part: Int) -> String { planted == 0 || part == 0 ? "" : "\(part * 100 / planted) %" }

  init(_ kind: MutationKind, _ specimens: [Specimen], count: Int, seed: UInt64) {
    self.kind = kind.name
    for specimen in specimens {
      var random = SeededGenerator(seed: seed)
      // Not every attempt makes a mistake: the changed digit may give a time that fits.
      for mutation in (0..<(20 * count)).lazy.compactMap({ _ in kind.plant(specimen, &random) }).prefix(count) {
        planted += 1
        let verdict = mutation.verdict(as: specimen.notation)
        if verdict.isFixedFirst { fixed += 1 }
        guard let complaint = verdict.complaint else { continue }
        misses.append("\(specimen.name): \(complaint) in “\(mutation.excerpt)”")
      }
    }
  }
}
