import ArgumentParser
import Files
import Platform
import SourceText

/// Writes to the standard output. If the report cannot be written, the process exits with 2.
func printOut(_ text: String) throws(ExitCode) {
  guard !writeAll(text, to: STDOUT_FILENO) else { return }
  complain("tapescript: cannot write the report: \(lastSystemError())")
  throw ExitStatus.failure
}

/// Writes one line to the standard error. Whatever it quotes, it stays one line.
func complain(_ line: String) {
  printError(visible(line) + "\n")
}

/// Writes to the standard error as it is.
func printError(_ text: String) {
  _ = writeAll(text, to: STDERR_FILENO)
}
