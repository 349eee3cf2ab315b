import SourceText
import Transcript

extension Rule {
  /// Left alone: titles that announce a pause or an advertisement, since nobody links to them; and sections that are
  /// empty or were copied with their first segment, since other rules report those.
  static let headerDuplicate = Rule(
    "header-duplicate", .warning,
    summary: "Two sections have the same title.",
    why: "Both sections have one anchor, so links and the contents lead to the first of them only.",
    options: [recurringOption],
    looks: .atDocument(.frame) { reading, report in
      var first: [UInt64: Int] = [:]
      lazy var recurring = Set(report.words(recurringOption).map { anchor($0.utf8) })
      for index in reading.blocks.indices where reading.kind(of: index) == .header {
        guard let title = reading.range(.title, of: index), !title.isEmpty, !reading.isEmptySection(index) else {
          continue
        }
        let link = anchor(reading.text.bytes[title])
        guard let above = first[link] else {
          first[link] = index
          continue
        }
        // The words show whether this header was copied together with its segment.
        report.readWordsEverywhere()
        guard !reading.isCopy(index, of: above), let other = reading.range(.title, of: above),
          !recurring.contains(link)
        else { continue }
        report(
          title, "A section above has the same title, and with it the same anchor.",
          related: [.init(range: other, message: "The section to which links lead.")])
      }
    })
}

private let recurringOption = Rule.Option(
  "recurring",
  .words(["Break", "Pause", "Intermission", "Music", "Ad", "Ads", "Advertisement", "Sponsor", "Sponsors"]),
  "Titles that may occur more than once.")

/// The form of a title in a link: its letters and digits in lower case, as a number.
private func anchor(_ title: some Sequence<UInt8>) -> UInt64 { FNV1a(title.significant).value }

extension Reading {
  /// Whether no segment stands between a header and the next one of its level, or the end.
  fileprivate func isEmptySection(_ header: Int) -> Bool {
    for index in blocks.indices[(header + 1)...] {
      switch kind(of: index) {
      case .segment: return false
      case .header: return blocks[index].level <= blocks[header].level
      case .metadata, .prose, .conflict: break
      }
    }
    return true
  }

  /// Whether a header was copied together with the first segment of the section above.
  fileprivate func isCopy(_ header: Int, of above: Int) -> Bool {
    header == above + 2 && header + 1 < blocks.count && saysSame(above + 1, as: header + 1)
  }
}
