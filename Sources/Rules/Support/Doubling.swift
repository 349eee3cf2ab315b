import SourceText

/// A word that stands twice or more often in a row, with the words around it in its clause.
struct WordRun {
  /// From the first of the words to the last, in bytes of the passage.
  var range: Range<Int>
  /// How often the word stands there.
  var count: Int
  /// In bytes.
  var wordLength: Int
  /// The word before it and the word behind it, if only blanks stand between.
  var before: Range<Int>?
  var behind: Range<Int>?

  var first: Range<Int> { range.prefix(wordLength) }
  var last: Range<Int> { range.suffix(wordLength) }
}

/// Whether a word that stands twice or more often was said or written by mistake.
///
/// Some doubled words are grammar: “what it is is”, “she had had”, “we do do that”. There the first word ends a clause
/// or a phrase, and the second begins the next. The word before shows where that cannot be: nothing ends directly behind
/// “and” or at the beginning of a sentence. Others are emphasis. Where it is not clear, it counts as no slip.
struct Doubling {
  private let passage: Passage
  private let run: WordRun
  /// In lower case, with a straight apostrophe.
  private let word: String

  init(_ run: WordRun, in passage: Passage) {
    (self.passage, self.run) = (passage, run)
    word = passage.folded(run.first)
  }

  var isSlip: Bool {
    guard !isName else { return false }
    // People say a word three times for emphasis, but not one that only joins others.
    guard run.count == 2 else { return stutters.contains(word) }
    if emphatic.contains(word) { return false }
    if particles.contains(word) { return !isGoverned }
    if subjectsOrObjects.contains(word) { return beginsClause && run.behind != nil }
    if formsOfBe.contains(word) { return !isCleft }
    switch word {
    case "to": return !(before.map(listeners.contains) ?? false)
    case "of": return behind != "course"
    case "do", "did", "does": return behind.map(people.contains) ?? false
    case "so": return behind.map { subjects.contains(stem($0)) || sentenceOpeners.contains($0) } ?? false
    case "like": return beginsClause || before.map { formsOfBe.contains(stem($0)) || $0.hasSuffix("'s") } ?? false
    // “He he” is laughter, “my my” an exclamation.
    case "he", "my": return run.behind != nil
    default: return true
    }
  }

  private var before: String? { run.before.map(passage.folded) }
  private var behind: String? { run.behind.map(passage.folded) }

  /// `Duran Duran`, but not `I I`.
  private var isName: Bool {
    isUpper(passage.bytes[run.range.lowerBound]) && isUpper(passage.bytes[run.last.lowerBound]) && word != "i"
      && !word.hasPrefix("i'")
  }

  /// Whether nothing can end with the first of the words, since its clause has only begun.
  private var beginsClause: Bool {
    if let before { return clauseOpeners.contains(before) }
    // Lines of captions begin anywhere in a sentence.
    return run.range.lowerBound > 0 || passage.isWhole || isUpper(passage.bytes[run.range.lowerBound])
  }

  /// Whether the first word may belong to the verb before it: `log in in Oslo`, `what we talked about about boats`.
  private var isGoverned: Bool {
    guard let before else { return false }
    return before.hasSuffix("ing") || before.hasSuffix("ed") || phrasalVerbs.contains(before)
      || before.hasSuffix("s") && phrasalVerbs.contains(String(before.dropLast()))
      || before.hasSuffix("es") && phrasalVerbs.contains(String(before.dropLast(2)))
  }

  /// Whether the first word may end a clause that is the subject of the second: `all it takes is is time`.
  private var isCleft: Bool {
    guard let before, !subjects.contains(before), !before.hasSuffix("ly") else { return true }
    return clause.contains { cleftOpeners.contains(stem($0)) }
  }

  /// The words above the run in its sentence, the nearest ones only.
  private var clause: [String] {
    let bytes = passage.bytes[..<run.range.lowerBound].suffix(120)
    let start = bytes.lastIndex { sentenceEnds.contains($0) }.map { $0 + 1 } ?? bytes.startIndex
    return bytes[start...].split { $0 <= 0x20 || $0 == UInt8(ascii: ",") }.map {
      passage.folded($0.startIndex..<$0.endIndex)
    }
  }
}

extension Passage {
  /// A word in lower case, with a straight apostrophe.
  fileprivate func folded(_ word: Range<Int>) -> String {
    String(decoding: bytes[word].map(lowercased), as: UTF8.self).replacing("’", with: "'")
  }
}

/// A word without what is contracted with it: `we` for `we're`.
private func stem(_ word: String) -> String { String(word.prefix { $0 != "'" }) }

private let formsOfBe: Set<String> = ["is", "was", "are", "were"]

private let sentenceEnds = ByteSet(".?!;:")

private func words(_ list: String) -> Set<String> { Set(list.split { $0.isWhitespace }.map(String.init)) }

/// Words that are repeated in grammar, for emphasis, as laughter or in numbers.
private let emphatic = words(
  """
  absolutely again around aye bad bam bang beep big bit bla blah boom bye cha chop chug click cold come dark dash deep
  definitely different ding dot down eight etc even ever exactly extremely far fast five four go good great guys ha
  had haha happy hard hear hello hey hi high highly hmm ho home hot huge incredibly knock late later little lo long
  lots loud louder low many may mhm mm more much na never new nice nine no now off oh ok okay old one out over please
  plus pretty quick quickly quite rah real really right roll run same seven six slash slow slowly small stop such
  super sure ta tall tap thank thanks that three through tick tiny too totally true truly tut two uh um underscore up
  vast very wait way well whoa will woo wow ya yada yay yeah yep yes young zero
  """)

/// Words that nobody repeats for emphasis.
private let stutters = words(
  """
  a about an and as at because but by don't for from he's his i i'd i'll i'm i've if in into is it it's of on or our
  she she's than that's the their then there's these they they'd they'll they're they've this to was we we'd we'll
  we're we've were what what's when where which with you you'll you're you've your
  """)

/// Prepositions that may also belong to the verb before them.
private let particles = words("about at by for in on")

/// Words that may end one clause and begin the next: `if you need it it is here`.
private let subjectsOrObjects = words("her here it them then there these this those what who you")

/// Words behind which a clause begins.
private let clauseOpeners = words(
  """
  actually also although and basically because but cause how if maybe no okay or so that then though uh um unless
  until well what when where whether which while who why yeah yes
  """)

/// Words behind a “so” that begins a sentence, and not behind one that says how much.
private let sentenceOpeners = words("because if now then what when yeah")

/// Words that can only be the subject of a question: `do you`, but `we do that`.
private let people = words("he i she they we you")

private let subjects = words("he i it people she that there these they this those we you")

/// Words that begin a clause which can be the subject of a sentence: `what she wants is is`.
private let cleftOpeners = words("all everything how what whatever where who whoever why")

/// Verbs and other words with which a sentence may end in “to”: `somebody to talk to to get started`.
private let listeners = words(
  """
  access adapt added addressed along apply applied around attached attend attended away back belong belongs close come
  comes compared connect connected down forward gave give given go goes gone in lead leads led linked listen listened
  listening look looked looking map mapped moved on out over point points proud refer referred related reply report
  reported respond responded said say send sends sent sold speak speaking spoke spoken subscribe subscribed talk
  talked talking talks through up went write writing wrote
  """)

/// Verbs that people use with a particle, in the forms that end neither in “ing” nor in “ed”.
private let phrasalVerbs = words(
  """
  act add ask back be bear beat been began begin bid blow blown blew book boot bounce bow break broke broken bring
  brought build built buy bought call came care carry cash catch caught check chime chip clean clear close come cool
  count cut deal dial did die dig do done drag draw drawn drew dress drive driven drop drove drown dug eat end factor
  fade fall fallen feed fed fell felt figure fill find fit fix flew flow fly flown focus follow found gave get gets
  give given go goes going gone got gotten grew grow grown had hand hang has have head held help hear heard hide hit
  hold hone hop hung join jump keep kept kick kneel knew knock know known land lay lean leave left lend let lie line
  lit live lock log look lost made make meant mix move nail open opt own paid pair pass pay phase phone pick pitch
  play plug point pull push put ran read rely rest ride ring rode rule run rush said sat saw say scale see seen sell
  sent send set settle shot show shut sign sink sit sleep slept slip slow sneak sold sort sound speak spoke spoken
  spread stand start stay step stick stood stop stuck swear switch take taken talk teach tell think thought threw
  thrown tie told took touch trade try tune turn type use vote wait wake walk warm watch wear went win woke won work
  wore write wrote written zone zoom
  """)
