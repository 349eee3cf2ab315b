import Rules
import Testing

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("time-ordr", "time-order"), ("tiem-order", "time-order"), ("TIME-ORDER", "time-order"), ("time", "time-gap"),
    ("speaker-unknwon", "speaker-unknown"), ("order", nil), ("x", nil), ("", nil),
  ])
  func nearest(word: String, meant: String?) {
    #expect(nearestWord(to: word, among: ["time-gap", "time-order", "speaker-unknown"]) == meant)
    #expect(nearestWord(to: word, among: ["speaker-unknown", "time-order", "time-gap"]) == meant)
  }
}
