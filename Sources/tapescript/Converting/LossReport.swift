import JSON
import SourceText
import Transcript

/// The losses of a conversion: one line for each kind, for people, and one object for each kind, for programs.
struct LossReport {
  private struct Group {
    var kind: Loss.Kind
    var count = 0
    /// Counted from 1, in order.
    var lines: [Int] = []
    /// The first details that differ from each other.
    var details: [String] = []
  }

  private static let shownDetails = 3
  private let file: String
  private var groups: [Group] = []

  init(_ losses: [Loss], of source: Source, _ text: Text) {
    file = source.name
    var places: [Loss.Kind: Int] = [:]
    for loss in losses {
      let place = places[loss.kind] ?? groups.count
      if place == groups.count {
        groups.append(Group(kind: loss.kind))
        places[loss.kind] = place
      }
      groups[place].count += 1
      if let offset = loss.place.offset { groups[place].lines.append(text.line(at: offset) + 1) }
      let detail = shown(loss.detail)
      if groups[place].details.count <= Self.shownDetails, !detail.isEmpty, !groups[place].details.contains(detail) {
        groups[place].details.append(detail)
      }
    }
    for place in groups.indices { groups[place].lines.sort() }
  }

  var lines: [String] {
    groups.map { group in
      let place = group.lines.first.map { ":\($0)" } ?? ""
      return "\(visible(file))\(place): \(group.kind.isChange ? "changed" : "lost"): \(message(group))"
    }
  }

  var json: JSONValue {
    .array(
      groups.map { group in
        .object([
          ("file", .string(file)), ("kind", .string(group.kind.rawValue)), ("count", .integer(group.count)),
          ("lines", .array(group.lines.map { .integer($0) })), ("message", .string(message(group))),
        ])
      })
  }

  private func message(_ group: Group) -> String {
    let details = group.details.prefix(Self.shownDetails).joined(separator: ", ")
    let more = group.details.count > Self.shownDetails ? ", …" : ""
    return group.kind.phrase(group.count) + (details.isEmpty ? "" : ": " + details + more)
  }

  /// The beginning of a text on one line.
  private func shown(_ detail: String) -> String {
    let line = detail.prefix(200).split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.isEmpty ? "" : "“\(fitted(visible(line), columns: 40))”"
  }
}
