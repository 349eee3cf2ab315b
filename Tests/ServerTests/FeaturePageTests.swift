import Support
import Testing

/// The table of features names conversations that there are, in which the methods are asked for.
@Suite struct FeaturePageTests {
  @Test func rows() throws {
    let page = try Repository.text("docs/features.md")
    let rows = page.string(0..<page.count).split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
    #expect(!rows.isEmpty)
    for row in rows {
      let columns = row.split(separator: " | ").map { $0.split(separator: "`").map(String.init) }
      try #require(columns.count == 4, "\(row)")
      let methods = columns[1].filter { $0.contains("/") }
      let names = columns[3].filter { !$0.contains(" ") }
      #expect(!methods.isEmpty && !names.isEmpty, "\(row)")
      let conversations = Conversation.all.filter { names.contains($0.name) }
      #expect(conversations.count == names.count, "\(row)")
      let asked = conversations.reduce(into: Set<String>()) { $0.formUnion($1.methods) }
      #expect(asked.isSuperset(of: methods), "\(row)")
    }
  }
}
