/// A path as a reference that a URI can hold: relative to where the check was run, or absolute as `file:`.
///
/// Source: RFC 3986, sections 2.3 and 4.2. A colon is escaped, too: in the first segment it would end a scheme.
func uriReference(_ path: String) -> String {
  var uri = path.hasPrefix("/") ? "file://" : ""
  let digits = Array("0123456789ABCDEF".unicodeScalars)
  for byte in withoutDot(path).utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      uri.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      uri += "%"
      uri.unicodeScalars.append(digits[Int(byte >> 4)])
      uri.unicodeScalars.append(digits[Int(byte & 15)])
    }
  }
  return uri
}

/// A path without the `./` that some people write before it; services that compare paths do not know it.
func withoutDot(_ path: String) -> String {
  path.hasPrefix("./") ? String(path.dropFirst(2).drop { $0 == "/" }) : path
}
