import ArgumentParser

struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a script that lets a shell complete commands and options.",
    discussion: """
      bash: tapescript completions bash > ~/.local/share/bash-completion/completions/tapescript
      zsh:  tapescript completions zsh > _tapescript, in a directory of $fpath
      fish: tapescript completions fish > ~/.config/fish/completions/tapescript.fish
      """)

  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var known: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    let script = Tapescript.completionScript(for: shell.known)
    try printOut(script.hasSuffix("\n") ? script : script + "\n")
  }
}
