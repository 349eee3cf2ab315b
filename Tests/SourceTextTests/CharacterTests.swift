import SourceText
import Testing

struct CharacterTests {
  @Test("White is what Unicode calls so, also before marks and in pairs")
  func white() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for character in [Character(scalar), "\(scalar)\u{301}".first ?? "a"] {
        #expect(character.isWhite == character.isWhitespace, "\(value)")
      }
    }
    #expect(Character("\r\n").isWhite)
  }
}
