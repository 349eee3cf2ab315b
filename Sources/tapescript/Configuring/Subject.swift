import Configuration
import Files
import Rules

/// A file that is to be read, and what holds for it.
struct Subject: Sendable {
  let source: Source
  let settings: FileSettings
  let surroundings: Surroundings
}

extension ConfigurationStore {
  /// The files with what holds for them.
  ///
  /// Those whose configuration has a mistake are left out: what would be found in them is not what somebody wants to
  /// know. The mistakes are told at once.
  ///
  /// - Parameter isWrong: set where there was a mistake.
  mutating func subjects(_ sources: [Source], isWrong: inout Bool) -> [Subject] {
    let subjects = sources.compactMap { source -> Subject? in
      let path = absolutePath(source.name)
      guard let chain = chain(for: path) else {
        return Subject(source: source, settings: FileSettings(), surroundings: Surroundings())
      }
      guard !chain.isWrong else { return nil }
      let settings = chain.settings(for: path)
      return Subject(source: source, settings: settings, surroundings: surroundings(for: settings))
    }
    let complaints = chains.flatMap(\.links).flatMap(\.complaints)
    // What several extend is wrong once.
    var told: Set<String> = []
    for complaint in complaints where told.insert(complaint).inserted { complain("tapescript: \(complaint)") }
    if !complaints.isEmpty { isWrong = true }
    return subjects
  }
}
