import JSON
import LSP
import Platform
import Rules
import Synchronization

/// A request that is worked on beside the session, or work that nobody asked for. It may be cancelled at any time, also while
/// it is worked on.
final class Job: Sendable {
  /// Another one for each job of a session.
  let number: Int
  /// Nil where nobody asked for it, who would be answered.
  let id: RequestID?
  /// What the progress is of, for people.
  let title: String
  /// Under which the client wants to hear of the progress. Source: LSP 3.18, `WorkDoneProgressParams`.
  let progressToken: JSONValue?
  /// Under which the client takes results before all are there. Source: LSP 3.18, `PartialResultParams`.
  private let partialToken: JSONValue?
  private let inbox: Inbox
  private let cancelled = Atomic(false)
  /// What is told in one step with the answer.
  private let beforeAnswer = Mutex<[JobReport.Content]>([])
  /// In percent, as last told.
  private let told = Atomic(-1)

  /// Progress is told from then on. That of shorter work would only flash.
  private let quietUntil: ContinuousClock.Instant

  init(
    _ number: Int, _ id: RequestID?, title: String, _ params: JSONValue, _ inbox: Inbox,
    quietUntil: ContinuousClock.Instant
  ) {
    (self.number, self.id, self.title, self.inbox) = (number, id, title, inbox)
    self.quietUntil = quietUntil
    progressToken = Self.token(params["workDoneToken"])
    partialToken = Self.token(params["partialResultToken"])
  }

  /// Whether nobody waits for the answer any more. It is asked in every loop over files.
  var isCancelled: Bool { cancelled.load(ordering: .relaxed) }

  func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// On how many threads it may be worked at the same time; nil for one on each core. What nobody asked for leaves a core to
  /// the session, so that nobody notices it.
  var mostThreads: Int? { id == nil ? max(1, coreCount - 1) : nil }

  /// Whether the client takes results before all are there.
  var takesParts: Bool { partialToken != nil }

  /// Tells how many files are done in one of some phases, which are counted from 0.
  func report(_ done: Int, of total: Int, phase: Int = 0, of phases: Int = 1) {
    let percentage = min(100, (phase * 100 + done * 100 / max(1, total)) / phases)
    guard id != nil, .now >= quietUntil, told.exchange(percentage, ordering: .relaxed) != percentage else { return }
    post(.progress(percentage: percentage, message: "\(done) of \(total) files"))
  }

  /// Tells which files have much of the same transcript as the open ones, together with the answer.
  func tell(copies: [String: TranscriptCopies]) { beforeAnswer.withLock { $0.append(.copies(copies)) } }

  /// Tells on which file name endings the answer depends, together with it.
  func tell(endings: Set<String>) { beforeAnswer.withLock { $0.append(.endings(endings)) } }

  /// Tells what the client is about to rename, together with the answer.
  func tell(_ rename: AnnouncedRename) { beforeAnswer.withLock { $0.append(.rename(rename)) } }

  /// Tells that not all files of the folder are looked at.
  func tellOfCut() { if id != nil { post(.isCut) } }

  /// Sends a part of the result. The answer then has nothing in it that was sent already.
  func send(part: (inout JSONWriter) -> Void) {
    guard let partialToken else { return }
    var message = MessageWriter()
    message.notification("$/progress") {
      $0.object {
        $0.member("token", partialToken.write)
        $0.member("value", part)
      }
    }
    post(.part(message))
  }

  /// Does the work and posts its answer. That is written here, since many megabytes may have to be written.
  func run(_ work: (Job) throws -> Session.Answer) {
    guard !isCancelled else { return }
    do {
      let answer = try work(self)
      var message = MessageWriter()
      if let id { message.response(to: id, answer) }
      var contents = beforeAnswer.withLock { $0 }
      contents.append(id == nil ? .end : .answer(consume message))
      post(consume contents)
    } catch {
      post(.failure(RequestFailure(error)))
    }
  }

  private func post(_ content: JobReport.Content) { post([content]) }

  /// What is posted may be many megabytes, which the session is to free as soon as it has sent them: this thread, which gives
  /// way to it, must not hold them any longer.
  private func post(_ contents: consuming [JobReport.Content]) {
    guard !isCancelled else { return }
    let events = (consume contents).map { Inbox.Event.report(JobReport(job: number, content: $0)) }
    inbox.post(consume events)
  }

  /// Source: LSP 3.18, `ProgressToken`.
  private static func token(_ json: JSONValue) -> JSONValue? { RequestID(json) == nil ? nil : json }
}

/// What a job has to tell the client, on its way to the session, which is the only writer.
struct JobReport: Sendable {
  enum Content: Sendable {
    case progress(percentage: Int, message: String)
    /// The files that have much of the same transcript as an open one, by the path of that.
    case copies([String: TranscriptCopies])
    /// The endings of the names of files that are to be watched.
    case endings(Set<String>)
    /// What the client is about to rename.
    case rename(AnnouncedRename)
    /// Not all files of the folder are looked at.
    case isCut
    /// A part of the result.
    case part(MessageWriter)
    /// The answer, which ends the job.
    case answer(MessageWriter)
    /// The end of a job that nobody asked for.
    case end
    case failure(RequestFailure)
  }

  let job: Int
  let content: Content
}
