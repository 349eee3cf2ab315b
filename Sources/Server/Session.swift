import Configuration
import Features
import Files
import JSON
import LSP
import Rules
import SourceText
import Workspace

/// One client's session: its capabilities, its open documents, and the messages to it.
///
/// It runs on one thread. Messages are handled in the order in which they came, so a handler sees the documents as they
/// were when its message was sent. What takes long is worked on beside it (`Job`), with what the handler took from here.
struct Session {
  /// Source: LSP 3.18, "Lifecycle Messages".
  enum Life: Equatable {
    case uninitialized
    case running
    case shutDown
    case over(exitCode: Int32)
  }

  let inbox: Inbox
  let version: String
  var life = Life.uninitialized
  var capabilities = Capabilities(ClientCapabilities(.null))
  var trace = TraceValue.off
  var documents: [DocumentURI: OpenDocument] = [:]
  /// The documents whose diagnostics have changed and are not published yet, in the order of the changes.
  var unpublished: [DocumentURI] = []
  /// The place of the last edit, until the document is saved or the user pauses.
  var pen: Pen?
  /// How long after an edit the text counts as complete.
  let pause: Duration
  /// The open files by path and episode, to find the documents that depend on each other.
  var openFiles = OpenFiles()
  /// Whether the client must be asked to pull all diagnostics again.
  var mustRefresh = false
  /// Whether files on which open documents depend have changed and must be read again.
  var mustReload = false
  /// The configurations of the documents.
  var configurations: ConfigurationStore
  /// The mistakes shown to the client in configurations that are not open, by path.
  var told: [String: [Mistake]] = [:]
  /// The mistakes in the editor's settings that were last shown to the client.
  var toldOfSettings: Set<String> = []
  /// The file name endings that the client was asked to watch; nil if it watches no files.
  var watchedEndings: Set<String>?
  /// The folders that are open in the client.
  var folders: [DocumentURI] = []
  /// The first of them, as an absolute path; empty where there is none. Paths in the editor's settings are relative to
  /// it.
  var workspace: String { folders.first?.path ?? "" }
  /// The kinds of hints that the user wants.
  var hintKinds = Hint.Kind.all
  /// Whether the client may ask for actions by itself without saying so.
  var hasLightBulb = true
  /// What is known of the files in the open folders.
  let facts = FactStore()
  /// What these files have to do with each other.
  let dependencies = DependencyStore()
  /// The files that have much of the same transcript as an open one, by the path of that, when all were last looked at.
  var copies: [String: TranscriptCopies] = [:]
  /// The number of the job that found these.
  var copiesJob = 0
  /// Whether the files may have other copies than these.
  var mustSeekCopies = false
  /// What was last told of the findings in files that are not open.
  let reports = ReportStore()
  /// What the client is about to rename.
  var announcedRenames: [AnnouncedRename] = []
  /// Whether the user knows that not all files of the folder are looked at.
  var hasToldOfCut = false
  /// Whether the input has ended.
  private var hasEnded = false
  /// How long work goes on before its progress is told.
  var progressDelay = Duration.seconds(1)
  /// How long results are collected before a part of them is sent.
  var partDelay = Duration.zero
  /// The requests that are worked on beside the session.
  var jobs = RunningJobs()
  let queue = JobQueue()
  /// How many answers with tokens had an id, so that each gets another one.
  var lastTokens = 0
  /// The views that the client has asked for, which it must be told to ask for again.
  var shownViews: Set<DocumentURI> = []
  /// How many texts were shown as new documents, so that each has another name.
  var lastView = 0
  let files = LocalFiles()
  /// The requests to the client that it has not answered yet.
  var questions: [Int: Question] = [:]
  private var lastQuestion = 0
  private var output: Output
  private var writer = MessageWriter()

  init(inbox: Inbox, output: Output, version: String, pause: Duration) {
    self.inbox = inbox
    self.output = output
    self.version = version
    self.pause = pause
    configurations = ConfigurationStore(.nearest, files)
  }

  /// Handles events until the session is over, and gives the exit code.
  mutating func run() -> Int32 {
    while true {
      let (event, isCancelled) = inbox.take(until: pen?.rest)
      if !event.isNotice(of: "workspace/didChangeWatchedFiles") { heedWatchedFiles() }
      handle(event, isCancelled: isCancelled)
      if inbox.isEmpty { heedWatchedFiles() }
      // With a keystroke waiting, diagnostics would be out of date when they arrive.
      while inbox.isEmpty, !unpublished.isEmpty { publishNext() }
      if mustRefresh, inbox.isEmpty { refresh() }
      if inbox.isEmpty { seekCopies() }
      if case .over(let code) = life { return leave(code) }
      if hasEnded, jobs.isEmpty { return exitCode }
      if output.isBroken { return leave(1) }
    }
  }

  /// Of a session that ends now without `exit`.
  private var exitCode: Int32 { life == .shutDown ? 0 : 1 }

  private func leave(_ code: Int32) -> Int32 {
    for number in jobs.all { jobs[number]?.job.cancel() }
    return code
  }

  private mutating func handle(_ event: Inbox.Event, isCancelled: Bool) {
    switch event {
    case .message(.request(let id, let method, let params)):
      traceMessage("Request \(method), id \(id)")
      answer(id, method, params, isCancelled: isCancelled)
    case .message(.notification(let method, let params)):
      traceMessage("Notification \(method)")
      accept(method, params)
    case .message(.response(let json)): takeAnswer(json)
    case .message(.invalid(let id, let code, let reason)): fail(id, code, reason)
    case .fault(let fault): fail(nil, .parseError, "The stream cannot be followed: \(fault.reason)")
    case .pause: liftPen()
    case .report(let report): take(report)
    // What was asked before is still answered.
    case .endOfInput: hasEnded = true
    case .clientDied: life = .over(exitCode: exitCode)
    }
  }

  private mutating func answer(_ id: RequestID, _ method: String, _ params: JSONValue, isCancelled: Bool) {
    if isCancelled { return fail(id, .requestCancelled, "Cancelled") }
    switch life {
    case .uninitialized where method != "initialize":
      return fail(id, .serverNotInitialized, "The first request must be initialize")
    case .running where method == "initialize":
      return fail(id, .invalidRequest, "The server is initialized already")
    case .shutDown: return fail(id, .invalidRequest, "The server is shut down")
    default: break
    }
    do {
      switch Self.routes[method] {
      case .request(let handler): respond(to: id, try handler(&self, params))
      case .later(let title, let handler):
        switch try handler(&self, params) {
        case .answer(let answer): respond(to: id, answer)
        case .work(let texts, let work): start(id, params, title: title, on: texts, work)
        }
      case .notification, nil: fail(id, .methodNotFound, "Unknown request \(method)")
      }
    } catch {
      let failure = RequestFailure(error)
      fail(id, failure.code, failure.message)
    }
  }

  private mutating func accept(_ method: String, _ params: JSONValue) {
    guard life == .running || method == "exit", case .notification(let handler) = Self.routes[method] else { return }
    do {
      try handler(&self, params)
    } catch let error as InvalidParams {
      log("\(method) is ignored: \(error.reason)")
    } catch {
      log("\(method) failed: \(error)")
    }
  }
}

extension Session {
  mutating func notify(_ method: StaticString, _ params: (inout JSONWriter) -> Void) {
    writer.notification(method, params)
    send()
  }

  mutating func ask(_ method: StaticString, then question: Question, _ params: ((inout JSONWriter) -> Void)?) {
    lastQuestion += 1
    questions[lastQuestion] = question
    writer.request(.integer(lastQuestion), method, params)
    send()
  }

  /// Shows the user a problem that they have to solve. Source: LSP 3.18, `window/showMessage`.
  mutating func show(_ message: String) {
    let error = 1
    notify("window/showMessage", type: error, message)
  }

  /// Reports a fault of the client that the server tolerated. Source: LSP 3.18, `window/logMessage`.
  mutating func log(_ message: String) {
    let warning = 2
    notify("window/logMessage", type: warning, message)
  }

  /// Tells the user how a command ended. Source: LSP 3.18, `window/showMessage`.
  mutating func tell(_ message: String) {
    let information = 3
    notify("window/showMessage", type: information, message)
  }

  private mutating func notify(_ method: StaticString, type: Int, _ message: String) {
    notify(method) {
      $0.object {
        $0.member("type", type)
        $0.member("message", visible(message))
      }
    }
  }

  mutating func respond(to id: RequestID, _ result: (inout JSONWriter) -> Void) {
    writer.response(to: id, result)
    send()
  }

  mutating func fail(_ id: RequestID?, _ code: ErrorCode, _ message: String) {
    writer.failure(to: id, code, message)
    send()
  }

  private mutating func send() {
    writer.withMessage { output.write($0) }
    writer.shrink()
  }

  /// Sends what work beside the session has written.
  mutating func send(_ message: MessageWriter) {
    message.withMessage { output.write($0) }
  }
}
