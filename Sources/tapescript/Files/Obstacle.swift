import Files

/// Why a file cannot be replaced by a new one; nil if it can. A file with several hard links would keep its old content
/// under the other names.
func obstacle(toReplacing path: String) -> String? {
  guard let names = (try? FileStatus(path))?.names, names > 1 else { return nil }
  return "it has \(names) names (hard links), which would become different files"
}
