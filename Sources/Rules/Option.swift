extension Rule {
  /// A setting of a rule in the configuration: `{"severity": "warning", "seconds": 900}`.
  public struct Option: Sendable {
    /// The value of an option.
    public enum Value: Sendable, Equatable {
      case number(Double)
      case flag(Bool)
      case words([String])
    }

    /// The range of numbers. No option needs larger ones, and within it nothing overflows.
    public static let numbers = 0.0...1_000_000_000

    /// As written in configuration.
    public let name: String
    /// The default.
    public let standard: Value
    /// Its meaning and unit, for people.
    public let about: String

    init(_ name: String, _ standard: Value, _ about: String) {
      self.name = name
      self.standard = standard
      self.about = about
    }
  }
}

extension Rule.Option.Value: CustomStringConvertible {
  /// As it is shown to people: `600`, `true`, `um, uh`, `none`.
  public var description: String {
    switch self {
    case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
    case .flag(let flag): "\(flag)"
    case .words(let words): words.isEmpty ? "none" : words.joined(separator: ", ")
    }
  }
}
