/// How a scalar is written in block context.
enum ScalarStyle: Sendable, Equatable {
  case plain, single, double

  /// The first of plain, single and double quotes that can hold `text`, as PyYAML chooses it for a string.
  init(for text: [Unicode.Scalar], _ traits: ScalarTraits) {
    if traits.mayBePlain, ImplicitType(of: text) == nil {
      self = .plain
    } else {
      self = traits.mayBeSingleQuoted ? .single : .double
    }
  }
}
