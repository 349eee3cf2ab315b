import Formats
import SeededRandom
import SourceText
import Testing

/// Thousands of invented texts that look like transcripts and are none: chats, lists of chapters, records, pages.
struct DetectionNegativesTests {
  private typealias Writer = DetectionFuzzTests.Writer

  private static let names = ["Odile", "Bram Visser", "Ines", "Tom K.", "Ruth Aalto"]

  /// - Parameter most: how many may be taken for transcripts.
  private func expectNone(
    _ seeds: ClosedRange<UInt64>, as path: String = "notes.txt", most: Int = 0, _ write: (inout Writer) -> [String]
  ) {
    var taken: [String] = []
    for seed in seeds {
      var writer = Writer(seed: seed)
      let text = write(&writer).joined(separator: "\n") + "\n"
      let detection = Detection.detect(Text(text), path: path)
      guard detection.format != nil else { continue }
      taken.append("seed \(seed) is taken for \(detection.explanation(of: Text(text))):\n\(text.prefix(700))")
    }
    #expect(taken.count <= most, "\(taken.count): \(taken.prefix(2).joined(separator: "\n\n"))")
  }

  /// `09:03:42` of some seconds.
  private static func clock(_ seconds: Int, _ writer: Writer) -> String {
    writer.clock(seconds / 60, true) + ":" + writer.two(seconds % 60)
  }

  @Test("Chats of meetings, in all their forms")
  func meetingChats() {
    expectNone(1...600) { writer in
      var seconds = writer.number(28_000...60_000)
      let form = writer.number(0...4)
      let most = writer.choice([5, 30, 120])
      return (0..<writer.number(3...70)).flatMap { _ -> [String] in
        seconds += writer.silence(most)
        let (time, name) = (Self.clock(seconds, writer), writer.choice(Self.names))
        let text = writer.sentence(12)
        switch form {
        case 0: return ["\(time)\t From  \(name) : \(text)"]
        case 1: return ["\(time) From \(name) to Everyone:", "\t\(text)"]
        case 2:
          let reply = writer.number(0...3) == 0 ? ["\tReplying to \"\(writer.sentence(4))…\":", "\t"] : []
          return ["2026-03-16 \(time) From \(name) to Everyone:"] + reply + ["\t\(text)", "\t"]
        case 3: return ["From \(name) to Everyone: \(time.prefix(5)) PM", "", text, ""]
        default: return ["* From \(name) to Everyone \(time.prefix(5)) PM: \(text)"]
        }
      }
    }
  }

  @Test("Chats that were copied from beside a video: a name, a time, a few words, a line with a blank")
  func copiedChats() {
    expectNone(1...300) { writer in
      var seconds = writer.number(0...90)
      return (0..<writer.number(6...60)).flatMap { _ -> [String] in
        seconds += writer.number(0...4)
        let time = "\(seconds / 60):" + writer.two(seconds % 60)
        return [writer.choice(Self.names), time, writer.sentence(5), " "]
      }
    }
  }

  @Test("Exports of chats with dates, and logs of channels without times")
  func otherChats() {
    expectNone(1...400) { writer in
      var minutes = writer.number(0...1_400)
      let isDated = writer.number(0...1) == 0
      let head = isDated ? ["Guild: The Ferry", "Exported 12 message(s)", "====", ""] : ["#startmeeting ferry"]
      return head
        + (0..<writer.number(4...60)).flatMap { _ -> [String] in
          minutes += writer.silence(3)
          let nick = writer.choice(["odile", "bram_v", "ines"])
          guard isDated else {
            return [
              "\(writer.clock(minutes, true)) <\(nick)> \(writer.choice(["bram_v", "odile"])): \(writer.sentence(9))"
            ]
          }
          return ["[01-Jan-26 \(writer.clock(minutes % 720, false)) AM] \(nick)", writer.sentence(9), ""]
        }
    }
  }

  @Test("Lists of chapters, as they stand below videos and in show notes")
  func chapters() {
    expectNone(1...500) { writer in
      var seconds = 0
      let form = writer.choice([
        "%t - %s  ", "%t %s", "**%t** - %s", "(%t) %s", "- %t %s", "[%t] %s", "%t – %n: %s", "[%t] %n on %s",
      ])
      let titles = (0..<writer.number(4...40)).map { _ in
        let time =
          seconds >= 3_600 || form.hasPrefix("[")
          ? Self.clock(seconds, writer) : "\(seconds / 60):" + writer.two(seconds % 60)
        seconds += writer.number(40...400)
        let title = writer.sentence(5).filter { $0.isLetter || $0 == " " }.capitalized
        return form.replacing("%t", with: time).replacing("%n", with: writer.choice(Self.names)).replacing(
          "%s", with: title)
      }
      return ["In this episode we talk about ropes.", ""] + titles + ["", "Music: The Landing. Hosts: Odile, Bram."]
    }
  }

  @Test("Records, mails, histories, lists of changes, settings, style sheets: words with a colon before each line")
  func records() {
    expectNone(1...600) { writer in
      let form = writer.number(0...6)
      return (0..<writer.number(4...40)).flatMap { number -> [String] in
        let name = writer.choice(Self.names)
        switch form {
        case 0:
          return [
            "From: \(name) <a@b.example>", "To: \(writer.choice(Self.names))", "Subject: \(writer.sentence(5))",
            "Date: 3 May 2026", "", writer.sentence(20), "",
          ]
        case 1:
          return [
            "commit 3f2a\(number)", "Author: \(name) <a@b.example>", "Date:   Tue May 5 10:0\(number % 10):12 2026", "",
            "    \(writer.sentence(9))", "",
          ]
        case 2: return ["\(writer.choice(["Added", "Fixed", "Changed", "Removed"])): \(writer.sentence(12))"]
        case 3: return ["\(writer.choice(["colour", "margin", "font-size", "rope"])): \(writer.number(1...9))px;"]
        case 4:
          return [
            "Boat: \(name)", "Length: \(writer.number(4...30)) m", "Harbour: \(writer.choice(["Moen", "Skarvik"]))",
            "Remarks: \(writer.sentence(12))", "",
          ]
        case 5:
          return [
            "\(writer.choice(["Monday", "Tuesday", "Friday", "Sunday"])): \(writer.number(8...12)) - \(writer.number(13...18))"
          ]
        default: return ["\(writer.sentence(3).filter { $0.isLetter }.capitalized)\(number): \(writer.sentence(14))"]
        }
      }
    }
  }

  @Test("Pages of HTML, notes in Markdown, programs")
  func pages() {
    expectNone(1...400, as: "notes.md") { writer in
      let form = writer.number(0...3)
      let body = (0..<writer.number(4...40)).map { number in
        switch form {
        case 0:
          "<p><time>\(number):\(writer.two(writer.number(0...59)))</time> <b>\(writer.choice(Self.names)):</b> \(writer.sentence(12))</p>"
        case 1: "- **\(writer.sentence(2).filter { $0.isLetter }.capitalized)\(number):** \(writer.sentence(14))"
        case 2: "let time\(number) = \"0\(number % 10):\(writer.two(writer.number(0...59)))\" // \(writer.sentence(6))"
        default: writer.sentence(30) + " Note: \(writer.sentence(8))"
        }
      }
      return form == 0 ? ["<!DOCTYPE html>", "<html><body>"] + body + ["</body></html>"] : ["# The ferry", ""] + body
    }
  }
}
