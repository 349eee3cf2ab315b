import Formats

extension Notations {
  /// Notations as people write them into a configuration, some likely and some silly, for the tests of what must hold in all.
  public static let tried = Notations(
    own: [
      own("irc", "<{speaker}> {text} @{time}"), own("bold", "**{speaker}:** {text}"),
      own("reply", "{speaker} ({time}):\n{text}"), own("export", "{time}\n{speaker}\n{text}"),
      own("range", "[{time} - {end}] {speaker} | {text}"), own("dash", "{text} — {speaker}, {time}"),
      own("silly", "::{time}::{speaker}=>{text}"),
    ])

  /// The names of some of each kind: for tests about rules, which depend on the kind and take long in all.
  public static let kinds: [String] = [
    "page", "blog", "captions", "front-matter", "changelog", "se-unlocked", "rev", "bitcoin", "otter", "labels",
    "webvtt",
    "srt",
  ]

  /// - Precondition: the template is one.
  public static func own(_ name: String, _ template: String) -> Notation {
    guard let template = try? Template(template) else { preconditionFailure("\(template) is no template") }
    return Notation(own: name, template)
  }
}
