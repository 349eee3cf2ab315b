import ArgumentParser

/// How something is written that is not a report of findings.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
