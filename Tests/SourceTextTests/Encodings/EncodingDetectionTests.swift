import SourceText
import Testing

struct EncodingDetectionTests {
  /// Texts of some languages in the encoding in which their speakers stored them, before there was UTF-8.
  private static let certain: [(TextEncoding, String)] = [
    (
      .windows1252,
      "Mara: Das Schöne an der Küste ist, dass man die Möwen überall hört. Und früh am Morgen fährt ein Zug."
    ),
    (.windows1252, "Mara: El faro está en una isla pequeña, y por la mañana el señor Núñez sube con el café."),
    (.windows1252, "Mara: Le phare est à côté de la forêt, et l’été, les élèves y vont dès la fin de l’école."),
    (.windows1252, "Mara: O farol fica numa ilha, e não há pão de manhã; as crianças vão à praia com a avó."),
    (.windows1252, "Mara: Il faro è più in là, e la città non c’è; però si può andare a piedi, perché è così."),
    (.windows1252, "Mara: Fyren står på en ö, och där är det kallt även på sommaren när det blåser."),
    (.windows1252, "Mara: Fyret står på en ø, og der er ikke så mange gæster når det blæser på søen."),
    (.windows1252, "Mara: We met Zoë at the café – “not before noon…”, she said, and that’s what it was."),
    (.windows1252, "Mara: Isn’t that what you said?"),
    (
      .windows1250,
      "Mara: Latarnia stoi na wyspie, a każdego ranka wychodzimy na łąkę, żeby zobaczyć świt. Nie jest źle."
    ),
    (.windows1250, "Mara: Maják stojí na ostrově a každé ráno přichází muž, který říká, že věří v počasí."),
    (
      .windows1250,
      "Mara: Maják stojí na ostrove, každé ráno prichádza muž, ktorý vraví, že verí v počasie. Ľudia sú tu šťastní."
    ),
    (
      .windows1250,
      "Mara: A világítótorony egy szigeten áll, és minden reggel jön valaki, aki kenyeret hoz nekünk. Nem rossz ez, főleg ősszel, ha hűvös van."
    ),
    (.windows1250, "Mara: Farul este pe o insulă, şi în fiecare dimineaţă vine un bărbat cu pâine. Nu este rău."),
    (
      .windows1250,
      "Mara: Svjetionik je na otoku, i svako jutro dolazi čovjek koji nosi kruh. Nije loše, ali još će kiša."
    ),
    (.windows1251, "Мара: Маяк стоит на острове, и каждое утро приходит человек с хлебом."),
    (.windows1251, "Мара: Маяк стоїть на острові, і щоранку приходить чоловік, який приносить хліб."),
    (.windows1251, "Мара: Фарът е на един остров и всяка сутрин идва човек, който носи хляб."),
    (.gb2312, "玛拉：灯塔在一个小岛上，每天早上都有人来送面包。我们在这里住了一年。"),
  ]

  @Test("A text is told by its language", arguments: certain)
  func told(encoding: TextEncoding, text: String) {
    guard case .bytes(let bytes) = encoding.encode(Array(text.utf8)) else {
      Issue.record("\(text)")
      return
    }
    #expect(TextEncoding.detect(bytes) == .certain(encoding), "\(text)")
  }

  @Test("UTF-8 and a byte order mark tell themselves")
  func marked() {
    let text = Array("Mara: Küste 岛 🎙\n".utf8)
    #expect(TextEncoding.detect(text) == .certain(.utf8))
    #expect(TextEncoding.detect([]) == .certain(.utf8))
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      guard case .bytes(let bytes) = encoding.encode(text) else {
        Issue.record("\(encoding)")
        return
      }
      #expect(TextEncoding.detect(bytes) == .certain(encoding))
      #expect(TextEncoding.detect(bytes + [0x61]) == .unknown, "half a character")
    }
  }

  @Test("UTF-8 that lost some bytes is no older encoding")
  func damaged() {
    var bytes = Array("Mara: Die Möwen hört man überall, früh am Morgen.\n".utf8)
    bytes.remove(at: bytes.firstIndex(of: 0xC3)! + 1)
    #expect(TextEncoding.detect(bytes) == .unknown)
    // One stray byte in plain words says too little about anything but that it is no UTF-8.
    #expect(TextEncoding.detect(Array("Mara: the crane".utf8) + [0x81]) == .unknown)
  }

  /// Texts in encodings that are not known here.
  private static let others: [(String, String)] = [
    ("cp1253", "Μάρα: Ο φάρος είναι σε ένα νησί και κάθε πρωί έρχεται ένας άνθρωπος με ψωμί."),
    ("iso8859-7", "Μάρα: Ο φάρος είναι σε ένα νησί και κάθε πρωί έρχεται ένας άνθρωπος με ψωμί."),
    (
      "cp1254",
      "Mara: Deniz feneri bir adada, her sabah ekmek getiren bir adam geliyor. Çok güzel, değil mi? Işığı da şöyle."
    ),
    ("cp1255", "מרה: המגדלור נמצא על אי קטן, וכל בוקר בא אדם עם לחם ועם חלב טרי."),
    ("cp1256", "مارا: المنارة على جزيرة صغيرة، وكل صباح يأتي رجل ومعه الخبز."),
    (
      "cp1257",
      "Mara: Švyturys stovi saloje, ir kiekvieną rytą ateina žmogus, kuris atneša duonos. Čia gražu, įdomu, ėjo žąsys."
    ),
    ("cp1258", "Mara: Ngọn hải đăng".decomposed),
    ("koi8-r", "Мара: Маяк стоит на острове, и каждое утро приходит человек с хлебом."),
    ("koi8-r", "маяк стоит на острове, и каждое утро приходит человек с хлебом."),
    ("cp866", "Мара: Маяк стоит на острове, и каждое утро приходит человек с хлебом."),
    ("iso8859-5", "Мара: Маяк стоит на острове, и каждое утро приходит человек с хлебом."),
    ("mac-cyrillic", "Мара: Маяк стоит на острове, и каждое утро приходит человек с хлебом. Моя семья."),
    ("mac-roman", "Mara: Le phare est à côté de la forêt, et l’été, les élèves y vont dès la fin de l’école."),
    ("cp850", "Mara: Das Schöne an der Küste ist, dass man die Möwen überall hört."),
    ("cp437", "Mara: Das Schöne an der Küste ist, dass man die Möwen überall hört."),
    ("iso8859-2", "Mara: Latarnia stoi na wyspie, a każdego ranka wychodzimy na łąkę, żeby zobaczyć świt. Jesteś tu."),
    ("iso8859-2", "Mara: Maják stojí na ostrově a každé ráno přichází muž, který říká, že věří. Šťastný, žába."),
    ("shift-jis", "マーラ：灯台は小さな島にあって、毎朝パンを持った人が来ます。"),
    ("euc-jp", "マーラ：灯台は小さな島にあって、毎朝パンを持った人が来ます。"),
    ("euc-kr", "마라: 등대는 작은 섬에 있고 매일 아침 빵을 가져오는 사람이 있습니다."),
    ("big5", "瑪拉：燈塔在一個小島上，每天早上都有人來送麵包。我們在這裡住了一年。"),
    ("gbk", "瑪拉：燈塔在一個小島上，每天早上都有人來送麵包。我們在這裡住了一年。"),
    ("tis-620", "มารา: ประภาคารอยู่บนเกาะเล็กๆ และทุกเช้ามีคนนำขนมปังมาให้"),
    ("utf-16-le", "Mara: Das Schöne an der Küste."), ("utf-32-le", "Mara: Das Schöne an der Küste."),
  ]

  @Test(
    "A text in an encoding that is not known here is never taken for another one with certainty",
    .enabled(if: PythonCodecs.isInstalled, "needs python3"), arguments: others)
  func unknown(codec: String, text: String) throws {
    let bytes = try #require(try PythonCodecs.encode([text], as: codec).first)
    guard case .certain(let encoding) = TextEncoding.detect(bytes), encoding != .utf8 else { return }
    #expect(encoding.decode(bytes) == .text(Array(text.utf8)), "\(codec) as \(encoding)")
  }

  @Test("Where nothing tells two encodings apart, both are named and none is taken")
  func doubtful() {
    // `è` of Italian is `č` of Croatian, and three words decide nothing.
    #expect(TextEncoding.detect([0x70, 0x69, 0xE8]) == .possible([.windows1252, .windows1250]))
  }

  @Test("Work grows with the text, up to a bound")
  func bounded() {
    let line =
      Array("Mara: Die M".utf8) + [0xF6] + Array("wen h".utf8) + [0xF6] + Array("rt man und das ist nicht\n".utf8)
    let large = Array(repeatElement(line, count: 400_000).joined())
    let clock = ContinuousClock()
    var detected = TextEncoding.Detected.unknown
    let time = clock.measure { detected = TextEncoding.detect(large) }
    #expect(detected == .certain(.windows1252))
    #expect(time < .seconds(5))
  }
}

extension String {
  /// With accents as characters of their own, as Windows stored them for Vietnamese.
  fileprivate var decomposed: String { self.unicodeScalars.contains("ọ") ? "Mara: Ngo\u{323}n ha\u{309}i đăng" : self }
}
