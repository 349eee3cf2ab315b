import SourceText
import Transcript

extension Rule {
  /// Minutes of 60 and more without hours are legal: `75:30` is an hour and a quarter.
  static let timeRange = Rule(
    "time-range", .error, fix: .offered,
    summary: "The seconds of a time, or its minutes after an hour, are 60 or more.",
    why: "There is no such minute or second; programs either refuse the time or jump somewhere else.",
    looks: .atDocument(.counts) { reading, report in
      lazy var pace = Pace(reading)
      lazy var around = TimesAround(reading)
      for (block, fault) in reading.faults([.timeOutOfRange]) {
        let range = reading.range(of: fault, in: block)
        let written = reading.text.string(range)
        func meant() -> [String] {
          reading.fitting(
            carried(written) { around.completed($0, at: block) } + slips(of: written), at: block, pace)
        }
        report(
          range, "“\(written)” has 60 or more seconds or minutes.",
          fixes: meant().prefix(8).map { reading.settingStart(block, writtenAs: $0) })
      }
    })
}

/// The time with the surplus carried into the next field: `1:75` is `2:15`.
private func carried(_ written: String, completed: (Timestamp) -> Timestamp) -> [String] {
  let fields = written.split(separator: ":").compactMap { Int($0) }
  guard (2...3).contains(fields.count), fields.count == written.split(separator: ":").count else { return [] }
  let total = fields.reduce(0) { min($0, 100_000) * 60 + min($1, 10_000) }
  let zeros = String(repeating: "0", count: written.prefix { $0 != ":" }.utf8.count)
  let model = fields.count == 3 ? zeros + ":00:00" : zeros + ":00"
  guard case .time(let stamp) = Timestamp.read(model.utf8) else { return [] }
  return [completed(stamp).spelling(of: Time(seconds: total))]
}

/// The times that a typing slip turned into this one: two neighbouring digits swapped, or one changed.
private func slips(of written: String) -> [String] {
  TimeCandidates.slips(ofSpelling: Array(written.utf8)).map { String(decoding: $0, as: UTF8.self) }
}
