import SourceText

/// Writes JSON straight into bytes, in the order of the calls and without white space.
///
/// No tree is built first: an answer may hold thousands of items, and each would be built only to be written.
/// Commas and brackets come by themselves; a member's name goes before its value:
///
///     writer.object {
///       $0.member("line", 3)
///       $0.member("tags") { $0.array { $0.value("a") } }
///     }
public struct JSONWriter: Sendable {
  /// The reader of the output.
  public enum Reader: Sendable {
    case program
    /// A person as well as programs, so characters that a terminal would act on (`actsOnTerminals`) are escaped.
    case terminal
  }

  @usableFromInline var buffer = ByteBuffer()
  @usableFromInline var needsComma = false
  private let reader: Reader

  public init(for reader: Reader = .program) {
    self.reader = reader
  }

  /// The output of the body, as a text that may also be shown on a terminal.
  public static func text(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(for: .terminal)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// What has been written.
  public var bytes: ArraySlice<UInt8> { buffer.bytes }

  @inlinable @inline(__always)
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    open(Ascii.openBrace)
    body(&self)
    close(Ascii.closeBrace)
  }

  @inlinable
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    open(Ascii.openBracket)
    body(&self)
    close(Ascii.closeBracket)
  }

  /// The name of the value that is written next. It must need no escapes.
  @inlinable @inline(__always)
  public mutating func name(_ name: StaticString) {
    buffer.append(name: name, afterComma: needsComma)
    needsComma = false
  }

  /// The name of the value that is written next, for names that are known only at run time, such as a document's URI.
  public mutating func name(escaping name: String) {
    value(name)
    buffer.append(Ascii.colon)
    needsComma = false
  }

  public mutating func null() { literal("null") }

  public mutating func value(_ value: Bool) { literal(value ? "true" : "false") }

  @inlinable
  public mutating func value(_ value: Int) {
    separate()
    buffer.append(digitsOf: value)
    needsComma = true
  }

  /// Pieces of JSON with numbers between them, as one value. An answer may have ten thousands of ranges in it.
  @inlinable @inline(__always)
  public mutating func value(
    _ first: StaticString, _ a: Int, _ second: StaticString, _ b: Int, _ third: StaticString, _ c: Int,
    _ fourth: StaticString, _ d: Int, _ last: StaticString
  ) {
    buffer.append(first, a, second, b, third, c, fourth, d, last, afterComma: needsComma)
    needsComma = true
  }

  /// A number; infinities and NaN, which JSON cannot express, become `null`.
  public mutating func value(_ value: Double) {
    guard value.isFinite else { return null() }
    separate()
    var digits = value.description
    digits.withUTF8 { buffer.append($0) }
    needsComma = true
  }

  public mutating func value(_ value: String) {
    separate()
    if reader == .terminal, mayActOnTerminals(value) {
      quoteForTerminal(value)
    } else {
      var value = value
      value.withUTF8 { quote($0) }
    }
    needsComma = true
  }

  /// A string given as bytes; invalid UTF-8 becomes U+FFFD.
  public mutating func value(utf8 value: [UInt8]) {
    guard reader == .program, value.withUnsafeBufferPointer({ firstInvalidUTF8(in: $0) }) == nil else {
      return self.value(String(decoding: value, as: UTF8.self))
    }
    separate()
    value.withUnsafeBufferPointer { quote($0) }
    needsComma = true
  }

  /// Bytes that are JSON already, as one value.
  public mutating func value(json: ArraySlice<UInt8>) {
    separate()
    json.withUnsafeBufferPointer { buffer.append($0) }
    needsComma = true
  }

  /// Forgets what has been written and keeps the memory.
  ///
  /// - Parameter room: how many bytes are left free in front for `replace(at:with:)`, since a header states the length
  ///   of the JSON behind it.
  public mutating func restart(room: Int = 0) {
    buffer.clear()
    for _ in 0..<room { buffer.append(0) }
    needsComma = false
  }

  /// How much memory is held, in bytes.
  public var capacity: Int { buffer.capacity }

  /// Overwrites bytes that have been written.
  public mutating func replace(at offset: Int, with replacement: some Sequence<UInt8>) {
    buffer.replace(at: offset, with: replacement)
  }
}

extension JSONWriter {
  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: Int) {
    self.name(name)
    self.value(value)
  }

  @inlinable
  public mutating func member(_ name: StaticString, _ value: Bool) {
    self.name(name)
    self.value(value)
  }

  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: String) {
    self.name(name)
    self.value(value)
  }

  @inlinable @inline(__always)
  public mutating func member(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    self.name(name)
    value(&self)
  }
}

extension JSONWriter {
  @inlinable @inline(__always)
  mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  @inlinable @inline(__always)
  mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if needsComma { buffer.append(Ascii.comma) }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    needsComma = true
  }

  /// Writes the quotes and the text between them, which is copied in runs between escapes.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    buffer.append(Ascii.quote)
    if let base = text.baseAddress {
      var run = 0
      while true {
        let end = Self.nextEscape(base, from: run, to: text.count)
        buffer.append(UnsafeBufferPointer(start: base + run, count: end - run))
        guard end < text.count else { break }
        escape(UInt16(base[end]))
        run = end + 1
      }
    }
    buffer.append(Ascii.quote)
  }

  private mutating func quoteForTerminal(_ text: String) {
    buffer.append(Ascii.quote)
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" || actsOnTerminals(scalar) {
        for unit in UTF16.encode(scalar)! { escape(unit) }
      } else {
        for byte in UTF8.encode(scalar)! { buffer.append(byte) }
      }
    }
    buffer.append(Ascii.quote)
  }

  private static func nextEscape(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var at = start
    while at + 8 <= end {
      let word = Words.load(base + at)
      let hits = Words.hits(word, Words.quotes) | Words.hits(word, Words.backslashes) | Words.controls(word)
      if hits != 0 { return at + Words.firstByte(hits) }
      at += 8
    }
    while at < end, base[at] >= 0x20, base[at] != Ascii.quote, base[at] != Ascii.backslash { at += 1 }
    return at
  }

  private mutating func escape(_ unit: UInt16) {
    buffer.append(Ascii.backslash)
    switch unit {
    case UInt16(Ascii.quote), UInt16(Ascii.backslash): buffer.append(UInt8(unit))
    case UInt16(Ascii.newline): buffer.append(UInt8(ascii: "n"))
    case UInt16(Ascii.return): buffer.append(UInt8(ascii: "r"))
    case UInt16(Ascii.tab): buffer.append(UInt8(ascii: "t"))
    default:
      buffer.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(unit >> shift & 0x0F)
        buffer.append(digit < 10 ? digit | 0x30 : digit + 0x57)
      }
    }
  }
}
