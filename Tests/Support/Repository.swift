import Foundation
import SourceText

/// Files of the repository, and of the collection of real transcripts that may lie beside it.
public enum Repository {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Real transcripts of others; they are not part of the repository, and tests that read them are skipped where they are absent.
  public static let samples = root.deletingLastPathComponent().appending(path: "shared/samples")

  public static func text(_ path: String) throws -> Text {
    Text([UInt8](try Data(contentsOf: root.appending(path: path))))
  }

  /// The files below a folder of the repository with one of the endings, sorted, as paths from the root.
  public static func files(in folder: String, endings: Set<String>) -> [String] {
    files(in: root.appending(path: folder), endings: endings).map { folder + "/" + $0 }
  }

  /// Whether the collection is there. A test that reads it is `.enabled(if:)` it is, so that elsewhere it shows as skipped.
  public static let hasSamples = FileManager.default.fileExists(atPath: samples.path())

  /// The real transcripts in some folders of the collection, sorted.
  public static func samples(in folders: String..., endings: Set<String> = ["md", "txt", "broken", "fixed"]) -> [URL] {
    folders.flatMap { folder in
      files(in: samples.appending(path: folder), endings: endings).map {
        samples.appending(path: folder).appending(path: $0)
      }
    }
  }

  /// All files of the collection.
  public static func allSamples() -> [URL] { samples(in: "", endings: ["md", "txt", "broken", "fixed", "vtt", "srt"]) }

  private static func files(in folder: URL, endings: Set<String>) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
    return names.filter { endings.contains(($0 as NSString).pathExtension) }.sorted()
  }
}

extension URL {
  /// The file's bytes as a text.
  public func text() throws -> Text {
    Text([UInt8](try Data(contentsOf: self)))
  }
}
