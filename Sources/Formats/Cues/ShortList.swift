/// A list that has one element at most in nearly all cues, which then takes no memory of its own.
///
/// Loops go over its indices: going over the list itself would copy it.
struct ShortList<Element>: RandomAccessCollection {
  private var only: Element?
  private var rest: [Element] = []

  var startIndex: Int { 0 }
  var endIndex: Int { only == nil ? 0 : rest.count + 1 }

  subscript(index: Int) -> Element {
    get {
      guard index == 0 else { return rest[index - 1] }
      guard let only else { preconditionFailure("an empty list has no element") }
      return only
    }
    set { if index == 0 { only = newValue } else { rest[index - 1] = newValue } }
  }

  mutating func append(_ element: Element) {
    if only == nil { only = element } else { rest.append(element) }
  }

  /// Takes the last element away, which must be there.
  mutating func removeLast() -> Element {
    if let last = rest.popLast() { return last }
    let last = self[0]
    only = nil
    return last
  }
}
