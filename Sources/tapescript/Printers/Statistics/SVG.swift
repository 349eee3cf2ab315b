import SourceText

/// Builds a picture. Source: W3C, Scalable Vector Graphics (SVG) 2.
///
/// Lengths are in pixels. Colours of text and lines are classes, so that the picture follows the light or dark theme of
/// its surroundings. Programs that do not know such style sheets draw it light.
struct SVG {
  private var body = ""
  let width: Double

  init(width: Double) {
    self.width = width
  }

  enum Anchor: String {
    case start, middle, end
  }

  mutating func text(
    _ text: String, x: Double, y: Double, _ style: String, size: Double = 13, anchor: Anchor = .start
  ) {
    body +=
      #"<text x="\#(n(x))" y="\#(n(y))" class="\#(style)" font-size="\#(n(size))""#
      + #"\#(anchor == .start ? "" : #" text-anchor="\#(anchor.rawValue)""#)>\#(xml(visible(text)))</text>"# + "\n"
  }

  /// - Parameters:
  ///   - fill: a colour, or nil where the style has one.
  ///   - about: what is shown while the pointer rests on it.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ style: String = "", fill: String? = nil, radius: Double = 0,
    about: String? = nil
  ) {
    body += #"<rect x="\#(n(x))" y="\#(n(y))" width="\#(n(width))" height="\#(n(height))""#
    if radius > 0 { body += #" rx="\#(n(radius))""# }
    if !style.isEmpty { body += #" class="\#(style)""# }
    if let fill { body += #" fill="\#(fill)""# }
    body += about.map { "><title>\(xml(visible($0)))</title></rect>\n" } ?? "/>\n"
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, _ style: String) {
    body += #"<line x1="\#(n(x1))" y1="\#(n(y1))" x2="\#(n(x2))" y2="\#(n(y2))" class="\#(style)"/>"# + "\n"
  }

  func document(height: Double, title: String, about: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" \
    viewBox="0 0 \(n(width)) \(n(height))" role="img" aria-labelledby="title about" \
    font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif">
    <title id="title">\(xml(visible(title)))</title>
    <desc id="about">\(xml(visible(about)))</desc>
    <style>
    .paper { fill: #ffffff } .band { fill: #f3f5f7 } .track { fill: #e6e9ed }
    .ink { fill: #1f2328 } .faint { fill: #59636e } .strong { fill: #1f2328; font-weight: 600 }
    .grid { stroke: #d1d9e0; stroke-width: 1 }
    @media (prefers-color-scheme: dark) {
    .paper { fill: #15191e } .band { fill: #1d232a } .track { fill: #2a313a }
    .ink { fill: #e6edf3 } .faint { fill: #9aa4af } .strong { fill: #e6edf3 } .grid { stroke: #3a434d }
    }
    </style>
    <rect width="100%" height="100%" class="paper"/>
    \(body)</svg>

    """
  }

  /// A number with one decimal: a tenth of a pixel is precise enough.
  private func n(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(Double(tenths) / 10)"
  }
}
