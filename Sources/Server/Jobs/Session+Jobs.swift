import JSON
import LSP
import Workspace

/// The jobs of a session that are not answered yet.
struct RunningJobs {
  private var byNumber: [Int: Entry] = [:]
  private var numbers: [RequestID: Int] = [:]
  private var last = 0

  struct Entry {
    let job: Job
    /// The texts that the answer is about, and the revisions of open documents as they were at the beginning.
    let texts: Session.Texts
    let revisions: [DocumentURI: Int]
    var progress = Progress.untold
  }

  /// How far the client has been told of a job. Source: LSP 3.18, "Work Done Progress".
  enum Progress: Equatable {
    case untold
    /// The client was asked to make a token and has not answered yet.
    case asked
    /// The client refused.
    case unwanted
    case begun
  }

  /// The number of the next job.
  mutating func nextNumber() -> Int {
    last += 1
    return last
  }

  subscript(number: Int) -> Entry? { byNumber[number] }

  mutating func add(_ job: Job, _ texts: Session.Texts, _ revisions: [DocumentURI: Int]) {
    byNumber[job.number] = Entry(job: job, texts: texts, revisions: revisions)
    if let id = job.id { numbers[id] = job.number }
  }

  mutating func set(_ progress: Progress, of number: Int) { byNumber[number]?.progress = progress }

  mutating func remove(_ number: Int) -> Entry? {
    guard let entry = byNumber.removeValue(forKey: number) else { return nil }
    if let id = entry.job.id, numbers[id] == number { numbers[id] = nil }
    return entry
  }

  func number(of id: RequestID) -> Int? { numbers[id] }

  /// Whether nobody waits for an answer.
  var isEmpty: Bool { numbers.isEmpty }

  /// Whether work goes on that nobody asked for.
  var hasUnasked: Bool { byNumber.values.contains { $0.job.id == nil } }

  /// The numbers of all jobs, in the order in which they were begun.
  var all: [Int] { byNumber.keys.sorted() }
}

/// Work beside the session. Its results come back through the inbox, so there is one writer and one order, and each
/// request has one answer.
extension Session {
  /// - Parameters:
  ///   - id: of the request; nil for work that nobody asked for.
  ///   - texts: those that the answer is about, if it is of no use once they have changed.
  mutating func start(
    _ id: RequestID?, _ params: JSONValue, title: String, on texts: Texts = .none,
    _ work: @escaping @Sendable (Job) throws -> Answer
  ) {
    let job = Job(jobs.nextNumber(), id, title: title, params, inbox, quietUntil: .now + progressDelay)
    jobs.add(job, texts, revisions(of: texts))
    if !queue.add({ job.run(work) }) {
      end(job.number, with: RequestFailure(RequestFailed("The system has no thread left for this.")))
    }
  }

  private func revisions(of texts: Texts) -> [DocumentURI: Int] {
    switch texts {
    case .none: [:]
    case .one(let uri): documents[uri].map { [uri: $0.revision] } ?? [:]
    case .all: documents.mapValues(\.revision)
    }
  }

  mutating func take(_ report: JobReport) {
    // What was cancelled is answered already.
    guard let entry = jobs[report.job] else { return }
    switch report.content {
    case .progress(let percentage, let message): tell(percentage, message, of: entry)
    case .copies(let copies): use(copies, of: report.job)
    case .endings(let endings): watch(endings)
    case .rename(let rename): announce(rename)
    case .isCut: tellOfCut()
    case .part(let message): send(message)
    case .answer(let message):
      if revisions(of: entry.texts) != entry.revisions {
        return end(report.job, with: RequestFailure(ContentModified("The text has changed meanwhile")))
      }
      endProgress(of: report.job)
      send(message)
    case .end: endProgress(of: report.job)
    case .failure(let failure): end(report.job, with: failure)
    }
  }

  /// Tells the user once that not all files are looked at.
  private mutating func tellOfCut() {
    guard !hasToldOfCut else { return }
    hasToldOfCut = true
    show(
      """
      The folder has more than \(FactStore.mostFiles) files. The others are not searched, and not checked before they are \
      opened. Open a smaller folder, or exclude files in tapescript.json.
      """)
  }

  /// Answers a running request with the reason why it has no result.
  private mutating func end(_ number: Int, with failure: RequestFailure) {
    guard let job = endProgress(of: number) else { return }
    job.cancel()
    if let id = job.id { fail(id, failure.code, failure.message) }
  }

  /// Source: LSP 3.18, `$/cancelRequest`. The inbox marks a request that still waits; one that runs is answered at once,
  /// and its work ends where it next asks.
  mutating func cancelRequest(_ json: JSONValue) {
    guard let params = try? CancelParams(json), let number = jobs.number(of: params.id) else { return }
    end(number, with: RequestFailure(Cancelled()))
  }

  /// Source: LSP 3.18, `window/workDoneProgress/cancel`.
  mutating func cancelProgress(_ json: JSONValue) {
    let token = json["token"]
    for number in jobs.all where jobs[number].map({ self.token(of: $0.job) == token }) ?? false {
      end(number, with: RequestFailure(Cancelled()))
    }
  }

  mutating func cancelAllJobs() {
    for number in jobs.all { end(number, with: RequestFailure(Cancelled())) }
  }
}

/// Source: LSP 3.18, "Work Done Progress".
extension Session {
  private func token(of job: Job) -> JSONValue { job.progressToken ?? .string("tapescript-\(job.number)") }

  private mutating func tell(_ percentage: Int, _ message: String, of entry: RunningJobs.Entry) {
    let job = entry.job
    switch entry.progress {
    case .untold where job.progressToken != nil: beginProgress(of: job.number)
    case .untold:
      guard capabilities.client.workDoneProgress else { return }
      jobs.set(.asked, of: job.number)
      let token = token(of: job)
      return ask("window/workDoneProgress/create", then: .progress(job: job.number)) {
        $0.object { $0.member("token", token.write) }
      }
    case .begun: break
    case .asked, .unwanted: return
    }
    tellProgress(of: job) {
      $0.member("kind", "report")
      $0.member("message", message)
      $0.member("percentage", percentage)
    }
  }

  /// The client has answered whether it shows the progress of a job.
  mutating func takeProgressAnswer(_ json: JSONValue, of number: Int) {
    guard jobs[number]?.progress == .asked else { return }
    if json.member("error") == nil { beginProgress(of: number) } else { jobs.set(.unwanted, of: number) }
  }

  private mutating func beginProgress(of number: Int) {
    guard let job = jobs[number]?.job else { return }
    jobs.set(.begun, of: number)
    tellProgress(of: job) {
      $0.member("kind", "begin")
      $0.member("title", job.title)
      $0.member("cancellable", true)
      $0.member("percentage", 0)
    }
  }

  /// Forgets a job, whose answer comes next.
  @discardableResult
  private mutating func endProgress(of number: Int) -> Job? {
    guard let entry = jobs.remove(number) else { return nil }
    if entry.progress == .begun { tellProgress(of: entry.job) { $0.member("kind", "end") } }
    return entry.job
  }

  private mutating func tellProgress(of job: Job, _ members: (inout JSONWriter) -> Void) {
    let token = token(of: job)
    notify("$/progress") {
      $0.object {
        $0.member("token", token.write)
        $0.member("value") { $0.object(members) }
      }
    }
  }
}
