import SourceText
import Transcript

extension Rule {
  static let ellipsisStyle = Rule(
    "ellipsis-style", .hint, isOn: false, fix: .safe,
    summary: "Three dots stand where one character is wanted, or the other way round.",
    why: "A file that has both looks careless, and a search for one does not find the other.",
    options: [character],
    looks: .atPassage([.dots, .unusual]) { passage, report in
      let wantsCharacter = report.flag(character)
      let bytes = passage.bytes
      var shields: Shields?
      var index = 0
      while index < bytes.count {
        let dots = bytes[index...].prefix { $0 == UInt8(ascii: ".") }.count
        let isCharacter = bytes[index...].prefix(3).elementsEqual("…".utf8)
        let range = index..<(index + max(1, isCharacter ? 3 : dots))
        index = range.upperBound
        // Four dots are an ellipsis and a full stop, or have another meaning.
        guard wantsCharacter ? dots == 3 : isCharacter else { continue }
        if shields == nil { shields = passage.shields }
        if shields?.hold(range) == true { continue }
        let wanted = wantsCharacter ? "…" : "..."
        report(
          passage.source(range), "An ellipsis is written “\(wanted)” here.",
          fixes: [passage.fix("Change to \(wanted)", range, wanted, altering: .marks)])
      }
    })
}

private let character = Rule.Option("character", .flag(true), "Whether `…` is wanted instead of `...`.")
