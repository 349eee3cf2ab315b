import ArgumentParser
import Configuration
import Files
import Rules
import SourceText

/// A file to be checked, and its settings.
struct Subject: Sendable {
  let source: Source
  /// Whether the user named it. Only then is it a failure that it cannot be read.
  let isNamed: Bool
  let settings: FileSettings
  let neighbours: Neighbours
  /// The people of the site.
  let people: People?

  /// The content of the files around it that the given rules need. These files are read now.
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
      return chain(for: path)?.isWrong ?? false ? nil : subject(file, path, settings(for: path))
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

extension ConfigurationOptions {
  /// The one file that a command reads, with its settings. Mistakes in its configuration are printed and end the
  /// command.
  ///
  /// - Parameter advice: what to give the command instead of a directory.
  func subject(at path: String, _ input: StandardInputOptions, else advice: String) throws -> (Source, Subject) {
    if (try? FileStatus(path))?.kind == .directory {
      throw ValidationError("\(visible(path)) is a directory, and \(advice)")
    }
    let source = path == "-" ? input.source : .file(path)
    var store = store
    var isWrong = false
    guard let subject = store.subjects([Walk.File(source: source, isNamed: true)], isWrong: &isWrong).first else {
      throw ExitStatus.failure
    }
    return (source, subject)
  }
}
