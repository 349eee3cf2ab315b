import Features
import LSP

/// The names of the colours that the server and its client agreed on. Source: LSP 3.18, `SemanticTokensLegend`.
///
/// A client that declares the names of this server (`speaker`, `speaker1`, `time`, …) gets them. Any other client gets
/// names that it declares, so that a transcript is coloured without any preparation; speakers then differ by their
/// types. A kind for which the client has no name is not sent.
struct TokenLegend: Equatable {
  private(set) var types: [String] = []
  private(set) var modifiers: [String] = []
  private var typesOfKinds: [Token.Kind: [UInt32]] = [:]

  /// For each kind, its own name and the standard types that stand for it, the best first.
  private static func names(of kind: Token.Kind) -> (own: String, standard: [String]) {
    switch kind {
    case .speaker:
      ("speaker", ["class", "function", "enumMember", "macro", "parameter", "interface", "type", "variable"])
    case .time: ("time", ["number"])
    case .header: ("header", ["namespace", "keyword"])
    case .note: ("note", ["comment"])
    case .key: ("key", ["property", "keyword"])
    case .uncertain: ("uncertain", ["regexp", "string"])
    }
  }

  /// More colours cannot be told apart; further speakers begin again with the first one.
  private static let speakerModifiers = (1...8).map { "speaker\($0)" }

  init(_ client: ClientCapabilities.Look.SemanticTokens) {
    for kind in Token.Kind.allCases {
      let names = Self.names(of: kind)
      let offered = client.types.contains(names.own) ? [names.own] : names.standard.filter(client.types.contains)
      typesOfKinds[kind] = (kind == .speaker ? offered[...] : offered.prefix(1)).map { name in
        let place = types.firstIndex(of: name) ?? types.count
        if place == types.count { types.append(name) }
        return UInt32(place)
      }
    }
    modifiers = Self.speakerModifiers.filter(client.modifiers.contains)
  }

  /// The numbers of a token; nil if the client has no name for its kind.
  ///
  /// - Parameter speaker: the place of the speaker among all speakers, from 0.
  func numbers(of kind: Token.Kind, speaker: Int?) -> (type: UInt32, modifiers: UInt32)? {
    guard let types = typesOfKinds[kind], !types.isEmpty else { return nil }
    let modifier = speaker.flatMap { modifiers.isEmpty ? nil : UInt32(1) << ($0 % modifiers.count) }
    return (types[(speaker ?? 0) % types.count], modifier ?? 0)
  }
}
