import SourceText

/// More bytes in brackets are part of what somebody says.
private let longestRemark = 64

/// What stands in brackets that open at a byte, without them: a remark such as `[laughs]`. Nil if they are not closed soon,
/// and for the text of a link.
///
/// - Parameter end: where the search ends, in bytes of the text.
func remark(_ bytes: [UInt8], openedAt open: Int, before end: Int) -> Range<Int>? {
  let close = bytes[open] == Ascii.openBracket ? Ascii.closeBracket : UInt8(ascii: ")")
  let window = (open + 1)..<max(open + 1, min(end, open + 1 + longestRemark))
  guard let closed = bytes[window].firstIndex(where: { $0 == close || $0 == bytes[open] }), bytes[closed] == close,
    closed + 1 >= end || bytes[closed + 1] != UInt8(ascii: "(")
  else { return nil }
  return (open + 1)..<closed
}
