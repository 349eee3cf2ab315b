import Transcript

/// What the specification of WebVTT says of a fault.
///
/// It has two levels. What a player drops is an error (6, "Parsing"); what an author should not write although nothing is lost is a
/// warning (4, "Syntax").
struct CueFault {
  let severity: Severity
  /// One sentence about what is wrong, what becomes of it, and perhaps what to write.
  let message: String
  /// The section, with its number.
  let section: String

  private init(_ severity: Severity, _ message: String, _ section: String) {
    (self.severity, self.message, self.section) = (severity, message, section)
  }

  /// Nil for a fault of another notation.
  init?(_ fault: Fault) {
    guard let known = Self.frame(fault) ?? Self.times(fault) ?? Self.settings(fault) ?? Self.text(fault) else {
      return nil
    }
    self = known
  }

  private static func frame(_ fault: Fault) -> CueFault? {
    switch fault {
    case .signatureMissing:
      CueFault(.error, "The first line must be WEBVTT; without it players read nothing of the file", "6.1 File parsing")
    case .headerText:
      CueFault(
        .warning, "Players skip this line, because no blank line stands between it and WEBVTT", "4.1 File structure")
    case .blankLineMissing:
      CueFault(.warning, "A blank line belongs here", "4.1 File structure")
    case .strayText:
      CueFault(.error, "This text belongs to no cue, so players do not show it", "6.1 Collect a block")
    case .arrowInComment:
      CueFault(.error, "The arrow ends the comment, and what follows is shown as a cue", "4.1 Comment block")
    case .arrowInStyle:
      CueFault(.error, "The arrow ends the style sheet or region here", "4.1 Style block")
    case .arrowInText:
      CueFault(.error, "The arrow makes players take this line for times, and they drop it", "6.1 Collect a block")
    case .styleLate:
      CueFault(.error, "A style sheet below the first cue is dropped", "6.1 Collect a block")
    case .regionLate:
      CueFault(.error, "A region below the first cue is dropped", "6.1 Collect a block")
    default: nil
    }
  }

  private static func times(_ fault: Fault) -> CueFault? {
    let lost = ", so players drop the cue"
    let section = "6.3 Cue timings and settings parsing"
    return switch fault {
    case .cueTimeMissing: CueFault(.error, "A time is missing" + lost, section)
    case .cueTimeStart: CueFault(.error, "A time must begin with a digit" + lost, section)
    case .cueTimeColon: CueFault(.error, "A colon must follow the first number of a time" + lost, section)
    case .cueTimeDigits: CueFault(.error, "Minutes and seconds have exactly two digits" + lost, section)
    case .cueTimeFields:
      CueFault(.error, "The first number counts as hours, and then the seconds are missing" + lost, section)
    case .cueTimeComma:
      CueFault(.error, "A point must stand before the milliseconds instead of the comma" + lost, section)
    case .cueTimePoint: CueFault(.error, "A point and three digits of milliseconds are missing" + lost, section)
    case .cueTimeMilliseconds: CueFault(.error, "Milliseconds have exactly three digits" + lost, section)
    case .cueTimeRange: CueFault(.error, "Minutes and seconds are at most 59" + lost, section)
    case .cueArrow: CueFault(.error, "Nothing but --> may stand between the two times" + lost, section)
    case .cueTimeHours: CueFault(.warning, "Hours have at least two digits", "4.1 Timestamp")
    case .cueTimeIndent: CueFault(.warning, "Nothing may stand before the start of a cue", "4.1 Cue block")
    case .cueTimeFormFeed: CueFault(.warning, "A form feed stands where a blank belongs", "4.1 Cue timings")
    case .cueArrowBlank: CueFault(.warning, "A blank belongs on both sides of the arrow", "4.1 Cue timings")
    case .cueSettingsBlank: CueFault(.warning, "A blank belongs before the settings", "4.1 Cue block")
    default: nil
    }
  }

  private static func settings(_ fault: Fault) -> CueFault? {
    switch fault {
    case .settingMalformed:
      CueFault(
        .error, "A setting is a name, a colon and a value without blanks; players drop this",
        "6.3 Parse the cue settings")
    case .settingUnknown: CueFault(.error, "There is no such setting, so players drop it", "4.4 Cue settings")
    case .settingValue:
      CueFault(.error, "The setting has a value that players do not know, so they drop it", "4.4 Cue settings")
    case .settingTwice: CueFault(.warning, "The same setting follows, and the last one counts", "4.4 Cue settings")
    case .lineFraction: CueFault(.warning, "The number of a line is a whole number", "4.4 Line cue setting")
    case .regionUnnamed: CueFault(.warning, "The region has no id, so no cue can be shown in it", "4.3 Region settings")
    default: nil
    }
  }

  private static func text(_ fault: Fault) -> CueFault? {
    let section = "4.2.2 Caption or subtitle cue text"
    return switch fault {
    case .ampersand: CueFault(.warning, "An & that begins no character reference is written &amp;", section)
    case .tagUnknown:
      CueFault(.error, "There is no such tag, and players drop it with all that is in it", "6.4 Cue text parsing rules")
    case .tagNotClosed:
      CueFault(.error, "No > follows this <, so players drop the rest of the cue", "6.4 Cue text parsing rules")
    case .tagWords: CueFault(.error, "Players drop words inside of this tag", "6.4 Cue text parsing rules")
    case .tagLineBreak: CueFault(.warning, "A tag stands on one line", section)
    case .classEmpty: CueFault(.warning, "The name of a class is missing behind the point", section)
    case .spanNotClosed: CueFault(.warning, "The tag is never closed", section)
    case .endTagSurplus: CueFault(.warning, "This end tag does not belong to the tag that is open here", section)
    case .annotationMissing: CueFault(.warning, "The tag says neither a name nor a language", section)
    case .rubyWithoutText: CueFault(.warning, "A ruby tag needs a text in an rt tag", section)
    case .wordTimeMalformed:
      CueFault(.error, "Players drop this time of a word, because they cannot read it", "6.4 Cue text parsing rules")
    case .wordTimeOutside: CueFault(.warning, "The time of the word lies outside of its cue", section)
    case .wordTimeOrder: CueFault(.warning, "The times of words must rise", section)
    default: nil
    }
  }
}

extension Report {
  /// Reports a fault with what the specification says of it.
  mutating func add(_ fault: Part, of block: Int, _ reading: Reading, fixes: @autoclosure () -> [Fix?] = []) {
    guard let known = fault.fault.flatMap(CueFault.init) else { return }
    self(
      reading.firstLine(of: fault, in: block), Message(known.sentence), atMost: known.severity,
      atLeast: known.severity, fixes: fixes())
  }
}

extension CueFault {
  /// The message with the section at its end.
  var sentence: String { "\(message) (WebVTT \(section))." }
}

extension Reading {
  /// Of a fault over several lines the first one is enough to see where it is.
  func firstLine(of fault: Part, in block: Int) -> Range<Int> {
    let range = range(of: fault, in: block)
    let line = text.content(ofLine: text.line(at: range.lowerBound))
    // Of an empty line its end can be pointed at.
    if range.isEmpty, line.isEmpty { return text.range(ofLine: text.line(at: range.lowerBound)) }
    return range.lowerBound..<max(range.lowerBound, min(range.upperBound, line.upperBound))
  }
}
