import SourceText

/// What a finding says.
///
/// It is written as a string. What is put into that from a file is cut where nobody would read on, since one value of a file
/// may have a megabyte: a quotation behind a mark “ after sixty characters, anything else after some lines.
struct Message: ExpressibleByStringInterpolation {
  fileprivate(set) var text: String

  /// - Parameter text: composed already; nothing of it is cut.
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
