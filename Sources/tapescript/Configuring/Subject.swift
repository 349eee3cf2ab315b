import Configuration
import Files
import Rules

/// A file to be read, and its settings.
struct Subject: Sendable {
  let source: Source
  /// Whether the user named it. Only then is it a failure that it cannot be read.
  let isNamed: Bool
  let settings: FileSettings
  let neighbours: Neighbours
  /// The people of the site.
  let people: People?

  /// What the files around it say, as far as a rule needs it. They are read now.
  func surroundings(for rules: Settings) -> Surroundings {
    neighbours.surroundings(for: rules, people: people, LocalFiles())
  }
}

extension ConfigurationStore {
  /// The files with their settings.
  ///
  /// Files whose configuration has a mistake are left out, since their findings might not be the intended ones. The
  /// mistakes are printed at once.
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
