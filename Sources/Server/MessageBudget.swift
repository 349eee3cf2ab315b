import LSP

/// How much of what is known of a document is sent in one message: a client that is sent megabytes at each keystroke is
/// busy reading when its user types on.
struct MessageBudget {
  /// In bytes of JSON, as far as that can be told before it is written.
  private var left = 1_500_000
  /// Of each other place, without its message.
  private let related: Int

  /// - Parameter uri: the document, whose address is repeated in each place that a diagnostic names.
  init(for uri: DocumentURI) {
    related = 150 + uri.string.utf8.count
  }

  /// The diagnostics that fit, the first ones first. Other places go before a diagnostic does, and where any go, it says so.
  mutating func fitting(_ items: some Sequence<Diagnostic>) -> [Diagnostic] {
    var fitting: [Diagnostic] = []
    for var item in items {
      let places = item.relatedInformation.reduce(0) { $0 + related + $1.message.utf8.count }
      if places > left / 2, places > 0 {
        item.message += " (The places that have to do with it are not shown.)"
        item.relatedInformation = []
      } else {
        left -= places
      }
      left -= 400 + item.message.utf8.count
      guard left > 0 else { break }
      fitting.append(item)
    }
    return fitting
  }
}
