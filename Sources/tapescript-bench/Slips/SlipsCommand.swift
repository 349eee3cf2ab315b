import ArgumentParser
import Formats

/// Makes every slip in every notation.
struct SlipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slips",
    abstract: "Make every slip at a time or a label in every notation, and print what is found and restored.")

  @Option(
    name: .customLong("template"),
    help: ArgumentHelp(
      "A template besides the notations that are built in; may be given several times.", valueName: "template"))
  var templates: [String] = []

  func run() throws {
    var own: [Notation] = []
    for (index, source) in templates.enumerated() {
      do throws(Template.Mistake) {
        let source = source.split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
        own.append(Notation(own: "own\(index + 1)", try Template(source)))
      } catch {
        throw ValidationError("“\(source)” is no template: \(error.message)")
      }
    }
    print(SlipTable(Notations(own: own)).markdown)
  }
}
