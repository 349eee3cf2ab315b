/// A collection that is open while YAML is read, and what it expects next: the grammar of YAML without its characters.
///
/// Block collections have a column and end where a line stands further left; flow collections end with their bracket.
struct YAMLLevel {
  enum Kind {
    /// The document, which holds one node.
    case root
    case mapping, sequence
    /// A list as the value of a key, whose dashes stand in the column of the key.
    case indentlessSequence
    case flowMapping, flowSequence
  }

  enum State {
    /// A key, a dash, or an entry of a flow collection.
    case entry
    /// What stands behind a question mark: a node, or nothing.
    case explicitKey
    /// The colon behind an explicit key, if there is one.
    case colon
    /// What stands behind a colon or a dash: a node, or nothing.
    case value
    /// A comma or the closing bracket.
    case separator
    /// Nothing more.
    case done
  }

  var kind: Kind
  /// Of its keys or dashes, from 0; -1 for the document.
  var column: Int
  var state: State
  /// The node that a flow collection is, in case a colon follows its bracket.
  var start = YAMLStart()
  /// Where the first key of a block mapping stands, in bytes of the text; nil where the mapping was open before this block.
  var firstKey: Int?
  /// How many keys a block mapping has had in this block.
  var keyCount = 0
  /// Where the bracket of a flow collection stands, in bytes of the text.
  var bracket = 0

  var isMapping: Bool { kind == .mapping || kind == .flowMapping }
  var isFlow: Bool { kind == .flowMapping || kind == .flowSequence }

  /// Whether a node may stand here.
  var takesNode: Bool {
    switch state {
    case .value, .explicitKey: true
    case .entry: isFlow
    case .colon, .separator, .done: false
    }
  }

  /// Goes on behind a node.
  mutating func take() {
    switch (kind, state) {
    case (.root, _): state = .done
    case (_, .explicitKey): state = .colon
    case (.flowMapping, _), (.flowSequence, _): state = .separator
    default: state = .entry
    }
  }
}

/// Where a node begins, with its properties, and whether it may turn out to be a key.
struct YAMLStart {
  /// In bytes of the text.
  var offset = 0
  /// Where the line begins.
  var line = 0
  var column = 0
  /// Whether a key without a question mark may begin here.
  var mayBeKey = false
  /// Whether nothing but a key can stand here: it begins in the column of the keys.
  var mustBeKey = false
}
