import Formats
import SourceText
import Transcript

extension Notations {
  /// A talk of two sections as it is written in a notation: the voices of Ada Lund and Bo, two remarks, an uncertain
  /// passage, a paragraph without a time, and an address. What the notation cannot hold is left out.
  ///
  /// - Precondition: the notation can be written.
  public static func talk(in format: any Format) -> Text {
    guard let page = tried.format(named: "page"),
      let written = Document(Text(talk), format: page).reading.script.written(in: format)
    else { preconditionFailure("\(format.name) is not written") }
    return Text(written.bytes)
  }

  private static let talk = """
    The harbour

    Ada Lund: Good evening from the harbour. [laughs] How was the crossing? (0:05)

    Bo: Calm. We saw [inaudible] near the buoy, see https://buoy.example/7. (0:12)

    Ada Lund: And the engine? (0:30)

    Bo: It ran.

    Ada Lund: All the way? That is new. (0:41)

    The return

    Bo: We row back. (1:02)

    Ada Lund: [sighs] Then eat something first. (1:15)

    Bo: I will, thank you. (1:21)

    """
}
