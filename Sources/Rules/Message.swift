import SourceText

/// The message of a finding.
///
/// It is written as a string literal. Inserted text from a file is shortened, because one value may have a megabyte: a
/// quotation behind “ to sixty characters, any other text to some lines.
struct Message: ExpressibleByStringInterpolation {
  fileprivate(set) var text: String

  /// - Parameter text: a complete message; nothing in it is shortened.
  init(_ text: String) {
    self.text = text
  }

  init(stringLiteral text: String) {
    self.text = text
  }

  init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    mutating func appendInterpolation(_ string: String) {
      text += text.utf8.suffix(3).elementsEqual("“".utf8) ? shortened(string) : shortened(string, to: 300)
    }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += value.description
    }
  }

  static func + (message: Message, more: String) -> Message {
    Message(message.text + more)
  }
}
