extension Character {
  /// The same as `isWhitespace`. ASCII is known without Unicode's tables, in which looking up each letter of a long name takes
  /// longer than all else that is done with it.
  @inlinable
  public var isWhite: Bool {
    guard let ascii = asciiValue else { return isWhitespace }
    return ascii == 0x20 || (0x09...0x0D).contains(ascii)
  }
}
