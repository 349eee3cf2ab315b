import Features
import JSON
import LSP

/// Source: LSP 3.18, `textDocument/inlayHint`.
extension Session {
  mutating func inlayHint(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try RangeParams(json)
    guard let reading = documents[params.uri]?.reading else { return Self.nothing }
    let convert = Convert(reading.text, capabilities.encoding)
    let found = hints(reading, in: convert.offsets(params.range), kinds: hintKinds).map { hint in
      InlayHint(
        position: convert.range(hint.offset..<hint.offset).start, label: hint.text, isPaddedLeft: hint.kind == .length)
    }
    return { $0.array { for hint in found { hint.write(to: &$0) } } }
  }
}
