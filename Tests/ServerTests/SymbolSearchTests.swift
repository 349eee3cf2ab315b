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
}
