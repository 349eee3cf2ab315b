import JSON

/// Coloured stretches of a document. Source: LSP 3.18, `SemanticTokens`.
///
/// Each token is five numbers: lines from the token before, columns from it if it is on the same line, length, type,
/// modifiers.
public struct SemanticTokens: Equatable, Sendable {
  /// Nil if nobody will ask what has changed since.
  public var resultID: String?
  public var data: [UInt32]

  public init(resultID: String? = nil, data: [UInt32]) {
    self.resultID = resultID
    self.data = data
  }

  public func write(to writer: inout JSONWriter) {
    writer.object {
      if let resultID { $0.member("resultId", resultID) }
      $0.member("data") { $0.write(numbers: data[...]) }
    }
  }

  /// Writes what has changed since an earlier answer: everything between what both have at their beginnings and at
  /// their ends is replaced. Source: LSP 3.18, `SemanticTokensDelta`.
  public func writeDelta(from old: [UInt32], to writer: inout JSONWriter) {
    let edit = Self.edit(from: old, to: data)
    writer.object {
      if let resultID { $0.member("resultId", resultID) }
      $0.member("edits") {
        $0.array {
          guard let edit else { return }
          $0.object {
            $0.member("start", edit.start)
            $0.member("deleteCount", edit.deleted)
            if !edit.inserted.isEmpty { $0.member("data") { $0.write(numbers: data[edit.inserted]) } }
          }
        }
      }
    }
  }

  /// The numbers that differ; nil if none do.
  static func edit(from old: [UInt32], to new: [UInt32]) -> (start: Int, deleted: Int, inserted: Range<Int>)? {
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start] == new[start] { start += 1 }
        if start == old.count, start == new.count { return nil }
        var same = 0
        while same < shorter - start, old[old.count - 1 - same] == new[new.count - 1 - same] { same += 1 }
        return (start, old.count - same - start, start..<(new.count - same))
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(numbers: ArraySlice<UInt32>) {
    array { for number in numbers { $0.value(Int(number)) } }
  }
}
