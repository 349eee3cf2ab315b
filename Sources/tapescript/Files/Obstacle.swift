import Files

/// Why a file cannot be replaced by a new one; nil where it can: its other names would go on standing for the old one.
func obstacle(toReplacing path: String) -> String? {
  guard let names = (try? FileStatus(path))?.names, names > 1 else { return nil }
  return "it has \(names) names (hard links), which would become different files"
}
