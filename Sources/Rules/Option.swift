extension Rule {
  /// Something that the configuration can say about a rule: `{"severity": "warning", "seconds": 900}`.
  public struct Option: Sendable {
    /// What an option can be set to.
    public enum Value: Sendable, Equatable {
      case number(Double)
      case flag(Bool)
      case words([String])
    }

    /// What a number may be. No unit that options count in needs more, and with less nothing overflows.
    public static let numbers = 0.0...1_000_000_000

    /// As written in configuration.
    public let name: String
    /// Where the configuration says nothing.
    public let standard: Value
    /// What it means and in which unit, for people.
    public let about: String

    init(_ name: String, _ standard: Value, _ about: String) {
      self.name = name
      self.standard = standard
      self.about = about
    }
  }
}

extension Rule.Option.Value: CustomStringConvertible {
  /// As people are shown it: `600`, `true`, `um, uh`, `none`.
  public var description: String {
    switch self {
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .flag(let flag): "\(flag)"
    case .words(let words): words.isEmpty ? "none" : words.joined(separator: ", ")
    }
  }
}
