import SeededRandom
import Testing
import Transcript

struct TimestampTests {
  @Test(
    "Well-formed times",
    arguments: [
      ("0:00", 0), ("2:09", 129_000), ("75:30", 4_530_000), ("123:45", 7_425_000), ("00:01:02", 62_000),
      ("1:00:31", 3_631_000),
      ("01:02.5", 62_500), ("0:01:02,045", 62_045), ("0:01.23456", 1_230 + 4),
    ])
  func wellFormed(text: String, milliseconds: Int32) throws {
    guard case .time(let stamp) = Timestamp.read(text.utf8) else {
      Issue.record("\(text) is a time")
      return
    }
    #expect(stamp.time.milliseconds == milliseconds)
  }

  @Test(
    "What looks like a time and is none",
    arguments: [
      "2:9", "37:567", "00:42::57", "17: 10", "1", "", ":", "1:2:3:4", "1000:05", "1:100:05", "2:O9", "1:00.", "1.5:00",
    ])
  func malformed(text: String) {
    #expect(Timestamp.read(text.utf8) == .malformed)
  }

  @Test("Sixty and more", arguments: ["1:60", "60:99", "1:75:00", "0:00:60", "999:00:00"])
  func outOfRange(text: String) {
    #expect(Timestamp.read(text.utf8) == .outOfRange)
  }

  @Test(
    "Another time in the same spelling",
    arguments: [
      ("26:41", 26 * 60 + 14, "26:14"), ("1:01:31", 3_631, "1:00:31"), ("00:00:54", 62, "00:01:02"),
      ("59:58", 3_600, "1:00:00"),
      ("1:00:04", 3_598, "59:58"), ("75:30", 4_531, "75:31"), ("02:09", 65, "01:05"), ("0:01.500", 2, "0:02.000"),
      ("0:59:50", 3_580, "0:59:40"), ("1:2:08", 3_605, "1:0:05"), ("00:59:50", 3_600, "01:00:00"),
      ("75:30", 60, "1:00"), ("123:45", 7_440, "124:00"), ("１２：０３", 724, "１２：０４"), ("٠:٠٥", 12, "٠:١٢"),
      ("१:०५", 72, "१:१२"),
    ])
  func spelling(model: String, seconds: Int, expected: String) {
    guard case .time(let stamp) = Timestamp.read(model.utf8) else {
      Issue.record("\(model) is a time")
      return
    }
    #expect(stamp.spelling(of: Time(seconds: seconds)) == expected)
  }

  /// Hours, minutes, seconds and fraction of a spelling with ASCII digits, by taking it apart at its marks.
  private static func parts(_ text: String) -> Timestamp.Verdict.Kind {
    let halves = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let fields = halves[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let digits = fields + halves.dropFirst().map(String.init)
    guard (2...3).contains(fields.count),
      digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      fields[fields.count - 1].count == 2, fields[fields.count - 2].count <= (fields.count == 2 ? 3 : 2),
      fields.count == 2 || fields[0].count <= 4
    else { return .malformed }
    let values = fields.compactMap(Int.init)
    let (minutes, seconds) = (values[values.count - 2], values[values.count - 1])
    let hours = fields.count == 3 ? values[0] : 0
    guard seconds < 60, fields.count == 2 || minutes < 60, hours < 500 else { return .outOfRange }
    let thousandths = halves.count == 2 ? Int((halves[1] + "00").prefix(3)) ?? 0 : 0
    return .time((hours * 3600 + minutes * 60 + seconds) * 1000 + thousandths)
  }

  @Test("Times with one slip, against the same read field by field", arguments: [1, 2, 3, 4] as [UInt64])
  func oneSlip(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789569:.,x ".utf8)
    for _ in 0..<5_000 {
      let whole = ["01:02:03.004", "00:59:59,999", "12:34:56.789", "1:02:03", "12:34", "99:00:00.000", "123:45.6"]
      var bytes = Array(whole.randomElement(using: &generator)!.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = alphabet.randomElement(using: &generator)!
        case 1: bytes.insert(alphabet.randomElement(using: &generator)!, at: place)
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(Timestamp.read(bytes).kind == Self.parts(text), "\(text)")
    }
  }
}

extension Timestamp.Verdict {
  fileprivate enum Kind: Equatable {
    case time(Int)
    case outOfRange, malformed
  }

  fileprivate var kind: Kind {
    switch self {
    case .time(let stamp): .time(Int(stamp.time.milliseconds))
    case .outOfRange: .outOfRange
    case .malformed: .malformed
    }
  }
}
