import Testing

@testable import tapescript_bench

/// Whatever a text is bad for, the work grows with its size and no faster.
struct GrowthTests {
  /// Sizes so far apart that what grows with the square takes sixteen times as long, where four is right. Without
  /// optimisation, little text is enough.
  #if DEBUG
    private static let (small, large) = (3_000, 12_000)
    private static let (few, many) = (250, 1_000)
  #else
    private static let (small, large) = (20_000, 80_000)
    private static let (few, many) = (1_000, 4_000)
  #endif

  @Test("Names of texts are theirs alone")
  func names() {
    #expect(Set(GrowingText.all.map(\.name)).count == GrowingText.all.count)
  }

  @Test("Work grows with the text", arguments: GrowingText.all.map(\.name))
  func growth(name: String) throws {
    let text = try #require(GrowingText.all.first { $0.name == name })
    for effort in [Effort.check, .mend, .letter, .outline, .hover] { expectProportion(effort, text) }
  }

  @Test("A segment with thousands of findings is not hashed for each of them")
  func baseline() throws {
    let text = try #require(GrowingText.all.first { $0.name == "two blanks between words" })
    expectProportion(.baseline, text)
  }

  private func expectProportion(_ effort: Effort, _ text: GrowingText) {
    var ratios: [Double] = []
    // Another process may come between, so one fair run is enough.
    while ratios.count < 4, ratios.last ?? .infinity > 9 {
      let (less, more) = (effort.time(text, size: Self.small), effort.time(text, size: Self.large))
      // What takes no time at either size has no ratio to speak of.
      ratios.append(more / max(less, 1))
    }
    #expect(ratios.min()! <= 9, "\(effort.rawValue) of “\(text.name)”: \(ratios.map(rounded)) times as long")
  }

  @Test("Finding copies takes as long as there are files", arguments: GrowingArchive.all.map(\.name))
  func copies(name: String) throws {
    let archive = try #require(GrowingArchive.all.first { $0.name == name })
    var ratios: [Double] = []
    // Another process may come between, so one fair run is enough.
    while ratios.count < 4, ratios.last ?? .infinity > 9 {
      ratios.append(archive.time(count: Self.many) / max(archive.time(count: Self.few), 1))
    }
    #expect(ratios.min()! <= 9, "“\(archive.name)”: \(ratios.map(rounded)) times as long")
  }

  @Test("A text that grows with the square would be seen")
  func square() {
    let text = GrowingText(name: "square", notation: "page") { size in
      "Bo: \(String(repeating: "a ", count: size * size / 5_000)) (0:01)\n\nHenrike: Yes. (0:02)\n"
    }
    #expect(Effort.check.time(text, size: Self.large) / max(Effort.check.time(text, size: Self.small), 1) > 9)
  }
}
