import Configuration
import Rules
import Testing

/// Which files around a transcript say something about it.
@Suite struct NeighboursTests {
  private let page = "Bo: What does the gate weigh? (0:03)\n\nInes: Nine tons. (0:12)\n"
  private let captions = "0:03 What does the gate weigh?\n0:12 Nine tons.\n"

  private func found(
    _ files: [String: String], _ path: String, _ rules: Settings? = nil
  ) -> (neighbours: Neighbours, surroundings: Surroundings) {
    let disk = Disk(files: files)
    var store = ConfigurationStore(.nearest, disk)
    let settings = store.settings(for: path)
    #expect(store.chains.flatMap(\.links).flatMap(\.mistakes) == [])
    let neighbours = store.neighbours(of: path, settings)
    let people = store.people(of: neighbours)
    return (neighbours, neighbours.surroundings(for: rules ?? settings.rules, people: people, disk))
  }

  @Test func filesOfOneNameAreSiblings() {
    let files = [
      "/a/lock.page.txt": page, "/a/lock.captions.txt": captions, "/a/lock.md": "Show notes.", "/a/lock.mp3": captions,
      "/a/other.txt": captions, "/b/lock.txt": captions, "/a/.lock.txt": captions, "/a/lock.srt": "\u{FF}",
    ]
    let (neighbours, surroundings) = found(files, "/a/lock.page.txt")
    #expect(surroundings.siblings.map(\.name) == ["lock.captions.txt"])
    #expect(neighbours.concerns("/a/lock.md"))
    #expect(neighbours.concerns("/a/lock.vtt"))
    for other in ["/a/lock.page.txt", "/a/lock.mp3", "/a/other.txt", "/b/lock.txt"] {
      #expect(!neighbours.concerns(other), "\(other)")
    }
  }

  @Test func whatIsExcludedIsNone() {
    let files = [
      "/lock.page.txt": page, "/lock.captions.txt": captions, "/tapescript.json": #"{"exclude": "*.captions.txt"}"#,
    ]
    #expect(found(files, "/lock.page.txt").surroundings.siblings == [])
  }

  @Test func siblingsAreWhereTheConfigurationSays() {
    let files = [
      "/page/lock.txt": page, "/page/lock.md": page, "/captions/lock.cap": captions,
      "/tapescript.json": """
      {"siblings": ["../captions/{stem}.cap", "../nowhere/{stem}.txt", "{stem}.txt"], "notations": {"*.cap": "captions"}}
      """,
    ]
    let (neighbours, surroundings) = found(files, "/page/lock.txt")
    #expect(surroundings.siblings.map(\.name) == ["../captions/lock.cap"])
    #expect(neighbours.concerns("/nowhere/lock.txt"))
    #expect(!neighbours.concerns("/page/lock.md"))
    #expect(neighbours.hasSibling("/captions/lock.cap"))
    #expect(neighbours.endings == ["cap", "txt"])
  }

  @Test func theFirstListOfChaptersCounts() {
    let files = [
      "/page/lock.txt": page, "/page/lock.list": "00:00 At the gate\n01:02:03 Winter\n", "/page/lock.chapters": "{}",
      "/tapescript.json": #"{"chapters": ["{stem}.none", "{stem}.chapters", "{stem}.list"]}"#,
    ]
    let (neighbours, surroundings) = found(files, "/page/lock.txt")
    #expect(surroundings.chapters?.name == "lock.list")
    #expect(surroundings.chapters?.chapters.map(\.title) == ["At the gate", "Winter"])
    #expect(neighbours.concerns("/page/lock.none"))
  }

  @Test func peopleAreThoseOfTheConfiguration() {
    let files = [
      "/_people/ines.md": "---\nname: Ines Holm\n---\n", "/_people/_template.md": "---\nname: none\n---\n",
      "/page/lock.txt": page,
      "/tapescript.json": #"{"people": {"files": ["_people/*.md", "!_people/_*"], "key": "name"}}"#,
    ]
    let (neighbours, surroundings) = found(files, "/page/lock.txt")
    #expect(surroundings.people?.names == ["ines": "Ines Holm"])
    #expect(neighbours.concerns("/_people/bo.md"))
    #expect(!neighbours.concerns("/_people/_new.md"))
    #expect(!neighbours.concerns("/elsewhere/_people/bo.md"))
  }

  /// Nothing is read for rules that are off.
  @Test func whatNobodyWantsToKnowIsNotRead() {
    var rules = Settings()
    rules.choices["sibling-out-of-sync"] = .init(isOn: false)
    let files = ["/lock.page.txt": page, "/lock.captions.txt": captions]
    #expect(found(files, "/lock.page.txt", rules).surroundings.siblings == [])
  }
}
