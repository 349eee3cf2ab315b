import Transcript

/// What the text says, as far as people read it: its segments, titles and prose, and the values of its front matter.
/// Two texts that differ only in their layout say the same.
public struct Saying: Sendable, Equatable {
  private var script: Script
  private var values: [String] = []

  public init(_ reading: Reading) {
    script = reading.script
    script.metadata = []
    for block in reading.blocks.indices where reading.blocks[block].kind == .metadata {
      for part in reading.blocks.parts(of: block) where part.kind != .comment {
        values.append("\(part.kind) \(reading.string(of: part, in: block))")
      }
    }
  }
}
