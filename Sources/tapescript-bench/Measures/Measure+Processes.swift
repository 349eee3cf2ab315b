import SourceText

extension Measure {
  /// The time includes the way through the pipes in both directions.
  static func serverKeystroke(_ path: String) -> Measure {
    Measure(title: "server: didChange → publishDiagnostics, ms") { bytes, patience in
      withServer(path, bytes) { server in
        var typist = Typist(bytes)
        return median(patience, .wall) {
          typist.next()
        } _: {
          server.type($0)
        }
      }
    }
  }

  static func serverOutline(_ path: String) -> Measure {
    Measure(title: "server: documentSymbol, bytes → bytes, ms") { bytes, patience in
      withServer(path, bytes) { server in
        median(patience, .wall) {
        } _: { _ in
          server.outline()
        }
      }
    }
  }

  /// The memory of the server with one open document.
  static func memory(_ path: String) -> Measure {
    var measure = Measure(title: "server: peak memory after open, MB") { bytes, _ in
      withServer(path, bytes) { $0.peakMemory ?? .nan }
    }
    measure.isComparedWithCopy = false
    return measure
  }
}

private func withServer(_ path: String, _ bytes: [UInt8], _ body: (ServerProcess) -> Double) -> Double {
  guard let server = ServerProcess(path) else { fatalError("\(path) cannot be started") }
  server.open(bytes)
  defer { server.finish() }
  return body(server)
}

/// How long the program takes from its start to its first answer.
func coldStarts(_ path: String, _ patience: Patience) -> String {
  // The time to start a process that does nothing, for comparison.
  let nothing = median(patience, .wall) {
  } _: { _ in
    Child("/bin/sh", ["-c", ":"])?.finish()
  }
  let version = median(patience, .wall) {
  } _: { _ in
    Child(path, ["--version"])?.finish()
  }
  let initialize = median(patience, .wall) {
  } _: { _ in
    ServerProcess(path)?.finish()
  }
  return """
    | cold start | ms | ÷ `sh -c :` |
    |---|--:|--:|
    | `sh -c :` | \(rounded(nothing)) | 1 |
    | `tapescript --version` | \(rounded(version)) | \(rounded(version / nothing)) |
    | `tapescript lsp`: initialize, shutdown, exit | \(rounded(initialize)) | \(rounded(initialize / nothing)) |

    """
}
