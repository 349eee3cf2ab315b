import LSP
import Testing

struct CompletionItemTests {
  @Test("A text as a snippet is exactly this text")
  func escaped() {
    #expect(CompletionItem.escaped(#"Bo $1 } \ {x}: "#) == #"Bo \$1 \} \\ {x\}: "#)
  }
}
