/// Appends a letter or digit without its case and its diacritics, as names are compared; anything else is left out.
public func appendFolded(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
  if let byte = UInt8(exactly: scalar.value), byte < 0x80 {
    if Ascii.isLetter(byte) || Ascii.isDigit(byte) { folded.append(Unicode.Scalar(Ascii.lowercased(byte))) }
    return
  }
  guard scalar.properties.isAlphabetic else { return }
  // The Unicode name, “LATIN SMALL LETTER E WITH ACUTE”, tells the plain letter without a table.
  if let words = scalar.properties.name?.split(separator: " "), words.count > 4, words[0] == "LATIN",
    words[2] == "LETTER", words[3].count == 1, words[4] == "WITH"
  {
    folded += words[3].lowercased().unicodeScalars
  } else {
    folded += scalar.properties.lowercaseMapping.unicodeScalars
  }
}
