import LSP

/// What a request to the client is for, so that its answer can be used.
enum Question {
  /// The answer only confirms the request.
  case nothing
  case settings
  /// Whether the progress of a job is shown.
  case progress(job: Int)
  /// Whether an edit was made.
  ///
  /// - Parameters:
  ///   - label: what it does, for people.
  ///   - shows: the document that is to be shown when it is made.
  case edit(label: String, shows: DocumentURI?)
  /// Whether something was opened.
  case document(DocumentURI)
  /// By how much times are to move.
  case shift(TimeChoice)
}

/// Likely lengths by which times may move, from which the user chooses one.
struct TimeChoice {
  let uri: DocumentURI
  /// The state of the text for which they were offered.
  let version: DocumentVersion?
  /// From where on, in bytes of the text.
  let offset: Int
  /// By the titles of the buttons, in milliseconds.
  let lengths: [(title: String, length: Int)]
}
