extension Rule {
  /// Whether findings can be mended.
  public enum Repair: String, Sendable {
    /// Somebody has to think.
    case none
    /// Repairs are offered; whether one is right needs a look.
    case offered
    /// The repair can be made without anybody looking.
    case safe
  }

  /// What is known of its repairs before any is made.
  public var repair: Repair {
    switch id {
    case "time-sec-mismatch", "time-sec-missing", "yaml-hash-truncation", "yaml-unquoted-time": .safe
    case "header-empty", "speaker-malformed", "speaker-not-a-name", "speaker-similar", "time-malformed", "time-order",
      "time-range", "yaml-syntax":
      .offered
    default: .none
    }
  }

  /// Whether it is applied where nobody asks for it.
  public var isOn: Bool { true }
}
