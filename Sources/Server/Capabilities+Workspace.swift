import Configuration
import JSON
import LSP

extension ClientCapabilities.WorkspaceFeatures {
  /// Writes the capabilities of features that look at more than one document, as far as the client offers them.
  ///
  /// - Parameter showsContent: whether it asks the server for texts that are only to be read.
  func writeProviders(to writer: inout JSONWriter, showsContent: Bool) {
    writer.member("workspaceSymbolProvider") {
      $0.object {
        $0.member("resolveProvider", symbol.resolvesRange)
        $0.member("workDoneProgress", true)
      }
    }
    if folders || willRename || didRename || showsContent {
      writer.member("workspace") { writeWorkspace(to: &$0, showsContent: showsContent) }
    }
  }

  /// Source: LSP 3.18, `WorkspaceOptions`.
  private func writeWorkspace(to writer: inout JSONWriter, showsContent: Bool) {
    writer.object {
      if showsContent {
        $0.member("textDocumentContent") {
          $0.object { $0.member("schemes") { $0.array { $0.value(ViewAddress.scheme) } } }
        }
      }
      if folders {
        $0.member("workspaceFolders") {
          $0.object {
            $0.member("supported", true)
            $0.member("changeNotifications", true)
          }
        }
      }
      guard willRename || didRename else { return }
      $0.member("fileOperations") {
        $0.object {
          if willRename { $0.member("willRename", writeFilters) }
          if didRename { $0.member("didRename", writeFilters) }
        }
      }
    }
  }

  /// All folders, and the files that belong to a transcript or may be shown on its page.
  ///
  /// Source: LSP 3.18, `FileOperationRegistrationOptions`.
  private func writeFilters(to writer: inout JSONWriter) {
    let endings = TextFile.endings + TextFile.shownEndings
    writer.object {
      $0.member("filters") {
        $0.array {
          for (glob, kind) in [("**/*.{\(endings.joined(separator: ","))}", "file"), ("**/*", "folder")] {
            $0.object {
              $0.member("scheme", "file")
              $0.member("pattern") {
                $0.object {
                  $0.member("glob", glob)
                  $0.member("matches", kind)
                }
              }
            }
          }
        }
      }
    }
  }
}
