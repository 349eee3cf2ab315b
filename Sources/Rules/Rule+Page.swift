extension Rule {
  /// The address of the project.
  public static let home = "https://github.com/tapescript/tapescript"

  /// The address of a rule's page.
  public static func page(of id: String) -> String { "\(home)/blob/main/docs/rules/\(id).md" }
}
