import ArgumentParser
import Configuration
import Files
import Formats
import JSON
import SourceText

struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the settings, and where each comes from.",
    discussion: """
      Without a file: the settings for the current directory, then those for particular files. A setting without a \
      place behind it is a default. Of a file that exists, also the notation in which it is read, and why.
      """)

  @Argument(
    help: ArgumentHelp("Show the settings for this file; it need not exist.", valueName: "file"), completion: .file())
  var path: String?

  @Option(help: "The format of the settings.")
  var format = DataFormat.text

  @Flag(help: "Print the JSON Schema of tapescript.json instead.")
  var schema = false

  @OptionGroup(title: "Configuration") var options: ConfigurationOptions

  @Option(help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color = ColorChoice.auto

  func run() throws {
    if schema { return try printOut(Schema.root.indentedText + "\n") }
    var store = options.store
    let chain = path.map { store.chain(for: absolutePath($0)) } ?? store.chain(in: absolutePath("."))
    let isWrong = tellMistakes(in: chain.map { [$0] } ?? [])
    let settings = chain?.settings(for: path.map(absolutePath)) ?? FileSettings()
    let exceptions = path == nil ? chain?.exceptions ?? [] : []
    let detected = path.flatMap { detect($0, settings) }
    switch format {
    case .text: try printOut(text(chain, settings, exceptions, detected))
    case .json: try printOut(json(chain, settings, exceptions, detected).text + "\n")
    }
    if isWrong { throw ExitStatus.failure }
  }

  /// The notation in which a file would be read; nil if the file does not exist or cannot be read.
  private func detect(_ path: String, _ settings: FileSettings) -> Detected? {
    let source = Source.file(path)
    guard let bytes = try? source.read() else { return nil }
    let text = Text(bytes)
    return (Detection.detect(text, notation: settings.notation, path: source.path), text)
  }

  /// What a file was found to be, and what is in it.
  private typealias Detected = (detection: Detection, text: Text)

  private typealias Exceptions = [(files: [String], lines: [FileSettings.Line])]

  private func text(
    _ chain: ConfigurationChain?, _ settings: FileSettings, _ exceptions: Exceptions, _ detected: Detected?
  ) -> String {
    let terminal = Terminal(color)
    let names = chain?.links.reversed().map { visible(shownPath($0.path)) } ?? []
    var text = names.isEmpty ? "no configuration\n" : names.joined(separator: ", which extends ") + "\n"
    if settings.isExcluded, let path { text += "\(visible(path)) is excluded\n" }
    if let detected, let path {
      text += "\(visible(path)): \(visible(detected.detection.explanation(of: detected.text)))\n"
    }
    text += "\n" + table(settings.lines, terminal)
    for exception in exceptions {
      text +=
        "\n" + terminal.ink(.bold, visible(exception.files.joined(separator: ", "))) + "\n\n"
        + table(exception.lines, terminal)
    }
    return text
  }

  private func json(
    _ chain: ConfigurationChain?, _ settings: FileSettings, _ exceptions: Exceptions, _ detected: Detected?
  ) -> JSONValue {
    .object([
      ("file", path.map { .string($0) } ?? .null),
      ("configuration", .array(chain?.links.reversed().map { .string(shownPath($0.path)) } ?? [])),
      ("excluded", .bool(settings.isExcluded)),
      (
        "detected",
        detected.map { found, text in
          .object([
            ("notation", found.format.map { .string($0.name) } ?? .null), ("why", .string(found.grounds(in: text))),
          ])
        } ?? .null
      ), ("settings", .array(settings.lines.map(\.json))),
      (
        "overrides",
        .array(
          exceptions.map { exception in
            .object([
              ("files", .array(exception.files.map { .string($0) })),
              ("settings", .array(exception.lines.map(\.json))),
            ])
          })
      ),
    ])
  }
}
