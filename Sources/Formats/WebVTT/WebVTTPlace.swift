import Transcript

/// Where reading is in a WebVTT file, as far as what was read so far decides how the next lines are read.
struct WebVTTPlace: Equatable {
  /// What the lines right above belong to.
  enum Above: UInt32 {
    /// A blank line stands above.
    case nothing
    case header, cue, comment, style, region, stray
  }

  var above = Above.nothing
  /// Whether what stands above was too long for one block, or a mark of version control is in the middle of it: then it goes on
  /// here.
  var isCut = false
  /// Whether a cue stands above. Style sheets and regions are not read below the first one.
  var isBelowCue = false

  init() {}
}

extension Mode {
  private static let webVTT: UInt32 = 1 << 30

  init(_ place: WebVTTPlace) {
    self.init(
      rawValue: Self.webVTT | place.above.rawValue | (place.isCut ? 1 << 8 : 0) | (place.isBelowCue ? 1 << 9 : 0))
  }

  /// Where reading is; the beginning of the body for a mode of another notation.
  var webVTTPlace: WebVTTPlace {
    var place = WebVTTPlace()
    guard rawValue & Self.webVTT != 0 else { return place }
    place.above = WebVTTPlace.Above(rawValue: rawValue & 0xFF) ?? .nothing
    place.isCut = rawValue & 1 << 8 != 0
    place.isBelowCue = rawValue & 1 << 9 != 0
    return place
  }
}
