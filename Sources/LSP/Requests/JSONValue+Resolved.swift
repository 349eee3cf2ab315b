import JSON

extension JSONValue {
  /// Writes an object that a client sent back, with one of its members made anew. A client may have put more into the object
  /// than the server sent, so everything else stays.
  func write(to writer: inout JSONWriter, with name: String, _ write: (inout JSONWriter) -> Void) {
    writer.object {
      for member in members ?? [] where member.name != name {
        $0.name(escaping: member.name)
        member.value.write(to: &$0)
      }
      $0.name(escaping: name)
      write(&$0)
    }
  }
}
