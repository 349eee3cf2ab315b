import Configuration
import Files
import Rules

/// A file that is to be read, and what holds for it.
struct Subject: Sendable {
  let source: Source
  /// Whether the user named it, and it was not only found in a directory: then that it cannot be read is a failure.
  let isNamed: Bool
  let settings: FileSettings
  let neighbours: Neighbours
  /// Those whom the site knows.
  let people: People?

  /// What the files around it say, as far as some rules want to know. They are read now.
  func surroundings(for rules: Settings) -> Surroundings {
    neighbours.surroundings(for: rules, people: people, LocalFiles())
  }
}

extension ConfigurationStore {
  /// The files with what holds for them.
  ///
  /// Those whose configuration has a mistake are left out: what would be found in them is not what somebody wants to
  /// know. The mistakes are told at once.
  ///
  /// - Parameter isWrong: set where there was a mistake.
  mutating func subjects(_ files: [Walk.File], isWrong: inout Bool) -> [Subject] {
    let subjects = files.compactMap { file -> Subject? in
      let path = absolutePath(file.source.name)
      guard let chain = chain(for: path) else {
        return subject(file, path, FileSettings())
      }
      return chain.isWrong ? nil : subject(file, path, settings(for: path))
    }
    if tellMistakes(in: chains) { isWrong = true }
    return subjects
  }

  private mutating func subject(_ file: Walk.File, _ path: String, _ settings: FileSettings) -> Subject {
    let neighbours = neighbours(of: path, settings)
    return Subject(
      source: file.source, isNamed: file.isNamed, settings: settings, neighbours: neighbours,
      people: people(of: neighbours))
  }
}
