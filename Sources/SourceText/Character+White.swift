extension Character {
  /// The same as `isWhitespace`, but ASCII is decided without Unicode's tables. For a long name, their look-ups took
  /// longer than everything else that is done with it.
  @inlinable
  public var isWhite: Bool {
    guard let ascii = asciiValue else { return isWhitespace }
    return ascii == 0x20 || (0x09...0x0D).contains(ascii)
  }
}
