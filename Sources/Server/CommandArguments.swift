import Features
import JSON
import LSP
import SourceText
import Transcript

/// The argument of a command: an object with the `uri` of a document and what the command needs besides.
struct CommandArguments {
  let uri: DocumentURI
  private let json: JSONValue

  init(_ arguments: [JSONValue]) throws(InvalidParams) {
    guard let json = arguments.first, let uri = json["uri"].utf8 else {
      throw InvalidParams(#"The command takes one object such as {"uri": …, "position": {"line": 0, "character": 0}}."#)
    }
    (self.uri, self.json) = (DocumentURI(uri), json)
  }

  func position() throws(InvalidParams) -> LSP.Position { try LSP.Position(json["position"]) }

  /// A new name, without blanks around it.
  func name() throws(InvalidParams) -> String {
    guard let name = json["name"].string else { throw InvalidParams("name must be the new name of the speaker.") }
    return trimmedName(name)
  }

  /// How far times are to move; nil if that is not said.
  func wish() throws(InvalidParams) -> TimeWish? {
    let (amount, time) = (json["amount"], json["time"])
    guard amount.isNull || time.isNull else { throw InvalidParams("Say either amount or time, not both.") }
    if let time = try Self.time(time, "time") { return .time(time) }
    guard !amount.isNull else { return nil }
    if let seconds = amount.double, seconds.isFinite {
      let most = Double(Time.latest)
      return .move(Int((min(max(seconds, -most), most) * 1000).rounded()))
    }
    let text = amount.string ?? ""
    switch TimeWish(text, countsSeconds: true) {
    case .move(let length): return .move(length)
    case .time(let time): return .move(Int(time.milliseconds))
    case nil:
      throw InvalidParams(
        "amount is a difference such as +0:42 or -5, or a number of seconds; it is \(Self.shown(amount)).")
    }
  }

  func anchor(_ name: String) throws(InvalidParams) -> (position: LSP.Position, time: Time?) {
    guard json[name].members != nil else {
      throw InvalidParams("\(name) must be an object with a position and the time that it is to have.")
    }
    return (try LSP.Position(json[name]["position"]), try Self.time(json[name]["time"], "\(name).time"))
  }

  private static func time(_ json: JSONValue, _ name: String) throws(InvalidParams) -> Time? {
    if json.isNull { return nil }
    if let seconds = json.double, seconds >= 0, seconds.isFinite {
      return Time(milliseconds: Int((min(seconds, Double(Time.latest)) * 1000).rounded()))
    }
    if let text = json.string, case .time(let stamp) = Timestamp.read(text.utf8) { return stamp.time }
    throw InvalidParams("\(name) is a time such as 12:46, or a number of seconds; it is \(shown(json)).")
  }

  /// A value from a client, short enough for a message.
  private static func shown(_ json: JSONValue) -> String { visible(String(json.text.prefix(60))) }
}
