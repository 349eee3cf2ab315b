/// The longest non-decreasing runs of a sequence, and what lies outside them.
struct RisingRun {
  struct Blame {
    var index: Int
    /// Whether the element lies outside every longest run.
    var isCertain: Bool
    /// The element that may be the wrong one instead.
    var other: Int?
  }

  /// One blame for each element that must be removed so that the others rise.
  let blamed: [Blame]

  init(_ values: [Int32]) {
    let ending = Self.longestEnding(values)
    let beginning = Self.longestEnding(values.reversed().map { -$0 }).reversed() as [Int]
    let length = ending.max() ?? 0
    // An element is part of a longest run if the runs that end and begin with it together have the full length.
    let isOnSome = values.indices.map { ending[$0] + beginning[$0] - 1 == length }
    var onLevel = Array(repeating: 0, count: length + 1)
    for index in values.indices where isOnSome[index] { onLevel[ending[index]] += 1 }

    // One of the longest runs, chosen from the end: if several elements could stand in a place, the last of them is
    // taken. So values later in the text keep their place, and an earlier one is blamed, which a reader would notice
    // first.
    var chosen = Array(repeating: false, count: values.count)
    var takenBy = Array(repeating: 0, count: length + 1)
    var level = length
    var limit = Int32.max
    for index in values.indices.reversed()
    where level > 0 && isOnSome[index] && ending[index] == level && values[index] <= limit {
      chosen[index] = true
      takenBy[level] = index
      limit = values[index]
      level -= 1
    }
    blamed = values.indices.filter { !chosen[$0] }.map { index in
      let isCertain = !isOnSome[index]
      return Blame(index: index, isCertain: isCertain, other: isCertain ? nil : takenBy[ending[index]])
    }
  }

  /// The length of the longest non-decreasing run that ends with each element.
  private static func longestEnding(_ values: [Int32]) -> [Int] {
    var tails: [Int32] = []
    return values.map { value in
      // Finds the shortest run whose last value is greater; with this value as its last one, it is easier to continue.
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if tails[middle] > value { high = middle } else { low = middle + 1 }
      }
      if low == tails.count { tails.append(value) } else { tails[low] = value }
      return low + 1
    }
  }
}
