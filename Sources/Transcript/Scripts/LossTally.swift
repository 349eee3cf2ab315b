/// The losses of a conversion, counted by kind.
public struct LossTally: Sendable {
  /// In the order in which they were found.
  public private(set) var counts: [(kind: Loss.Kind, count: Int)] = []

  public init(_ losses: [Loss]) {
    var places: [Loss.Kind: Int] = [:]
    for loss in losses {
      if let place = places[loss.kind] {
        counts[place].count += 1
      } else {
        places[loss.kind] = counts.count
        counts.append((loss.kind, 1))
      }
    }
  }

  /// For people: `Lost: 2 titles; 1 comment. Changed: 1 segment without an end, which now has one.`
  public var sentences: String {
    guard !counts.isEmpty else { return "Nothing is lost." }
    let parts = [("Lost", false), ("Changed", true)].compactMap { (word, isChange) -> String? in
      let phrases = counts.filter { $0.kind.isChange == isChange }.map { $0.kind.phrase($0.count) }
      return phrases.isEmpty ? nil : "\(word): \(phrases.joined(separator: "; "))."
    }
    return parts.joined(separator: " ")
  }
}
