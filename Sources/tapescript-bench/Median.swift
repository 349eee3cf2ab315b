import Platform

/// The kind of time that is measured.
enum Clock {
  /// The processor time of this thread, so other programs have no influence.
  case work
  /// The time that passes on the clock, for work in other processes.
  case wall
  /// The processor time of another process; where the system does not tell that, the time that passes.
  case process(pid_t)

  /// In nanoseconds.
  fileprivate var now: Double {
    var time = timespec()
    clock_gettime(number, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }

  private var number: clockid_t {
    switch self {
    case .work: return CLOCK_THREAD_CPUTIME_ID
    case .wall: return CLOCK_MONOTONIC
    case .process(let id):
      #if !canImport(Darwin)
        var number = clockid_t()
        if clock_getcpuclockid(id, &number) == 0 { return number }
      #endif
      return CLOCK_MONOTONIC
    }
  }

  /// How long something takes.
  func milliseconds(_ body: () -> Void) -> Double {
    let begin = now
    body()
    return (now - begin) / 1e6
  }
}

/// How often a measurement is repeated.
struct Patience {
  /// The least time, in seconds.
  var seconds: Double
  /// The least number of runs, even if they take longer than that time.
  var runs: Int
}

/// The median time that `body` takes, in milliseconds. `prepare` is not counted.
func median<Input>(
  _ patience: Patience, _ clock: Clock = .work, prepare: () -> Input, _ body: (inout Input) -> Void
) -> Double {
  let end = Clock.wall.now + patience.seconds * 1e9
  var times: [Double] = []
  while times.count < patience.runs || Clock.wall.now < end {
    var input = prepare()
    let begin = clock.now
    body(&input)
    times.append(clock.now - begin)
  }
  times.sort()
  return times[times.count / 2] / 1e6
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
