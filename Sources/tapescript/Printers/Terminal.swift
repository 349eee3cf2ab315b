import Platform

/// The abilities of the standard output.
struct Terminal: Sendable {
  /// Whether it is a terminal; otherwise it is a file or a pipe.
  let isTerminal: Bool
  let isColoured: Bool
  /// In columns.
  let width: Int

  /// The width of lines where there is no terminal. Most logs show that many columns, and it is the same everywhere.
  private static let usualWidth = 100

  init(isTerminal: Bool = false, isColoured: Bool = false, width: Int = usualWidth) {
    self.isTerminal = isTerminal
    self.isColoured = isColoured
    self.width = width
  }

  /// - Parameter isRedirected: whether the report goes somewhere else than the standard output.
  init(_ color: ColorChoice, isRedirected: Bool = false) {
    let isTerminal = !isRedirected && isatty(STDOUT_FILENO) != 0
    let isColoured =
      switch color {
      case .always: true
      case .never: false
      // Source: no-color.org. Present and not empty means no.
      case .auto: isTerminal && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
      }
    self.init(
      isTerminal: isTerminal, isColoured: isColoured, width: isTerminal ? Self.measuredWidth() : Self.usualWidth)
  }

  private static func measuredWidth() -> Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return usualWidth }
    return max(40, Int(size.ws_col))
  }

  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "1;36"
    case green = "32"
  }

  func ink(_ ink: Ink, _ text: String) -> String {
    isColoured ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }
}

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
