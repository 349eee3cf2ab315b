import Files
import Foundation
import Support
import Testing

@testable import tapescript

/// Writing is safe: either the old or the new is there.
@Suite struct ReplaceFileTests {
  @Test("A file that was changed meanwhile is left as it is") func changed() throws {
    let folder = try Folder(["lamp.md": "theirs"])
    let path = folder.url("lamp.md").path()
    let failure = #expect(throws: Failure.self) {
      try replaceFile(path, Array("old".utf8), with: Array("ours".utf8))
    }
    #expect(failure?.reason == "not written: it was changed meanwhile; check it again")
    #expect(try folder.string("lamp.md") == "theirs")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path()) == ["lamp.md"])
    try replaceFile(path, Array("theirs".utf8), with: Array("ours".utf8))
    #expect(try folder.string("lamp.md") == "ours")
  }

  @Test("A file that is gone is not made anew") func gone() throws {
    let folder = try Folder()
    let failure = #expect(throws: Failure.self) {
      try replaceFile(folder.url("lamp.md").path(), [], with: Array("ours".utf8))
    }
    #expect(failure?.reason == "not written: No such file or directory")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.root.path()).isEmpty)
  }
}
