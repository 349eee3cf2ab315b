import FoundationEssentials
import Platform

/// How long the server takes for all files of a folder, and how much that delays who types meanwhile.
struct FolderTimes {
  private let path: String
  private let folder: String
  private let count: Int
  private var rows: [(name: String, value: String)] = []

  /// The files are removed afterwards.
  ///
  /// - Parameter path: of the program that is started.
  init(_ path: String, quick: Bool) throws {
    self.path = path
    count = quick ? 500 : 2_000
    let files = FileManager.default
    folder = files.temporaryDirectory.path + "/tapescript-bench-\(UUID().uuidString)"
    defer { try? files.removeItem(atPath: folder) }
    let kind = Kind(notation: .page)
    for number in 0..<count {
      let place = "\(folder)/\(number / 100)"
      if number.isMultiple(of: 100) { try files.createDirectory(atPath: place, withIntermediateDirectories: true) }
      let episode = kind.episode(of: Self.size, seed: UInt64(number))
      try Data(episode).write(to: URL(filePath: "\(place)/\(number).txt"))
    }
    measureAlone()
    measureTyping()
    measurePauses()
  }

  /// Of an episode in the folder, and of the one that is typed in, in bytes.
  private static let (size, typedSize) = (6_000, 70_000)
  private static let (search, check) = ("workspace/symbol", "workspace/diagnostic")

  var table: String {
    let lines = rows.map { "| \($0.name) | \($0.value) |" }
    return (["| workspace: \(count) episodes of 6 KB | |", "|---|--:|"] + lines).joined(separator: "\n") + "\n"
  }

  private mutating func add(_ name: String, _ value: Double) { rows.append((name, rounded(value))) }

  private mutating func measureAlone() {
    guard let server = ServerProcess(path, folder: folder) else { fatalError("\(path) cannot be started") }
    defer { server.finish() }
    func time(_ method: String) -> Double {
      Clock.wall.milliseconds { server.wait(for: server.begin(method, Self.params)) }
    }
    add("first search, all files are read, ms", time(Self.search))
    add("search again, ms", time(Self.search))
    add("peak memory with all names, MB", server.peakMemory ?? .nan)
    add("what is wrong in all files, ms", time(Self.check))
    add("peak memory after that, MB", server.peakMemory ?? .nan)
    guard let other = ServerProcess(path, folder: folder) else { fatalError("\(path) cannot be started") }
    defer { other.finish() }
    other.open(Kind(notation: .page).episode(of: Self.size))
    add(
      "the first part of a first search with an open episode, ms",
      Clock.wall.milliseconds {
        _ = other.begin(Self.search, Self.partParams)
        other.waitForPart()
      })
    let cancels = [1, 5, 20, 50].map { pause in
      guard let server = ServerProcess(path, folder: folder) else { fatalError("\(path) cannot be started") }
      defer { server.finish() }
      let request = server.begin(Self.check, Self.params)
      for _ in 0..<pause { server.hover() }
      return Clock.wall.milliseconds { server.cancel(request) }
    }
    add("a cancellation while files are read, longest of 4, ms", cancels.max() ?? .nan)
  }

  private mutating func measureTyping() {
    let bytes = Kind(notation: .page).episode(of: Self.typedSize)
    var typist = Typist(bytes)
    func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
    func typing(_ server: ServerProcess, while goesOn: (Int) -> Bool) -> (key: Double, hover: Double, longest: Double) {
      var (keys, hovers) = ([Double](), [Double]())
      while keys.isEmpty || goesOn(keys.count) {
        let edit = typist.next()
        keys.append(Clock.wall.milliseconds { server.type(edit) })
        hovers.append(Clock.wall.milliseconds { server.hover() })
      }
      return (median(keys), median(hovers), hovers.max() ?? .nan)
    }
    guard let server = ServerProcess(path, folder: folder) else { fatalError("\(path) cannot be started") }
    defer { server.finish() }
    server.open(bytes)
    // What is begun when an episode is opened.
    server.wait(for: server.begin(Self.search, Self.params))
    _ = typing(server) { $0 < 50 }
    let alone = typing(server) { $0 < 200 }
    let request = server.begin(Self.check, Self.params)
    let meanwhile = typing(server) { _ in !server.isAnswered(request) }
    add("a keystroke, ms", alone.key)
    add("a keystroke while all files are read and checked, ms", meanwhile.key)
    add("hover, ms", alone.hover)
    add("hover meanwhile, ms", meanwhile.hover)
    add("hover meanwhile, longest of \(count) files, ms", meanwhile.longest)
  }

  /// What is looked up beside the typing when somebody rests.
  private mutating func measurePauses() {
    guard let server = ServerProcess(path, folder: folder) else { fatalError("\(path) cannot be started") }
    defer { server.finish() }
    let bytes = Kind(notation: .page).episode(of: Self.size)
    var typist = Typist(bytes)
    server.open(bytes)
    server.wait(for: server.begin(Self.search, Self.params))
    Self.rest()
    let times = (0..<5).map { _ in
      server.type(typist.next())
      return server.clock.milliseconds { Self.rest() }
    }
    add("processor time at a pause in the typing, ms", times.sorted()[times.count / 2])
  }

  /// Longer than it takes until a text counts as complete.
  private static func rest() { usleep(1_500_000) }

  private static let params = #"{"query":"n","previousResultIds":[]}"#
  private static let partParams = #"{"query":"n","partialResultToken":"part"}"#
}
