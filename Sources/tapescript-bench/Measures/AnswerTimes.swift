import SourceText

/// How long the server works on an answer right after a letter was typed, for each kind of episode. In one line of a hundred
/// there is something that can be fixed without a look.
struct AnswerTimes {
  private let title: String
  private let kinds: [Kind]
  private var rows: [(name: String, cells: [String])] = []

  /// - Parameters:
  ///   - path: of the program that is started.
  ///   - size: of the episodes, and its name.
  init(_ path: String, _ kinds: [Kind], _ size: (name: String, bytes: Int), _ patience: Patience) {
    title = "server: an answer after a letter, \(size.name), ms"
    self.kinds = kinds
    rows = EditorQuestion.all.map { ($0.name, []) } + [("peak memory after that, MB", [])]
    for kind in kinds {
      let bytes = kind.episode(of: size.bytes).withDoubledBlanks
      guard let server = ServerProcess(path, capabilities: Self.capabilities) else {
        fatalError("\(path) cannot be started")
      }
      defer { server.finish() }
      server.open(bytes)
      for (row, question) in EditorQuestion.all.enumerated() {
        let time = question.time(server, bytes, patience)
        rows[row].cells.append(time.map(rounded) ?? "")
      }
      rows[rows.count - 1].cells.append(server.peakMemory.map(rounded) ?? "")
    }
  }

  var table: String {
    let head = ["| \(title) | \(kinds.map(\.name).joined(separator: " | ")) |"]
    let rule = ["|---|" + String(repeating: "--:|", count: kinds.count)]
    let lines = rows.map { "| \($0.name) | \($0.cells.joined(separator: " | ")) |" }
    return (head + rule + lines).joined(separator: "\n") + "\n"
  }

  /// Those of an editor that asks for the edit of an action when it is chosen, and for what changed in the colours.
  private static let capabilities =
    ServerProcess.plain
    + #","codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix","refactor","source"]}},"#
    + #""isPreferredSupport":true,"dataSupport":true,"resolveSupport":{"properties":["edit"]}},"#
    + #""semanticTokens":{"requests":{"full":{"delta":true}},"formats":["relative"],"tokenModifiers":[],"#
    + #""tokenTypes":["class","comment","function","namespace","number","property"]},"rename":{}"#
}

/// What an editor asks about a place in a text.
private struct EditorQuestion: Sendable {
  enum Subject: Sendable {
    /// Where a letter was typed.
    case words
    case label
    /// What can be fixed.
    case finding
    /// The end of the text.
    case end
  }

  let name: String
  let method: String
  let subject: Subject
  /// Further members of the parameters, given the place as JSON, and what identifies the answer before.
  let params: @Sendable (_ place: String, _ before: String) -> String

  static let all: [EditorQuestion] = [
    atPlace("completion of a turn", "completion", .end), atPlace("hover on a speaker", "hover", .label),
    EditorQuestion(name: "colours, what changed", method: "semanticTokens/full/delta", subject: .words) { _, before in
      #","previousResultId":"\#(before)""#
    },
    actions("quick fixes", #""only":["quickfix"],"triggerKind":1"#),
    actions("quick fixes of a finding", #""only":["quickfix"],"triggerKind":1"#, .finding),
    actions("all safe fixes at once", #""only":["source"],"triggerKind":1"#),
    actions("the whole menu", #""triggerKind":1"#),
    actions("whether to show a light bulb", #""triggerKind":2"#),
    EditorQuestion(name: "code lenses", method: "codeLens", subject: .words) { _, _ in "" },
    EditorQuestion(name: "outline", method: "documentSymbol", subject: .words) { _, _ in "" },
    atPlace("highlights of a speaker", "documentHighlight", .label),
    EditorQuestion(name: "references of a speaker", method: "references", subject: .label) { place, _ in
      #","position":\#(place),"context":{"includeDeclaration":true}"#
    },
    EditorQuestion(name: "rename a speaker", method: "rename", subject: .label) { place, _ in
      #","position":\#(place),"newName":"Botho""#
    },
  ]

  private static func atPlace(_ name: String, _ method: String, _ subject: Subject) -> EditorQuestion {
    EditorQuestion(name: name, method: method, subject: subject) { place, _ in #","position":\#(place)"# }
  }

  private static func actions(_ name: String, _ context: String, _ subject: Subject = .words) -> EditorQuestion {
    EditorQuestion(name: "actions: " + name, method: "codeAction", subject: subject) { place, _ in
      #","range":{"start":\#(place),"end":\#(place)},"context":{"diagnostics":[],\#(context)}"#
    }
  }

  /// In milliseconds; nil for an episode that has no such place.
  func time(_ server: ServerProcess, _ bytes: [UInt8], _ patience: Patience) -> Double? {
    let fixed = bytes.place(of: subject)
    guard subject == .words || fixed != nil else { return nil }
    var typist = Typist(bytes)
    var before = ""
    return median(patience, server.clock) {
      let edit = typist.next()
      server.type(edit)
      guard let fixed else { return params(server.place(edit.range.lowerBound), before) }
      // It moves with a letter above it.
      return params(server.place(fixed + (edit.range.lowerBound < fixed ? edit.replacement.count : 0)), before)
    } _: { params in
      before = server.ask("textDocument/" + method, params).resultID
    }
  }
}

extension [UInt8] {
  /// The text with a second blank in every hundredth line of words, so that there is something to fix everywhere.
  fileprivate var withDoubledBlanks: [UInt8] {
    let (newline, blank) = (UInt8(ascii: "\n"), UInt8(ascii: " "))
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    var (result, lines) = ([UInt8](), 0)
    for line in split(separator: newline, omittingEmptySubsequences: false) {
      let places = line.indices.dropFirst().dropLast().filter {
        line[$0] == blank && letters.contains(line[$0 - 1]) && letters.contains(line[$0 + 1])
      }
      if places.count > 3 { lines += 1 }
      if places.count > 3, lines.isMultiple(of: 100) {
        let place = places[places.count / 2]
        result += line[..<place] + [blank] + line[place...]
      } else {
        result += line
      }
      result.append(newline)
    }
    result.removeLast()
    return result
  }

  /// Where a question is asked; nil for where a letter was typed, or if there is no such place.
  fileprivate func place(of subject: EditorQuestion.Subject) -> Int? {
    switch subject {
    case .words: nil
    case .label: label
    case .finding: doubledBlank
    case .end: count
    }
  }

  /// The place between the first two blanks among letters.
  private var doubledBlank: Int? {
    let blank = UInt8(ascii: " ")
    return indices.dropFirst(2).dropLast().first { start in
      self[start - 1] == blank && self[start] == blank && self[start - 2] > blank && self[start + 1] > blank
    }
  }

  /// Where the first label of the second speaker stands.
  private var label: Int? {
    let name = Array("Bo".utf8)
    let marks = Array(":>\n".utf8)
    return indices.dropLast(name.count).first { start in
      self[start...].starts(with: name) && marks.contains(self[start + name.count])
    }
  }
}

extension String {
  /// What identifies an answer, if it begins with that.
  fileprivate var resultID: String {
    let mark = "\"resultId\":\""
    guard let start = firstRange(of: mark)?.upperBound else { return "" }
    return String(self[start...].prefix { $0 != "\"" })
  }
}
