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
}
