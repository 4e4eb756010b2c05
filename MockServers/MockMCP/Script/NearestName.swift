/// Finds what somebody probably meant.
enum NearestName {
    /// The known name with the fewest letters to change, unless it is nothing like it.
    static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let candidates = known.map { (name: $0, distance: distance(name, $0)) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
        let longest = max(name.count, best.name.count)
        let isPart = name.count >= 3 && best.name.contains(name)
        return best.distance * 2 <= longest || isPart ? best.name : candidates.first { $0.name.contains(name) }?.name
    }

    /// How many letters have to be changed, put in or taken out.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let above = row[column + 1]
                row[column + 1] = min(row[column] + 1, above + 1, diagonal + (letter == right[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
