import CYaml

/// What libyaml says of a text: the reader of YAML behind Yams, PyYAML and most site generators.
///
/// It accepts a text when its parser comes to the end of one document and every reference has a value above it, which is
/// what composing a tree of nodes needs. What the nodes mean is not asked: a key that stands twice is accepted.
enum LibYAML {
  /// Why and in which line, from 0, a text is refused; nil where it is accepted.
  static func refusal(of bytes: [UInt8]) -> (problem: String, line: Int)? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return ("no memory", 0) }
    defer { yaml_parser_delete(&parser) }
    return bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var documents = 0
      var anchors: Set<String> = []
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          return (parser.problem.map { String(cString: $0) } ?? "", Int(parser.problem_mark.line))
        }
        defer { yaml_event_delete(&event) }
        let line = Int(event.start_mark.line)
        switch event.type {
        case YAML_STREAM_END_EVENT: return nil
        case YAML_DOCUMENT_START_EVENT:
          documents += 1
          if documents > 1 { return ("a second document", line) }
        case YAML_ALIAS_EVENT:
          if let name = string(event.data.alias.anchor), !anchors.contains(name) { return ("undefined alias", line) }
        case YAML_SCALAR_EVENT: if let name = string(event.data.scalar.anchor) { anchors.insert(name) }
        case YAML_SEQUENCE_START_EVENT: if let name = string(event.data.sequence_start.anchor) { anchors.insert(name) }
        case YAML_MAPPING_START_EVENT: if let name = string(event.data.mapping_start.anchor) { anchors.insert(name) }
        default: break
        }
      }
    }
  }

  private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }
}
