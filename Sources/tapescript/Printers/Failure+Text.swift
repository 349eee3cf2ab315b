import Files

extension Failure: CustomStringConvertible {
  public var description: String { "\(visible(path)): \(reason)" }
}
