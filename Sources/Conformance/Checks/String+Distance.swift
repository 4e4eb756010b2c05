extension String {
    /// How many characters must be inserted, removed or replaced to turn one text into the other.
    func distance(to other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (index, character) in enumerated() {
            var previous = row[0]
            row[0] = index + 1
            for column in other.indices {
                let replaced = previous + (character == other[column] ? 0 : 1)
                previous = row[column + 1]
                row[column + 1] = Swift.min(replaced, previous + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
