import JSON
import LSP

/// Source: LSP 3.18, "Lifecycle Messages".
extension Session {
  mutating func initialize(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = InitializeParams(json)
    capabilities = Capabilities(params.capabilities)
    trace = params.trace
    useFolders(params.folders)
    useSettings(params.options)
    life = .running
    if let process = params.processID { Watchdog.watch(process, inbox) }
    let (capabilities, version) = (capabilities, version)
    return {
      $0.object {
        $0.member("capabilities", capabilities.write)
        $0.member("serverInfo") {
          $0.object {
            $0.member("name", "tapescript")
            $0.member("version", version)
          }
        }
      }
    }
  }

  mutating func shutDown() -> Answer {
    life = .shutDown
    cancelAllJobs()
    unpublished = []
    pen = nil
    mustRefresh = false
    return Self.nothing
  }

  mutating func exit() {
    life = .over(exitCode: life == .shutDown ? 0 : 1)
  }
}
