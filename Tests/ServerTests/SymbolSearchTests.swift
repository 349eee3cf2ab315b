import JSON
import Support
import Testing

@testable import Server

/// The search for names in all files.
@Suite struct SymbolSearchTests {
  /// A list longer than anybody reads is cut, and what fits best is in it, wherever it stands.
  @Test func theBestOfMany() throws {
    let count = SymbolSearch.most + 100
    let text = (1...count).map { number in
      let (first, second) = (number * 20, number * 20 + 7 + number % 5)
      func time(_ seconds: Int) -> String {
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
        return clock.joined(separator: ":")
      }
      return """
        Part \(number) of the way

        Ada: Is the rope dry, after all the rain of the last night? (\(time(first)))

        Bo: It is as dry as the stone that you sit on. (\(time(second)))


        """
    }.joined()
    let folder = try Folder(["way.txt": text])
    let client = Client()
    client.send(
      #"{"id": 1, "method": "initialize", "params": {"rootUri": "\#(folder.root.absoluteString)", "capabilities": {"workspace": {"symbol": {}}}}}"#
    )
    _ = client.receive()
    func names(_ id: Int, _ query: String) -> [String?] {
      client.send(#"{"id": \#(id), "method": "workspace/symbol", "params": {"query": "\#(query)"}}"#)
      return client.receive { $0["id"].integer == id }.last?["result"].array?.map { $0["name"].string } ?? []
    }
    #expect(names(2, "part").count == SymbolSearch.most)
    #expect(names(3, "part \(count) of").first == "Part \(count) of the way")
    #expect(names(4, "no such name") == [])
  }

  private func begin(_ folder: Folder, _ client: Client) {
    client.send(
      #"{"id": 1, "method": "initialize", "params": {"rootUri": "\#(folder.root.absoluteString)", "capabilities": {"workspace": {"symbol": {}, "didChangeWatchedFiles": {"dynamicRegistration": true}}}}}"#
    )
    _ = client.receive()
  }

  /// The parts of a result, each with the names and the files of its symbols.
  private func parts(_ id: Int, _ query: String, _ client: Client) -> [[String]] {
    client.send(
      #"{"id": \#(id), "method": "workspace/symbol", "params": {"query": "\#(query)", "partialResultToken": "p"}}"#)
    let messages = client.receive { $0["id"].integer == id }
    #expect(messages.last?["result"].array?.isEmpty == true)
    return messages.filter { $0["method"].string == "$/progress" }.map { message in
      (message["params"]["value"].array ?? []).map { symbol in
        let file = symbol["location"]["uri"].string?.split(separator: "/").last ?? ""
        return "\(symbol["name"].string ?? "") in \(file)"
      }
    }
  }

  private static func page(_ title: String, _ name: String) -> String {
    "## \(title)\n\nBo: Is the rope dry? (0:05)\n\n\(name): It is. (0:12)\n\nBo: Then we go. (0:15)\n"
  }

  /// What is open is told before the folder is searched. Who speaks there is placed there.
  @Test func partsOfWhatIsOpenComeFirst() throws {
    let folder = try Folder([
      "a.txt": Self.page("The fog", "Ada") + "\nBo: At last. (0:20)\n", "b.txt": Self.page("The fog again", "Boris"),
      // Otherwise the folder may be read before somebody asks.
      "tapescript.json": #"{"rules": {"transcript-duplicate": "off"}}"#,
    ])
    let client = Client()
    begin(folder, client)
    client.open(folder.url("new.txt").absoluteString, Self.page("The new fog", "Bogdan"))
    #expect(
      parts(2, "bo", client) == [["Bo in new.txt", "Bogdan in new.txt"], ["Boris in b.txt"]])
    // All is known by now.
    #expect(parts(3, "bo", client) == [["Bo in a.txt", "Boris in b.txt", "Bogdan in new.txt"]])
    #expect(parts(4, "fog", client) == [["The fog in a.txt", "The fog again in b.txt", "The new fog in new.txt"]])
  }

  /// However many parts there are, each symbol is told once, and no more than anybody reads.
  @Test(arguments: [Duration.zero, .milliseconds(1), .seconds(3_600)])
  func partsAreTheWhole(delay: Duration) throws {
    let count = 120
    let pages = (0..<count).map { ("\($0).txt", Self.page("The fog \($0)", "Ada \($0)")) }
    let poor = (0..<SymbolSearch.most).map { number in
      func time(_ seconds: Int) -> String { "\(seconds / 60):\(seconds % 60 / 10)\(seconds % 10)" }
      return """
        ## The red rope number \(number)

        Bo: Is it dry, after all the rain of the last night? (\(time(number * 12)))

        Ada: It is as dry as the stone that you sit on. (\(time(number * 12 + 6)))

        """
    }
    var files = Dictionary(uniqueKeysWithValues: pages)
    files["poor.txt"] = poor.joined(separator: "\n")
    files["z.txt"] = Self.page("Tern", "Bo")
    let folder = try Folder(files)
    let whole = Client()
    begin(folder, whole)
    whole.send(#"{"id": 2, "method": "workspace/symbol", "params": {"query": "fog"}}"#)
    let expected = whole.receive { $0["id"].integer == 2 }.last?["result"].array?.compactMap { $0["name"].string } ?? []
    #expect(expected.count == count)
    let client = Client(partDelay: delay)
    begin(folder, client)
    let found = parts(2, "fog", client).joined().map { $0.split(separator: " in ").first.map(String.init) ?? "" }
    #expect(found.sorted() == expected.sorted())
    // Whatever else fits is found first, what fits best has room.
    let other = Client(partDelay: delay)
    begin(folder, other)
    other.open(folder.url("poor.txt").absoluteString, files["poor.txt"] ?? "")
    let all = Array(parts(2, "tern", other).joined())
    #expect(all.count == SymbolSearch.most)
    #expect(all.contains("Tern in z.txt"))
    #expect(Set(all).count == all.count)
  }
}
