import Features
import Formats
import Rules
import SourceText
import Transcript

extension Measure {
  /// The time from opening a file until its findings are known.
  static let open = Measure(title: "open: bytes → findings, ms") { bytes, patience in
    median(patience) {
      bytes
    } _: { bytes in
      let document = document(bytes)
      consume(Judge.findings(in: document.reading))
    }
  }

  /// Without rules.
  static let read = Measure(title: "read: bytes → model, MB/s") { bytes, patience in
    median(patience) {
      bytes
    } _: {
      consume(document($0))
    }
  } show: { time, bytes in
    rounded(Double(bytes) / 1_000_000 / (time / 1_000))
  }

  /// A letter is typed in the words, or deleted again.
  static let keystroke = keystroke("keystroke → model → findings, ms", .letter)

  /// A blank is typed or deleted, so the segment has one word more or less.
  static let blank = keystroke("a blank → model → findings, ms", .blank)

  /// A digit of a time is replaced, so the findings about the whole document must be found again.
  static let retiming = keystroke("a digit of a time → model → findings, ms", .digit)

  private static func keystroke(_ title: String, _ habit: Typist.Habit) -> Measure {
    Measure(title: title) { bytes, patience in
      var document = document(bytes)
      var judge = Judge(document.reading)
      var typist = Typist(bytes, habit)
      return median(patience) {
        typist.next()
      } _: { edit in
        let change = document.apply(edit)
        judge.update(change, document.reading)
        consume(judge.findings(in: document.reading))
      }
    }
  }

  static let outline = Measure(title: "outline: model → items, ms") { bytes, patience in
    let document = document(bytes)
    return median(patience) {
      document
    } _: {
      consume(Features.outline($0.reading))
    }
  }
}

private func document(_ bytes: [UInt8]) -> Document {
  let text = Text(bytes)
  guard let format = Detection.detect(text).format else { fatalError("an episode is not recognised") }
  return Document(text, format: format)
}
