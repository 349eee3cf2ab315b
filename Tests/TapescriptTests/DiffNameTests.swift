import Foundation
import Support
import Testing

/// A diff names its file so that the programs that apply it find that file.
@Suite struct DiffNameTests {
  private static let talk = Talk.healthy.replacing("The owner", with: "The  owner")
  private static let fixed = Talk.healthy

  private static func isHere(_ program: String) -> Bool {
    Shell.isAvailable && FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
  }

  private static let names = [
    "plain.txt", "two words.txt", "a 2020-01-01 12:00:00.txt", "dir with blanks/a b.txt", "qu\"ote.txt",
    "back\\slash.txt",
    "tab\there.txt", "line\nbreak.txt", "esc\u{1B}[31m.txt", "lämp.txt", "trailing .txt",
  ]

  @Test(.enabled(if: isHere("patch"), "patch is not here"), arguments: names)
  func patch(name: String) throws {
    let folder = try Folder(["old/" + name: Self.talk])
    let result = try Shell.run(
      "cd old && tapescript check --diff --select double-space . > ../diff; patch -s -p0 < ../diff", in: folder)
    #expect(result.code == 0, "\(result.output) \(result.complaints)")
    #expect(try folder.string("old/" + name) == Self.fixed)
  }

  @Test(.enabled(if: isHere("git"), "git is not here"), arguments: names)
  func gitApply(name: String) throws {
    let folder = try Folder(["old/" + name: Self.talk])
    let result = try Shell.run(
      "cd old && tapescript check --diff --select double-space . > ../diff; git apply -p0 ../diff", in: folder)
    #expect(result.code == 0, "\(result.output) \(result.complaints)")
    #expect(try folder.string("old/" + name) == Self.fixed)
  }

  /// On a terminal nobody applies it, and nothing in it may act on the terminal.
  @Test(.enabled(if: Terminal.isAvailable, "script(1) is not here to stand for a terminal"))
  func onATerminal() throws {
    let folder = try Folder(["a b.txt": Self.talk.replacing("ladder", with: "\u{1B}[31mladder")])
    let seen = try Terminal.run(
      "check --diff --color never --select double-space '\(folder.url("a b.txt").path(percentEncoded: false))'", [:])
    #expect(seen.contains("␛[31mladder"))
    #expect(!seen.contains("\u{1B}[31m"))
    let written = try Tool.check("--diff", "--select", "double-space", "a b.txt", in: folder.root).output
    #expect(written.hasPrefix("--- a b.txt\t\n+++ a b.txt\t\n@@"))
    #expect(written.contains("\u{1B}[31mladder"))
  }
}
