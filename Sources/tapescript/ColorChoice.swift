import ArgumentParser

/// When colours are used: `auto` means on a terminal.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
