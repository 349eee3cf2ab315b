import Files

extension Git {
  /// Whether files that were committed or staged are gone from the working tree. They may have been moved.
  func hasMissingFiles() throws(Failure) -> Bool { try !run(["ls-files", "--deleted", "-z"]).isEmpty }

  /// The same repository, with some new files added, so that a patch can tell whether one of them is a renamed file.
  /// The files are added to a separate index outside the repository, and the repository itself stays as it is.
  ///
  /// - Parameter paths: from the top.
  func knowing(_ paths: [String]) throws(Failure) -> Git {
    let place = String(decoding: try run(["rev-parse", "--git-path", "index"]).filter { $0 >= 0x20 }, as: UTF8.self)
    let scratch = try ScratchFolder()
    var git = self
    git.environment.set("GIT_INDEX_FILE", try scratch.write(contents(join(top, place)) ?? [], as: "index"))
    git.scratch = scratch
    var adding = git
    adding.settings.append("core.splitIndex=false")
    // To add a file, git may write an empty object.
    adding.environment.set("GIT_OBJECT_DIRECTORY", scratch.path)
    // In portions that fit on a command line.
    for start in stride(from: 0, to: paths.count, by: 200) {
      let some = paths[start..<min(start + 200, paths.count)]
      _ = try adding.run(["--literal-pathspecs", "add", "--force", "--intent-to-add", "--"] + some)
    }
    return git
  }
}
