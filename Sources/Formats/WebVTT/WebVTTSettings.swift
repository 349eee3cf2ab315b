import SourceText
import Transcript

/// Judges the settings of a cue and of a region: what players drop, and what authors should not write.
struct WebVTTSettings {
  private let lines: LineCursor
  private let known: [StaticString]

  /// Of a cue (WebVTT, 4.4 and 6.3 "Parse the WebVTT cue settings").
  static func cue(_ lines: LineCursor) -> WebVTTSettings {
    WebVTTSettings(lines, ["vertical", "line", "position", "size", "align", "region"])
  }

  /// Of a region (WebVTT, 4.3 and 6.2 "WebVTT region settings parsing").
  static func region(_ lines: LineCursor) -> WebVTTSettings {
    WebVTTSettings(lines, ["id", "width", "lines", "regionanchor", "viewportanchor", "scroll"])
  }

  private init(_ lines: LineCursor, _ known: [StaticString]) {
    (self.lines, self.known) = (lines, known)
  }

  /// Adds the faults of some settings with white space between them.
  ///
  /// - Returns: The value of `id` or of `region`, if there is one.
  @discardableResult
  func judge(_ range: Range<Int>, into block: inout BlockBuilder) -> Range<Int>? {
    var seen: [Int: Range<Int>] = [:]
    var name: Range<Int>?
    var rest = range
    while let start = rest.first(where: { !lines.isCueSpace(lines[$0]) }) {
      let setting = (start..<range.upperBound).prefix { !lines.isCueSpace(lines[$0]) }
      rest = setting.upperBound..<range.upperBound
      guard let colon = setting.first(where: { lines[$0] == UInt8(ascii: ":") }), colon > setting.lowerBound,
        colon + 1 < setting.upperBound
      else {
        block.add(.settingMalformed, setting)
        continue
      }
      let value = (colon + 1)..<setting.upperBound
      guard let index = known.firstIndex(where: { lines.isWord(setting.lowerBound..<colon, $0) }) else {
        block.add(.settingUnknown, setting)
        continue
      }
      let fault = fault(of: known[index], value)
      if let fault { block.add(fault, setting) }
      if fault == nil || fault == .lineFraction {
        // The last one counts, so the earlier one is too many.
        if let earlier = seen[index] { block.add(.settingTwice, earlier) }
        seen[index] = setting
      }
      if lines.isWord(setting.lowerBound..<colon, "id") || lines.isWord(setting.lowerBound..<colon, "region") {
        name = value
      }
    }
    return name
  }

  private func fault(of name: StaticString, _ value: Range<Int>) -> Fault? {
    switch "\(name)" {
    case "vertical": isOne(of: ["rl", "lr"], value) ? nil : .settingValue
    case "align": isOne(of: ["start", "center", "end", "left", "right"], value) ? nil : .settingValue
    case "size", "width": isPercentage(value) ? nil : .settingValue
    case "line": line(value)
    case "position": isPosition(value) ? nil : .settingValue
    case "lines": lines[value].allSatisfy(Ascii.isDigit) ? nil : .settingValue
    case "regionanchor", "viewportanchor": isAnchor(value) ? nil : .settingValue
    case "scroll": isOne(of: ["up"], value) ? nil : .settingValue
    // Neither the name of a region nor a reference to one may hold an arrow; then no settings are read from the line at all.
    default: nil
    }
  }

  private func line(_ value: Range<Int>) -> Fault? {
    let (number, alignment) = parts(value)
    guard lines[number].contains(where: Ascii.isDigit),
      alignment.map({ isOne(of: ["start", "center", "end"], $0) }) ?? true
    else { return .settingValue }
    if lines[number.upperBound - 1] == UInt8(ascii: "%") { return isPercentage(number) ? nil : .settingValue }
    let isNegative = lines[number.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? number.dropFirst() : number
    guard isNumber(digits) else { return .settingValue }
    // What is too large for a number of the host's is an error there.
    guard digits.count < 300 || Double(String(decoding: lines[digits], as: UTF8.self)).map(\.isFinite) ?? false else {
      return .settingValue
    }
    return lines[digits].contains(UInt8(ascii: ".")) ? .lineFraction : nil
  }

  private func isPosition(_ value: Range<Int>) -> Bool {
    let (number, alignment) = parts(value)
    return isPercentage(number) && (alignment.map { isOne(of: ["line-left", "center", "line-right"], $0) } ?? true)
  }

  private func isAnchor(_ value: Range<Int>) -> Bool {
    let (x, y) = parts(value)
    return isPercentage(x) && (y.map(isPercentage) ?? false)
  }

  /// What stands before the first comma, and behind it.
  private func parts(_ value: Range<Int>) -> (Range<Int>, Range<Int>?) {
    guard let comma = value.first(where: { lines[$0] == UInt8(ascii: ",") }) else { return (value, nil) }
    return (value.lowerBound..<comma, (comma + 1)..<value.upperBound)
  }

  private func isOne(of words: [StaticString], _ value: Range<Int>) -> Bool {
    words.contains { lines.isWord(value, $0) }
  }

  /// A number from 0 to 100 and a percent sign (WebVTT, 6.2 "Parse a percentage string").
  private func isPercentage(_ value: Range<Int>) -> Bool {
    guard value.count > 1, lines[value.upperBound - 1] == UInt8(ascii: "%"), isNumber(value.dropLast()) else {
      return false
    }
    let whole = value.prefix { Ascii.isDigit(lines[$0]) }.drop { lines[$0] == UInt8(ascii: "0") }
    if whole.count < 3 { return true }
    return lines.isWord(whole, "100")
      && lines[whole.upperBound..<value.upperBound].allSatisfy { !(0x31...0x39).contains($0) }
  }

  /// Digits, perhaps with a point and more digits.
  private func isNumber(_ value: Range<Int>) -> Bool {
    let whole = value.prefix { Ascii.isDigit(lines[$0]) }
    let rest = value.dropFirst(whole.count)
    guard !whole.isEmpty, let point = rest.first else { return !whole.isEmpty }
    let fraction = rest.dropFirst()
    return lines[point] == UInt8(ascii: ".") && !fraction.isEmpty && lines[fraction].allSatisfy(Ascii.isDigit)
  }
}
