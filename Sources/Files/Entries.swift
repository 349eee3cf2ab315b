import Platform

/// The names in a directory, sorted.
public func entries(of directory: String) throws(Failure) -> [String] {
  guard let stream = opendir(directory) else { throw Failure(ofSystemAt: directory) }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}
