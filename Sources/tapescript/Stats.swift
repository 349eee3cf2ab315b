import ArgumentParser
import Features
import Files
import Platform
import Rules
import SourceText

struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what is in transcripts.",
    discussion: """
      Length, words, speakers with their shares, sections, pace, uncertain passages and the longest stretch without a \
      time, for each transcript and for all together. Directories are searched as by check.
      """)

  @Argument(
    help: ArgumentHelp("Files, directories, or - for the standard input.", valueName: "path"), completion: .file())
  var arguments: [String]
  private var paths: [String] { ParserArguments.paths(in: arguments) }

  @Option(help: "The format of the numbers.")
  var format = DataFormat.text

  @Option(
    help: ArgumentHelp("Write an SVG picture that shows who speaks when in one transcript.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions

  @OptionGroup var input: StandardInputOptions

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    var walk = Walk(configuration.store)
    for path in paths {
      if path == "-" { walk.add(standardInput: input.source) } else { walk.add(path) }
    }
    var isWrong = false
    let subjects = walk.configurations.subjects(walk.files, isWrong: &isWrong)
    try leavingOnFailure(try Inputs(paths + walk.configurations.paths, subjects).spare(svg))
    let results = inParallel(subjects) { (subject) -> Swift.Result<CountedEpisode?, Failure> in
      Swift.Result { () throws(Failure) in try CountedEpisode(subject) }
    }
    var failures = walk.failures
    var episodes: [CountedEpisode] = []
    for (subject, result) in zip(subjects, results) {
      switch result {
      case .success(let episode): if let episode { episodes.append(episode) }
      case .failure(let failure): if subject.isNamed { failures.append(failure) }
      }
    }
    for failure in failures.sorted() { complain("tapescript: \(failure)") }
    if episodes.isEmpty, failures.isEmpty, !isWrong { complain("tapescript: no transcript found") }
    if !episodes.isEmpty {
      if let svg { try draw(episodes, to: svg) } else { try printOut(text(of: episodes)) }
    }
    if isWrong || episodes.isEmpty || !failures.isEmpty { throw ExitStatus.failure }
  }

  private func text(of episodes: [CountedEpisode]) -> String {
    switch format {
    case .json: episodesJSON(episodes).text + "\n"
    case .text where episodes.count == 1: episodes[0].sheet(Terminal(color))
    case .text: episodesTable(episodes, Terminal(color))
    }
  }

  private func draw(_ episodes: [CountedEpisode], to path: String) throws {
    guard episodes.count == 1 else {
      complain("tapescript: --svg draws one transcript, and there are \(grouped(episodes.count))")
      throw ExitStatus.failure
    }
    guard let picture = EpisodePicture(episodes[0]) else {
      complain("tapescript: \(visible(episodes[0].name)): there are no times, so there is nothing to draw")
      throw ExitStatus.failure
    }
    do throws(Failure) {
      let file = try ReportDestination(path)
      file.write(picture.document)
      try file.finish()
    } catch {
      complain("tapescript: \(error)")
      throw ExitStatus.failure
    }
  }
}
