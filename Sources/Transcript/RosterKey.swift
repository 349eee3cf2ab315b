/// An entry of front matter that names people who speak.
public struct RosterKey: Sendable {
  public var name: String
  /// Whether it names hosts. Most sites name only their guests.
  public var namesHosts: Bool

  /// All such entries.
  public static let all: [RosterKey] =
    [
      "guests", "guest", "speakers", "speaker", "participants", "panelists", "interviewees", "interviewee",
    ].map { RosterKey(name: $0, namesHosts: false) }
    + ["hosts", "host", "interviewers", "interviewer", "moderators", "moderator"].map {
      RosterKey(name: $0, namesHosts: true)
    }
}
