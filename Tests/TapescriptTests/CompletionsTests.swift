import Foundation
import Support
import Testing

@Suite struct CompletionsTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func namesCommandsAndOptions(_ shell: String) throws {
    let script = try Tool.run(["completions", shell]).output
    for word in ["check", "outline", "stats", "rule", "fail-on", "sarif", "time-order"] {
      #expect(script.contains(word), "\(word)")
    }
  }

  /// The shell itself can read it.
  @Test(arguments: ["bash", "zsh", "fish"])
  func isReadable(_ shell: String) throws {
    let path = "/usr/bin/\(shell)"
    guard FileManager.default.isExecutableFile(atPath: path) else {
      print("\(shell) is not here; its script was not read.")
      return
    }
    let folder = try Folder(["script": try Tool.run(["completions", shell]).output])
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-n", folder.url("script").path()]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// What each shell offers, asked as it asks itself.
  private func offers(_ shell: String, _ words: String, _ typed: String) throws -> [String] {
    let folder = try Folder(["talk one.txt": "", "talk.md": "", "deep/talk.txt": ""])
    try folder.write(Data(try Tool.run(["completions", shell]).output.utf8), to: "_tapescript")
    let line =
      switch shell {
      case "bash":
        """
        source /usr/share/bash-completion/bash_completion 2>/dev/null; source ./_tapescript
        COMP_WORDS=(tapescript \(words) '\(typed)'); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}; $(complete -p tapescript | sed 's/.*-F \\([^ ]*\\) .*/\\1/') tapescript "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"; printf '%s\\n' "${COMPREPLY[@]}"
        """
      case "fish": "HOME=. fish --no-config -c 'source ./_tapescript; complete -C \"tapescript \(words) \(typed)\"'"
      default:
        // The line editor of zsh on a terminal of its own. What is typed is completed, then the line is shown with a mark.
        """
        cat > drive <<'END'
        zmodload zsh/zpty
        zpty shell "HOME=$PWD TERM=dumb PS1= zsh -f -i"
        zpty -w shell 'fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; setopt no_beep list_rows_first'
        zpty -w shell 'show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey "^X" show; print -r re"ad"y'
        zpty -r shell seen '*ready*'
        zpty -n -w shell $'tapescript \(words) \(typed)\\t\\x18'
        zpty -r shell seen '*<<*>>*'
        print -r -- $seen
        zpty -d shell
        END
        zsh -f drive
        """
      }
    return try Shell.run(line, in: folder).output.split(whereSeparator: \.isNewline).map(String.init)
  }

  private static func isHere(_ shell: String) -> Bool {
    Shell.isAvailable
      && ["/usr/bin/\(shell)", "/bin/\(shell)"].contains { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(
    .enabled(if: isHere("bash"), "bash is not here"), arguments: ["check", "outline", "stats", "config", "check -q"])
  func filesInBash(words: String) throws {
    #expect(try Set(offers("bash", words, "talk")) == ["talk one.txt", "talk.md"], "\(words)")
    #expect(try offers("bash", words, "de") == ["deep"])
  }

  @Test(
    .enabled(if: isHere("fish"), "fish is not here"), arguments: ["check", "outline", "stats", "config", "check -q"])
  func filesInFish(words: String) throws {
    #expect(try Set(offers("fish", words, "talk")).isSuperset(of: ["talk one.txt", "talk.md"]), "\(words)")
    #expect(try offers("fish", words, "de").contains("deep/"))
  }

  @Test(.enabled(if: isHere("zsh"), "zsh is not here"), arguments: ["check", "outline", "stats", "config", "check -q"])
  func filesInZsh(words: String) throws {
    #expect(try offers("zsh", words, "talk.").joined().contains("<<tapescript \(words) talk.md"), "\(words)")
    #expect(try offers("zsh", words, "de").joined().contains("<<tapescript \(words) deep/"))
  }

  @Test(arguments: ["bash", "fish", "zsh"], ["check --select", "check --ignore", "rule"])
  func rules(shell: String, words: String) throws {
    guard Self.isHere(shell) else {
      print("\(shell) is not here; what it offers was not seen.")
      return
    }
    let found = try offers(shell, words, "time-ord").joined(separator: "\n")
    #expect(found.contains("time-order"), "\(found)")
  }

  @Test func otherShells() throws {
    #expect(try Tool.run(["completions", "tcsh"]).code == 2)
  }
}
