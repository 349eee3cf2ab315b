extension Rule {
  /// Where the project can be read about.
  public static let home = "https://github.com/tapescript/tapescript"

  /// The address of a rule's page.
  public static func page(of id: String) -> String { "\(home)/blob/main/docs/rules/\(id).md" }
}
