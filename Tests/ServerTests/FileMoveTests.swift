import Foundation
import JSON
import SeededRandom
import Support
import Testing

/// Files and folders get other paths, and what belongs to them or leads to them follows.
@Suite struct FileMoveTests {
  /// Whatever is renamed, each link leads to the file it led to before, and nothing else in any text changes.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func linksLeadToTheSameFiles(seed: UInt64) throws {
    var archive = try LinkedArchive(seed: seed)
    let editor = try MovingEditor(archive.folder, opens: archive.texts.filter { _ in archive.toss(3) })
    for _ in 0..<4 {
      let before = try archive.look()
      guard let move = archive.someMove() else { continue }
      try editor.rename(move.old, to: move.new)
      let after = try archive.look()
      #expect(after.places.count == before.places.count)
      for (id, place) in before.places {
        let now = try #require(after.places[id], "\(id) of \(place) after \(move)")
        #expect(after.rest[id] == before.rest[id], "\(place) → \(now) after \(move)")
        for (link, target) in before.links[id] ?? [:] {
          #expect(after.links[id]?[link] == target, "link \(link) in \(place) → \(now) after \(move)")
        }
      }
    }
  }
}

/// A folder of files that lead to each other.
private struct LinkedArchive {
  let folder = try! Folder()
  private var generator: SeededGenerator
  private var lastID = 0

  /// What is found in the folder.
  struct Look {
    /// By the number in a file: where it is.
    var places: [Int: String] = [:]
    /// By the number of a file and that of a link in it: the number of the file to which it leads; nil where to none.
    var links: [Int: [Int: Int]] = [:]
    /// By the number of a file: its text without the paths.
    var rest: [Int: String] = [:]
  }

  private static let folders = ["", "talks/", "talks/old ones/", "img/", "talks/old ones/thé/", "u(1)/", "u(1)/talks/"]
  private static let names = ["ferry", "fog", "the rope", "mill (wet)", "café", "50% off", "a&b", "x_y", "weir.1"]

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    var paths: Set<String> = []
    while paths.count < 12 {
      let ending = ["md", "md", "txt", "vtt", "png"].randomElement(using: &generator)!
      paths.insert("\(pick(Self.folders))\(pick(Self.names)).\(ending)")
    }
    // The names of folders are no words of metadata that happen to be alike.
    for path in paths.sorted() { try folder.write(text(of: path, paths.sorted()), to: path) }
  }

  mutating func toss(_ sides: Int) -> Bool { Int.random(in: 0..<sides, using: &generator) == 0 }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list.randomElement(using: &generator)! }

  private mutating func text(of path: String, _ paths: [String]) -> String {
    lastID += 1
    if path.hasSuffix("png") { return "id \(lastID)\n" }
    var link = 0
    func next(_ target: String) -> (number: Int, path: String) {
      link += 1
      return (link, Self.way(from: path, to: target))
    }
    var lines: [String] = []
    let hasHead = path.hasSuffix("md") && toss(2)
    if path.hasSuffix("vtt") { lines += ["WEBVTT", ""] }
    if hasHead {
      lines += ["---", "title: The talks of \(lastID)", "tags: [talks, img, \"u(1)\"]"]
      for key in ["transcript_file", "audio"] where toss(2) {
        let target = next(pick(paths))
        let quote = pick(["'", "\"", "'"])
        lines.append("\(key): \(quote)\(target.path)\(quote) # value \(target.number)")
      }
      lines += ["---", ""]
    }
    for _ in 0..<Int.random(in: 0..<6, using: &generator) {
      let (number, way) = next(pick(paths))
      let escaped = way.addingPercentEncoding(
        withAllowedCharacters: .urlPathAllowed.subtracting(.init(charactersIn: "()&")))!
      let dotted = way.hasPrefix("..") ? "" : pick(["", "./"])
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: lines += ["Ada: See [link \(number)](\(dotted)\(escaped)) for more. (0:\(10 + number))", ""]
      case 1: lines += ["![link \(number)](\(escaped) \"The rope\")", ""]
      case 2: lines += ["[link \(number)]: \(dotted)\(escaped)", ""]
      case 3:
        lines += ["Bo: It is [link \(number)](<\(way.replacing("%", with: "%25"))#part>). (0:\(10 + number))", ""]
      default: lines += ["Bo: It is [link \(number)](\(escaped)?a=b#part). (0:\(10 + number))", ""]
      }
    }
    let other = pick(paths)
    lines += [
      "Ada: Say `[code](\(Self.way(from: path, to: other)))`, [dead](no/\(lastID).md), [web](https://a.example/\(other)). (0:40)"
    ]
    lines += ["", "Bo: Then we go, all \(lastID) of us. (0:44)", "", "id \(lastID)"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func way(from path: String, to target: String) -> String {
    let folder = path.split(separator: "/").dropLast()
    let names = target.split(separator: "/")
    let shared = zip(folder, names).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: folder.count - shared) + names.dropFirst(shared)).joined(separator: "/")
  }

  /// The files with texts, relative to the folder.
  var texts: [String] { files.filter { !$0.hasSuffix("png") } }

  private var files: [String] {
    FileManager.default.enumerator(atPath: folder.path)!.compactMap { $0 as? String }.filter { path in
      var isFolder: ObjCBool = false
      let place = folder.url(path).path(percentEncoded: false)
      return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  func look() throws -> Look {
    var look = Look()
    var numbers: [String: Int] = [:]
    for path in files {
      let id = try #require(try folder.string(path).firstMatch(of: /id (\d+)\n$/)).1
      numbers[folder.url(path).standardizedFileURL.path(percentEncoded: false)] = Int(id)
      look.places[Int(id)!] = path
    }
    for (id, path) in look.places {
      let text = try folder.string(path)
      var paths: [Range<String.Index>] = []
      for link in text.matches(of: /link (\d+)(?:\]\(|\]: )(<[^>\n]*>|[^)\s]*)/) {
        // A path without angles has no brackets: they are escaped.
        let written = link.2.hasPrefix("<") ? link.2.dropFirst().dropLast() : link.2
        let way = written.prefix { $0 != "#" && $0 != "?" }
        let decoded = try #require(String(way).removingPercentEncoding, "\(written) in \(path)")
        look.links[id, default: [:]][Int(link.1)!] = target(of: decoded, from: path, numbers)
        paths.append(way.startIndex..<way.endIndex)
      }
      for value in text.matches(of: /: (['"]?)([^'"\n]*?)\1 # value (\d+)\n/) {
        look.links[id, default: [:]][Int(value.3)!] = target(of: String(value.2), from: path, numbers)
        paths.append(value.2.startIndex..<value.2.endIndex)
      }
      var rest = text
      for range in paths.sorted(by: { $0.lowerBound > $1.lowerBound }) { rest.replaceSubrange(range, with: "…") }
      look.rest[id] = rest
    }
    return look
  }

  private func target(of way: String, from path: String, _ numbers: [String: Int]) -> Int? {
    let from = folder.url(path).deletingLastPathComponent()
    return numbers[from.appending(path: way).standardizedFileURL.path(percentEncoded: false)]
  }

  /// A file or a folder, and a new path for it where nothing is yet.
  mutating func someMove() -> (old: String, new: String)? {
    let all = files
    let folders = Set(
      all.flatMap { path -> [String] in
        let names = path.split(separator: "/").dropLast()
        return names.indices.map { names[...$0].joined(separator: "/") }
      }
    ).sorted()
    let isFolder = toss(2) && !folders.isEmpty
    let old = pick(isFolder ? folders : all)
    let parent = pick([""] + folders.map { $0 + "/" })
    let name = isFolder ? pick(["new", "the (old)", "é é", "talks"]) : pick(Self.names + ["new one", "#1"])
    let ending = isFolder ? "" : "." + (old as NSString).pathExtension
    let new = (toss(2) ? parent : (old as NSString).deletingLastPathComponent + "/") + name + ending
    let target = new.hasPrefix("/") ? String(new.dropFirst()) : new
    let isTaken = all.contains { $0 == target || $0.hasPrefix(target + "/") } || folders.contains(target)
    return isTaken || (target + "/").hasPrefix(old + "/") ? nil : (old, target)
  }
}

/// An editor that asks before it renames something, does what it is told, and tells afterwards.
private final class MovingEditor {
  private let client = Client()
  private let folder: Folder
  /// The texts of open documents, by their paths in the folder.
  private var open: [String: (text: String, version: Int)] = [:]
  private var lastID = 1

  init(_ folder: Folder, opens paths: [String]) throws {
    self.folder = folder
    client.send(
      #"""
      {"id": 1, "method": "initialize", "params": {"workspaceFolders": [{"uri": "\#(folder.root.absoluteString)", "name": "talks"}],
      "capabilities": {"general": {"positionEncodings": ["utf-32"]}, "textDocument": {"diagnostic": {}}, "workspace": {
      "didChangeWatchedFiles": {"dynamicRegistration": true},
      "fileOperations": {"willRename": true, "didRename": true},
      "workspaceEdit": {"documentChanges": true, "resourceOperations": ["rename"], "changeAnnotationSupport": {}}}}}}
      """#)
    _ = client.receive()
    for path in paths { try show(path) }
  }

  private func uri(_ path: String) -> String { folder.url(path).absoluteString }

  private func path(_ uri: String) -> String {
    String(URL(string: uri)!.path(percentEncoded: false).dropFirst(folder.path.count)).trimmingPrefix("/").description
  }

  private func show(_ path: String) throws {
    let text = try folder.string(path)
    open[path] = (text, 1)
    client.open(uri(path), text)
  }

  func rename(_ old: String, to new: String) throws {
    lastID += 1
    let files = #"{"files": [{"oldUri": "\#(uri(old))", "newUri": "\#(uri(new))"}]}"#
    client.send(#"{"id": \#(lastID), "method": "workspace/willRenameFiles", "params": \#(files)}"#)
    let id = lastID
    let edit = try #require(client.receive { $0["id"].integer == id }.last?["result"])
    for change in edit["documentChanges"].array ?? [] {
      if change["kind"].string == "rename" {
        let (old, new) = (path(change["oldUri"].string!), path(change["newUri"].string!))
        try #require(!FileManager.default.fileExists(atPath: folder.url(new).path(percentEncoded: false)))
        try move(old, new)
      } else {
        try apply(change)
      }
    }
    try move(old, new)
    client.send(#"{"method": "workspace/didRenameFiles", "params": \#(files)}"#)
  }

  private func apply(_ change: JSONValue) throws {
    let path = path(change["textDocument"]["uri"].string!)
    #expect(change["textDocument"]["version"].integer == open[path]?.version, "\(path)")
    var lines = try folder.string(path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for edit in (change["edits"].array ?? []).reversed() {
      let (start, end) = (edit["range"]["start"], edit["range"]["end"])
      let line = start["line"].integer!
      #expect(line == end["line"].integer)
      var scalars = Array(lines[line].unicodeScalars)
      scalars.replaceSubrange(
        start["character"].integer!..<end["character"].integer!, with: edit["newText"].string!.unicodeScalars)
      lines[line] = String(String.UnicodeScalarView(scalars))
    }
    let text = lines.joined(separator: "\n")
    try folder.write(text, to: path)
    guard let document = open[path] else { return }
    open[path] = (text, document.version + 1)
    var json = JSONWriter()
    json.value(text)
    client.send(
      #"{"method": "textDocument/didChange", "params": {"textDocument": {"uri": "\#(uri(path))", "version": \#(document.version + 1)}, "contentChanges": [{"text": \#(String(decoding: json.bytes, as: UTF8.self))}]}}"#
    )
  }

  /// Moves a file or a folder. What is open in it is closed and opened under its new name.
  private func move(_ old: String, _ new: String) throws {
    try FileManager.default.createDirectory(
      at: folder.url(new).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: folder.url(old), to: folder.url(new))
    for path in open.keys.sorted() where path == old || path.hasPrefix(old + "/") {
      open[path] = nil
      client.send(#"{"method": "textDocument/didClose", "params": {"textDocument": {"uri": "\#(uri(path))"}}}"#)
      try show(new + path.dropFirst(old.count))
    }
  }
}
