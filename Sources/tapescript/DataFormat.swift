import ArgumentParser

/// The form of an output that is not a report of findings.
enum DataFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
