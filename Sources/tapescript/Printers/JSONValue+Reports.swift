import JSON
import Transcript

extension JSONValue {
  /// A number in thousandths: times have no more, and nothing else in a report needs as many. A whole number has no
  /// fraction.
  static func number(_ value: Double) -> JSONValue {
    let rounded = (value * 1000).rounded() / 1000
    return Int(exactly: rounded).map(JSONValue.integer) ?? .double(rounded)
  }

  static func string(orNull text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  static func seconds(orNull time: Time?) -> JSONValue { time.map { .number($0.seconds) } ?? .null }
}
