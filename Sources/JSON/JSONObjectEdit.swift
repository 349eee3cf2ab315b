import SourceText

/// Adds a member to an object in a text. Everything else stays as it was written: comments, indents, line ends, and
/// whether a comma stands behind the last item.
public struct JSONObjectEdit {
  private let text: Text
  private let object: JSONValue
  private let members: [JSONValue.Member]

  /// Nil where the value is no object.
  ///
  /// - Parameter object: the object as it was read from the text.
  public init?(_ text: Text, _ object: JSONValue) {
    guard let members = object.members else { return nil }
    self.text = text
    self.object = object
    self.members = members
  }

  /// - Parameter member: a name and a value, as JSON.
  public func adding(_ member: String) -> [Edit] {
    guard let last = members.last else { return [Edit(firstPlace..<firstPlace, member)] }
    let end = last.value.range.upperBound
    let comma = self.comma(behind: end)
    let margin = margin(of: last)
    guard let margin else {
      // All on one line.
      let place = comma.map { $0 + 1 } ?? end
      return [Edit(place..<place, comma == nil ? ", " + member : " " + member + ",")]
    }
    // A comment behind the last member stays with it.
    let place = endOfRemarks(from: comma.map { $0 + 1 } ?? end)
    let line = text.lineEnding(at: 0) + margin + member + (comma == nil ? "" : ",")
    if comma != nil { return [Edit(place..<place, line)] }
    return place == end ? [Edit(end..<end, "," + line)] : [Edit(end..<end, ","), Edit(place..<place, line)]
  }

  /// The first place inside the brackets.
  private var firstPlace: Int { object.range.lowerBound + 1 }

  /// The indent of a member that begins its line; nil for one that does not.
  private func margin(of member: JSONValue.Member) -> String? {
    let line = text.content(ofLine: text.line(at: member.nameRange.lowerBound))
    let before = line.lowerBound..<member.nameRange.lowerBound
    return text.bytes[before].allSatisfy { $0 == 0x20 || $0 == 0x09 } ? text.string(before) : nil
  }

  /// Where the comma behind a member stands, if it has one.
  private func comma(behind end: Int) -> Int? {
    var at = end
    while at < object.range.upperBound {
      if let next = endOfComment(at: at) {
        at = next
      } else if text.bytes[at] <= 0x20 {
        at += 1
      } else {
        return text.bytes[at] == UInt8(ascii: ",") ? at : nil
      }
    }
    return nil
  }

  /// The end of the comments on the rest of a line; `place` itself if there are none.
  private func endOfRemarks(from place: Int) -> Int {
    let end = text.content(ofLine: text.line(at: place)).upperBound
    var (at, last) = (place, place)
    while at < end {
      if let next = endOfComment(at: at), next <= end {
        at = next
        last = next
      } else if text.bytes[at] == 0x20 || text.bytes[at] == 0x09 {
        at += 1
      } else {
        break
      }
    }
    return last
  }

  private func endOfComment(at place: Int) -> Int? {
    let rest = text.bytes[place...]
    if rest.starts(with: "//".utf8) { return text.content(ofLine: text.line(at: place)).upperBound }
    guard rest.starts(with: "/*".utf8) else { return nil }
    var at = place + 2
    while at < text.count, !text.bytes[at...].starts(with: "*/".utf8) { at += 1 }
    return min(at + 2, text.count)
  }
}
