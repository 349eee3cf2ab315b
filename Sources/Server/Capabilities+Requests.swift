import JSON
import LSP

extension ClientCapabilities.Requests {
  /// Writes the capabilities of features in which the client does something for the server.
  func writeProviders(to writer: inout JSONWriter) {
    let commands = ServerCommand.allCases.filter { $0.isOffered(to: self) }
    if !commands.isEmpty {
      writer.member("executeCommandProvider") {
        $0.object { $0.member("commands") { $0.array { for command in commands { $0.value(command.rawValue) } } } }
      }
    }
  }
}
