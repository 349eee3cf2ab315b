/// For how long something is repeated.
struct Patience {
  /// Until this time is over,
  var seconds: Double
  /// but at least so many times.
  var runs: Int
}

/// The median time that `body` takes, in milliseconds. `prepare` is not counted.
func median<Input>(_ patience: Patience, prepare: () -> Input, _ body: (inout Input) -> Void) -> Double {
  let clock = ContinuousClock()
  let begin = clock.now
  var times: [Duration] = []
  while times.count < patience.runs || begin.duration(to: clock.now) < .seconds(patience.seconds) {
    var input = prepare()
    times.append(clock.measure { body(&input) })
  }
  times.sort()
  return times[times.count / 2] / .milliseconds(1)
}

/// Three significant digits: `0.0123`, `1.23`, `123`.
func rounded(_ value: Double) -> String {
  var scale = 1.0
  while value * scale < 100, scale < 10_000 { scale *= 10 }
  let shown = (value * scale).rounded() / scale
  return shown >= 100 ? String(Int(shown)) : String(shown)
}

/// Keeps a result from being optimised away.
@inline(never)
func consume<Value>(_ value: Value) {}
