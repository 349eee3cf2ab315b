import Testing
import Transcript

@Suite struct LossTallyTests {
  private func loss(_ kind: Loss.Kind) -> Loss { Loss(kind, "Ada", at: Script.Place()) }

  @Test func sentences() {
    #expect(LossTally([]).sentences == "Nothing is lost.")
    #expect(LossTally([loss(.title), loss(.comment), loss(.title)]).sentences == "Lost: 2 titles; 1 comment.")
    #expect(
      LossTally([loss(.estimate), loss(.end)]).sentences
        == "Lost: 1 end time. Changed: 1 segment without an end, which now has one.")
  }
}
