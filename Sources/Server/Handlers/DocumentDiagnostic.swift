import JSON
import LSP

/// Source: LSP 3.18, `textDocument/diagnostic`.
extension Session {
  mutating func diagnostic(_ json: JSONValue) throws(InvalidParams) -> Answer {
    let params = try DocumentDiagnosticParams(json)
    if pen?.uri == params.uri {
      pen?.isAsked = true
    } else if let pen, documents[params.uri]?.neighbours.concerns(pen.uri.path) ?? false {
      heedConfiguration(params.uri)
    }
    let items = diagnostics(of: params.uri)
    var list = JSONWriter()
    list.array { for item in items { item.write(to: &$0) } }
    let resultID = Fingerprint.hexadecimal(list.bytes)
    let isUnchanged = resultID == params.previousResultID
    return {
      $0.object {
        $0.member("kind", isUnchanged ? "unchanged" : "full")
        $0.member("resultId", resultID)
        if !isUnchanged { $0.member("items") { $0.value(json: list.bytes) } }
      }
    }
  }
}

/// Makes an id from the content of an answer, so that the same answer has the same id in every session.
enum Fingerprint {
  /// A 64-bit hash after FNV-1a that takes eight bytes at a time. Multiplication carries bits only upwards, so the hash
  /// is also rotated.
  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash = hash << 29 | hash >> 35
    }
    bytes.withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= bytes.count {
        mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
        at += 8
      }
      for byte in bytes[at...] { mix(UInt64(byte)) }
    }
    return String(hash, radix: 16)
  }
}
