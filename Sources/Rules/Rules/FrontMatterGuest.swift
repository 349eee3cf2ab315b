import SourceText
import Transcript

extension Rule {
  /// Reports only if the site has files of its people.
  static let frontMatterGuest = Rule(
    "front-matter-guest", .warning, fix: .offered,
    summary: "The id of a guest belongs to no person of the site.",
    why: "The page cannot find the guest: it shows no name and no picture, or is not built.",
    options: [keys],
    looks: .atDocument(.frame) { reading, report in
      guard let people = report.surroundings.people else { return }
      let names = report.words(keys)
      let entries = reading.entries(names)
      var number = 0
      for entry in names.compactMap({ entries[$0] }) {
        for guest in reading.values(of: entry) where people.names[guest.text] == nil {
          number += 1
          lazy var meant = number <= mostWithFixes ? people.nearestID(to: guest.text) : nil
          report(
            guest.range, "No person has the id “\(guest.text)”.",
            fixes: meant.map { [Fix("Change to \($0)", [.setValue(guest, $0)], in: reading)] } ?? [])
        }
      }
    })
}

/// With more unknown guests than this, no fixes are looked for, since each guest is compared with all people.
private let mostWithFixes = 50

private let keys = Rule.Option("keys", .words(["guests"]), "The keys under which ids of people stand.")
