/// The name, with its middle cut out where it is too wide, since names differ at their ends.
func withoutMiddle(_ name: String, columns: Int) -> String {
  guard shownWidth(of: name) > columns else { return name }
  var (head, tail) = (Cells(name, at: 0), Cells(name, at: 0))
  head.keepFirst(columns - columns / 2)
  tail.keepLast(columns / 2 + 1)
  return head.string + tail.string.dropFirst()
}

/// A label for a table. It is cut, because a paragraph taken for a label would fill the screen.
func shownLabel(_ label: String) -> String { fitted(label, columns: 48) }

/// The text, cut where it is wider than `columns`.
func fitted(_ text: String, columns: Int) -> String {
  var cells = Cells(text, at: 0)
  cells.keepFirst(columns)
  return cells.string
}
