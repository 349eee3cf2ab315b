import Transcript

extension Rule {
  /// A header with the title of one above it: the page gets one anchor twice, and links lead to the first.
  ///
  /// Left alone: titles that announce a pause or an advertisement, to which nobody links; a section that is empty, or
  /// was copied with its first segment, since that is reported by itself.
  static let headerDuplicate = Rule(
    "header-duplicate", .warning,
    why: "Both sections have one anchor, so links and the contents lead to the first of them only.",
    options: [recurring],
    looks: .atDocument { reading, report in
      var first: [String: Int] = [:]
      for index in reading.blocks.indices where reading.kind(of: index) == .header {
        guard !reading.isEmptySection(index), let title = reading.string(.title, of: index), !title.isEmpty else {
          continue
        }
        let anchor = anchorOf(title)
        guard let above = first[anchor] else {
          first[anchor] = index
          continue
        }
        guard let range = reading.range(.title, of: index), !reading.isCopy(index, of: above),
          let other = reading.range(.title, of: above),
          !report.words(recurring).contains(where: { anchorOf($0) == anchor })
        else { continue }
        report(
          range, "A section above has the same title, and with it the same anchor.",
          related: [.init(range: other, message: "The section to which links lead.")])
      }
    })

  private static let recurring = Option(
    "recurring",
    .words(["Break", "Pause", "Intermission", "Music", "Ad", "Ads", "Advertisement", "Sponsor", "Sponsors"]),
    "Titles that may stand more than once.")
}

/// What is left of a title in a link: letters and digits in lower case.
private func anchorOf(_ title: String) -> String {
  String(title.lowercased().filter { $0.isLetter || $0.isNumber })
}

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

  /// Whether a header stands there because the segment behind the one above was copied together with it.
  fileprivate func isCopy(_ header: Int, of above: Int) -> Bool {
    header == above + 2 && header + 1 < blocks.count && saysSame(above + 1, as: header + 1)
  }
}
