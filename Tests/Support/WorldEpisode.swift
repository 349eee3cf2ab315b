/// A short conversation in some language, written in the notations as people write it there.
public struct WorldEpisode: Sendable, CustomStringConvertible {
  public let language: String
  public let names: [String]
  let lines: [String]
  /// What ends a label, with the blanks around it.
  let colon: String
  /// The brackets of a page, and those of a blog.
  let round: (String, String)
  let square: (String, String)
  /// Zero in the digits of the language.
  let zero: UInt32
  /// What stands at the ends of a line and around a time, as editors for scripts from right to left put it.
  let mark: String

  public var description: String { language }

  /// - Parameter notation: `page`, `blog` or `captions`.
  public func text(in notation: String) -> String {
    lines.enumerated().map { index, line in
      let time = time(index * 7, withHours: notation == "blog")
      let name = names[index % names.count]
      switch notation {
      case "page": return "\(mark)\(name)\(colon)\(line) \(mark)\(round.0)\(time)\(round.1)\(mark)"
      case "blog": return "\(mark)\(square.0)\(time)\(square.1) \(name)\(colon)\(line)\(mark)"
      default: return "\(mark)\(time) \(line)\(mark)"
      }
    }.joined(separator: notation == "captions" ? "\n" : "\n\n") + "\n"
  }

  private func time(_ seconds: Int, withHours: Bool) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    let text = (withHours ? "00:0\(minutes)" : "\(minutes)") + ":\(rest < 10 ? "0" : "")\(rest)"
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0 == ":" ? $0 : Unicode.Scalar(zero + $0.value - 0x30) ?? $0 }))
  }

  public static let all: [WorldEpisode] = [
    WorldEpisode(
      language: "Chinese", names: ["主持人", "王老师"],
      lines: [
        "晚上好，这里是老磨坊，欢迎大家来听今天的节目。", "谢谢你请我来，今天的风很大，路上走了很久。", "磨坊是什么时候建的？有人还记得吗？",
        "听说是一百二十年以前，我的曾祖父那时还是一个孩子。", "那时候河里的水比现在多吗？", "多得多，春天的时候连桥都看不见了。",
        "现在还能磨面粉吗？我看见轮子还在转。", "能，不过只在星期天，给孩子们看看。", "那么最后请你告诉我们，明年还会开门吗？", "只要轮子还转，我们就开门。",
      ], colon: "：", round: ("（", "）"), square: ("【", "】"), zero: 0x30, mark: ""),
    WorldEpisode(
      language: "Japanese", names: ["司会", "森さん"],
      lines: [
        "こんばんは、古い灯台からお送りしています。", "お招きありがとうございます。今夜は霧が深いですね。", "この灯台はいつ建てられたのですか。",
        "百年ほど前だと聞いています。祖父が石を運びました。", "今でも明かりはともりますか。", "はい、毎晩七時に自分でともしています。", "船はそれを見て帰ってくるのですね。",
        "最近は少なくなりましたが、まだ二隻あります。", "その二隻の名前を教えてください。", "かもめ丸と、ゆうなぎ丸です。",
      ], colon: "：", round: ("（", "）"), square: ("［", "］"), zero: 0xFF10, mark: ""),
    WorldEpisode(
      language: "Hebrew", names: ["מנחה", "דוד"],
      lines: [
        "ערב טוב מהטחנה הישנה שעל הנחל.", "תודה שהזמנת אותי, הדרך הייתה ארוכה.", "מתי נבנתה הטחנה, ומי בנה אותה?",
        "סבא שלי אמר שלפני מאה שנה, אבל איש לא כתב זאת.", "והגלגל עוד מסתובב?", "רק בחורף, כשיש מספיק מים בנחל.",
        "מה אתם טוחנים היום?",
        "חיטה, ולפעמים קצת תבלינים לשכנים.", "ומי ימשיך אחריך?", "הבת שלי, היא כבר יודעת הכול.",
      ], colon: ": ", round: ("(", ")"), square: ("[", "]"), zero: 0x30, mark: "\u{200F}"),
    WorldEpisode(
      language: "Arabic", names: ["المذيعة", "سامي"],
      lines: [
        "مساء الخير من الميناء القديم.", "شكرا على الدعوة، كان الطريق طويلا.", "متى بني هذا الميناء ومن بناه؟",
        "قال جدي إن ذلك كان قبل مئة عام.",
        "وهل ما زالت السفن تأتي؟", "تأتي سفينتان كل أسبوع في الصيف.", "وماذا تحملان في هذه الأيام؟",
        "الحبال والزيت وبعض الرسائل.",
        "ومن يقرأ الرسائل للناس؟", "أنا أقرؤها لهم في المساء.",
      ], colon: ": ", round: ("(", ")"), square: ("[", "]"), zero: 0x660, mark: ""),
    WorldEpisode(
      language: "French", names: ["Odile", "Bastien"],
      lines: [
        "Bonsoir à tous, nous voici au vieux phare de la pointe.", "Merci de m’avoir invité ; la route était longue.",
        "Depuis quand le phare est-il là ? Qui l’a bâti ?",
        "Mon aïeul disait : cent ans, et personne ne l’a contredit.",
        "Est-ce que la lampe brûle encore ?", "Tous les soirs, sauf quand le gardien l’oublie.",
        "Et les bateaux, ils reviennent ?",
        "Il en reste deux, la Mouette et le Soir.", "On les voit d’ici ?", "Par temps clair, oui, tous les deux.",
      ], colon: " : ", round: ("(", ")"), square: ("[", "]"), zero: 0x30, mark: ""),
    WorldEpisode(
      language: "Russian", names: ["Ведущая", "Пётр"],
      lines: [
        "Добрый вечер, мы сегодня на старой мельнице.", "Спасибо, что позвали, дорога была долгой.",
        "Когда построили мельницу и кто её строил?",
        "Дед говорил, что сто лет назад, но никто этого не записал.", "А колесо ещё крутится?",
        "Только весной, когда в реке много воды.", "Что вы теперь мелете?",
        "Пшеницу, а иногда и перец для соседей.", "И кто будет после вас?", "Моя дочь, она уже всё умеет.",
      ], colon: ": ", round: ("(", ")"), square: ("[", "]"), zero: 0x30, mark: ""),
  ]
}
