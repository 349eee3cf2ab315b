/// Over which lines a text stands. It says the same on all of them.
public enum TextLines: Sendable, Equatable {
  /// On one line, as far as it can.
  case joined
  /// On lines that are no wider than the others of the file; where those are not wrapped, than is usual in the notation.
  /// In a cue, as lines of cues are to be broken.
  case wrapped(cues: LineBreaking)

  public var isWrapped: Bool { if case .wrapped = self { true } else { false } }
}
