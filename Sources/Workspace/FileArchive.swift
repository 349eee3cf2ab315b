import Configuration
import Files
import Formats
import Platform
import SourceText

/// The text of an open document as it was at one moment, for work beside the one who edits it.
public struct OpenText: Sendable {
  /// A copy of their own, so that the next edit of the document need not make one.
  public let bytes: [UInt8]
  public let version: Int32?
  /// What the editor takes the text for.
  public let languageID: String?
  /// Another one for each text.
  public let revision: Int

  public init(copying bytes: [UInt8], version: Int32?, languageID: String?, revision: Int) {
    self.bytes = bytes.withUnsafeBufferPointer { [UInt8]($0) }
    (self.version, self.languageID, self.revision) = (version, languageID, revision)
  }
}

/// The files of a workspace at one moment: those in its folders, and over them the texts that are open.
public struct FileArchive: Sendable {
  /// Absolute paths, as the editor spells them.
  public let folders: [String]
  public let configurations: ConfigurationStore
  /// By path.
  public let open: [String: OpenText]
  /// The unit in which columns count.
  public let encoding: PositionEncoding

  /// - Parameter folders: those that are open. What is no folder of transcripts is left out: the directory of all files,
  ///   the user's own directory, and those above it.
  public init(
    folders: [String], _ configurations: ConfigurationStore, open: [String: OpenText], in encoding: PositionEncoding
  ) {
    let home = getenv("HOME").flatMap { realPath(String(cString: $0)) }
    self.folders = folders.filter { $0.hasPrefix("/") }.map(absolutePath).filter { folder in
      guard let real = realPath(folder), real != "/" else { return false }
      return !isPath(home ?? "", within: real)
    }
    (self.configurations, self.open, self.encoding) = (configurations, open, encoding)
  }

  /// The files of this machine, and over them the texts that are open.
  public var files: OverlaidFiles { OverlaidFiles(open.mapValues(\.bytes), over: LocalFiles()) }

  /// A file as it is now, read in its notation; nil where it cannot be read.
  ///
  /// - Parameters:
  ///   - notation: what the configuration says of it.
  ///   - limit: the largest saved file that is read, in bytes.
  public func read(
    _ path: String, notation: NotationChoice, atMost limit: Int = OpenFile.largest
  ) -> TranscriptFile? {
    if let text = open[path] {
      return TranscriptFile(Text(text.bytes), notation: notation, languageID: text.languageID, path: path)
    }
    guard (try? FileStatus(path))?.kind == .file, let file = try? OpenFile(path),
      let bytes = try? readText(file, named: path, path: path, atMost: limit)
    else { return nil }
    return TranscriptFile(Text(bytes), notation: notation, path: path)
  }

  /// The path relative to its folder, for people; the path itself where it lies in none.
  public func name(of path: String) -> String {
    let around = folders.filter { isPath(path, within: $0) }
    return around.max { $0.utf8.count < $1.utf8.count }.map { String(path.dropFirst($0.count + 1)) } ?? path
  }
}

/// The files of this machine, some of which have another text in the editor.
public struct OverlaidFiles: FileSystem {
  /// By path.
  private let texts: [String: [UInt8]]
  private let saved: any FileSystem

  public init(_ texts: [String: [UInt8]], over saved: any FileSystem) {
    (self.texts, self.saved) = (texts, saved)
  }

  public func read(_ path: String) -> FileContent { texts[path].map(FileContent.bytes) ?? saved.read(path) }
  public func entries(of directory: String) -> [String] { saved.entries(of: directory) }
}
