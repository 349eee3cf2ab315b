import Files
import SourceText

extension Failure: CustomStringConvertible {
  public var description: String { visible("\(path): \(reason)") }
}

/// Prints a failure and exits with 2.
func leavingOnFailure<Value>(_ work: @autoclosure () throws -> Value) throws -> Value {
  do {
    return try work()
  } catch let failure as Failure {
    complain("tapescript: \(failure)")
    throw ExitStatus.failure
  }
}
