import SeededRandom

/// Writes transcripts in which every word that must not be lost is marked, and damages them.
struct HarmText {
  private var random: SeededGenerator
  private var marks = 0
  private var seconds = 1

  init(_ random: SeededGenerator) {
    self.random = random
  }

  mutating func transcript(in notation: String) -> [UInt8] {
    var text: String
    switch notation {
    case "front-matter": text = frontMatter()
    case "blog":
      text = (0..<pick(5, 14)).map { _ in "[\(time(true))] \(label()): \(words())\(remarkOfHTML())\n\n" }.joined()
    case "captions": text = (0..<pick(8, 20)).map { _ in "\(time()) \(words())\n" }.joined()
    default:
      text =
        "Lantern Talk\n\nTranscript\n\n"
        + (0..<pick(5, 14)).map { _ in "\(label()): \(words()) (\(time()))\(remarkOfHTML())\n\n" }.joined()
    }
    if chance(8) { text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    var bytes = Array(text.utf8)
    for _ in 0..<pick(0, 5) { slip(&bytes) }
    return bytes
  }

  // MARK: - Units

  private mutating func frontMatter() -> String {
    var text = "---\ntitle: \(scalar(words(3)))\n"
    if chance(3) { text += "# \(remark())\nodd: \(scalar(mark()))\nids:\n  video: \(mark())\n" }
    text += "transcript:\n"
    for _ in 0..<pick(4, 12) {
      let item = item()
      text += item
      // The same unit twice, whole or without its times.
      if chance(12) { text += item }
      if chance(12) {
        text +=
          item.split(separator: "\n").filter { !$0.contains("sec:") && !$0.contains("time:") }.joined(separator: "\n")
          + "\n"
      }
    }
    return text + "---\n\nLinks \(mark()).\n"
  }

  private mutating func item() -> String {
    if chance(9) { return "- header: \(scalar(words(3)))\n" }
    var lines = ["line: \(scalar(words()))"]
    let time = time()
    if !chance(8) { lines.append("sec: \(seconds + (chance(10) ? 7 : 0))") }
    if !chance(8) { lines.append("time: \(chance(6) ? time : "'\(time)'")") }
    lines.append("who: \(chance(9) ? "'\(label()):'" : label())")
    if chance(6) { lines.append("note: \(scalar(mark() + " " + mark()))") }
    if chance(9) { lines.append("image: [\(mark()), \(mark())]") }
    if chance(14) { lines.append("spoken: |\n    \(mark())  \(mark())\n    \(mark())") }
    if chance(12) { lines[pick(0, lines.count - 1)] += " # tapescript-ignore time-order" }
    for index in lines.indices where index > 0 && chance(12) { lines[index] = "# \(remark())\n  " + lines[index] }
    return "- " + lines.joined(separator: "\n  ") + "\n"
  }

  private mutating func scalar(_ words: String) -> String {
    switch pick(0, 5) {
    case 0: return "'" + words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case 1:
      return "\"" + words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\\\"") + "\""
    case 2:
      return "'"
        + words.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''").split(separator: " ")
        .joined(separator: "\n    ") + "'"
    case 3:
      return words.split(separator: " ", omittingEmptySubsequences: false).joined(separator: chance(2) ? " " : "\n    ")
    default: return words
    }
  }

  private mutating func words(_ most: Int = 14) -> String {
    var words = (0..<pick(1, most)).map { _ in word() }
    if chance(30) {
      words = [["No", "12:30", "0x1F", "~", "1984", "hex", "mark", "on"].randomElement(using: &random)!]
    }
    return words.joined(separator: chance(7) ? "  " : " ")
  }

  private mutating func word() -> String {
    switch pick(0, 40) {
    case 0: mark() + " ,"
    case 1: "– :"
    case 2: "\(mark()) -- \(mark())"
    case 3: "# \(mark())"
    case 4: "#\(mark())"
    case 5: "“\(mark())” \(mark())’s"
    case 6: "\(mark())..."
    case 7: "(laughs)"
    case 8: "[laughs]"
    case 9: "\u{A0}\(mark())\u{200B}"
    case 10: "\(mark())\u{A0}"
    case 11: "caf\u{C3}\u{A9}"
    case 12: "he said: \(mark())"
    case 13: "the the"
    case 14: "it's"
    case 15: "\(mark())\\n\(mark())"
    case 16: "!"
    case 17...19: ["mill", "river", "wheel", "quoted"].randomElement(using: &random)!
    case 20...28: ["and", "water", "we", "so", "then", "a", "evening", "stone"].randomElement(using: &random)!
    default: mark()
    }
  }

  private mutating func remarkOfHTML() -> String {
    guard chance(10) else { return "" }
    let comments = [
      "<!-- tapescript-ignore time-order -->", "<!-- \(remark()) -->",
      "<!-- tapescript-ignore double-space, time-gap -->",
    ]
    return "\n\n" + comments.shuffled(using: &random).prefix(pick(1, 3)).joined(separator: " ")
  }

  // MARK: - Small things

  private mutating func mark() -> String {
    marks += 1
    return "qv\(1000 + marks)"
  }

  private mutating func remark() -> String {
    marks += 1
    return "rem\(1000 + marks)"
  }

  private mutating func label() -> String {
    ["Henrike", "Bo", "Ines", "Bo"].randomElement(using: &random)! + (chance(15) ? "." : "")
  }

  private mutating func time(_ isPadded: Bool = false) -> String {
    seconds += pick(0, 30)
    let (minutes, rest) = (seconds / 60, seconds % 60)
    let tail =
      (minutes < 10 && (isPadded || chance(15)) ? "0" : "") + "\(minutes):" + (rest < 10 ? "0\(rest)" : "\(rest)")
    return isPadded && !chance(15) ? "00:" + tail : chance(40) ? tail + ".12" : tail
  }

  /// Damages the text as typing and programs do.
  private mutating func slip(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let place = pick(0, bytes.count - 1)
    switch pick(0, 9) {
    case 0...2: bytes.remove(at: place)
    case 3:
      let end = min(bytes.count, place + pick(0, 60))
      bytes.insert(contentsOf: bytes[place..<end], at: pick(0, bytes.count))
    case 4: bytes.swapAt(place, max(0, place - 1))
    case 5: bytes.removeSubrange(place..<min(bytes.count, place + pick(0, 40)))
    default:
      let pieces = [
        " ", "  ", "\n", "\n\n", "\t", ":", ": ", " :", " #", "# ", "'", "\"", "\\", "-", "- ", "\n- ", "[", "]", "{",
        "}", "|",
        "&", "*", "!", "%", "@", "\u{A0}", "\u{200B}", "\u{FEFF}", "\r", "\r\n", "(", ")", "---\n",
        "\n  time: '0:10'\n",
      ]
      bytes.insert(contentsOf: pieces.randomElement(using: &random)!.utf8, at: place)
    }
  }

  private mutating func pick(_ least: Int, _ most: Int) -> Int { Int.random(in: least...most, using: &random) }
  private mutating func chance(_ odds: Int) -> Bool { pick(1, odds) == 1 }
}
