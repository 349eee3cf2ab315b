import Formats
import SourceText
import Transcript

extension GrowingText {
  /// The same conversations in every notation that is built in: healthy, with a slip at each time and each label, in one
  /// paragraph, and without the lines that divide paragraphs.
  static let notations = Notations.builtIn.formats.flatMap { format in
    [
      GrowingText(name: "turns in \(format.name)", notation: format.name) { conversation(to: $0, in: format) },
      GrowingText(name: "slips in \(format.name)", notation: format.name) { size in
        conversation(to: size, in: format).replacing(":", with: ";").replacing("[", with: "[ ")
      },
      GrowingText(name: "a long turn in \(format.name)", notation: format.name) { size in
        written(
          "Bo: Hello. (0:01)\n\nHenrike: \(repeated("and so we climb ", to: size)) (0:05)\n\nBo: Yes. (9:00)\n",
          in: format)
      },
      GrowingText(name: "no empty lines in \(format.name)", notation: format.name) { size in
        let text = conversation(to: size, in: format)
        return String(text.split(separator: "\n").joined(separator: "\n"))
      },
    ]
  }

  private static func conversation(to size: Int, in format: any Format) -> String {
    let page = counted(to: size) {
      "\(person($0)): And this is turn \($0), as the light goes round. (\(clock($0 * 4)))\n\n"
    }
    return written(page, in: format)
  }

  private static func written(_ page: String, in format: any Format) -> String {
    guard let source = Notations.builtIn.format(named: "page"),
      let written = Document(Text(page), format: source).reading.script.written(in: format)
    else { fatalError("\(format.name) is not written") }
    return String(decoding: written.bytes, as: UTF8.self)
  }
}
