import LSP

/// Limits the size of the diagnostics in one message. A client that gets megabytes at each keystroke is still reading
/// them when its user types on.
struct MessageBudget {
  /// In bytes of JSON, estimated before the JSON is written.
  private var left = 1_500_000
  /// The estimated size of a related place without its message, in bytes.
  private let related: Int

  /// - Parameter uri: the document, whose URI is repeated in each related place of a diagnostic.
  init(for uri: DocumentURI) {
    related = 150 + uri.string.utf8.count
  }

  /// The diagnostics that fit, from the first on. Related places are dropped before diagnostics are, and a diagnostic
  /// that lost its places says so.
  mutating func fitting(_ items: some Sequence<Diagnostic>) -> [Diagnostic] {
    var fitting: [Diagnostic] = []
    for var item in items {
      let places = item.relatedInformation.reduce(0) { $0 + related + $1.message.utf8.count }
      if places > left / 2, places > 0 {
        item.message += " (The related places are not shown.)"
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
