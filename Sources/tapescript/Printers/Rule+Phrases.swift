import Rules

extension Rule.Repair {
  var sentence: String {
    switch self {
    case .none: "There is no automatic repair."
    case .offered: "Repairs are offered; each needs a look."
    case .safe: "The repair can be made without a look."
    }
  }
}
