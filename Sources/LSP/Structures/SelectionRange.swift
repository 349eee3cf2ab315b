import JSON

/// Ranges that a selection grows through, the smallest first. Source: LSP 3.18, `SelectionRange`.
public struct SelectionRange: Equatable, Sendable {
  /// Never empty; each holds the one before.
  public var ranges: [PositionRange]

  public init(ranges: [PositionRange]) { self.ranges = ranges }

  public func write(to writer: inout JSONWriter) { Self.write(ranges[...], to: &writer) }

  private static func write(_ ranges: ArraySlice<PositionRange>, to writer: inout JSONWriter) {
    guard let first = ranges.first else { return writer.null() }
    writer.object {
      $0.member("range", first.write)
      if ranges.count > 1 { $0.member("parent") { write(ranges.dropFirst(), to: &$0) } }
    }
  }
}
