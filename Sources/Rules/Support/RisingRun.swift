/// The longest non-decreasing runs of a sequence, and what lies outside them.
struct RisingRun {
  struct Blame {
    var index: Int
    /// Whether the element lies outside every longest run.
    var isCertain: Bool
    /// The element that may as well be the wrong one.
    var other: Int?
  }

  /// One blame for each element that must go, so that the rest rises.
  let blamed: [Blame]

  init(_ values: [Int32]) {
    let ending = Self.longestEnding(values)
    let beginning = Self.longestEnding(values.reversed().map { -$0 }).reversed() as [Int]
    let length = ending.max() ?? 0
    // An element lies on some longest run when the run that ends and the run that begins with it make one of full length.
    let isOnSome = values.indices.map { ending[$0] + beginning[$0] - 1 == length }
    var onLevel = Array(repeating: 0, count: length + 1)
    for index in values.indices where isOnSome[index] { onLevel[ending[index]] += 1 }

    // One longest run, chosen from the end: of several that could stand in a place, the last one. Values later in the
    // text then keep their place and an earlier one is blamed, as a reader would who meets it first.
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
      // The shortest run whose last value is greater is the one that this value makes better.
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
