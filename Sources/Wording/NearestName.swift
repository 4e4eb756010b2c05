/// Finds what somebody probably meant.
package enum NearestName {
    /// The shortest known name that begins like it, or the one with the fewest letters to change; nil when none is near.
    package static func of(_ name: String, among known: some Sequence<String>) -> String? {
        guard name.count > 1 else { return nil }
        let longer = name.count > 2 ? known.filter { $0.hasPrefix(name) } : []
        if let begun = longer.min(by: { $0.count < $1.count }) { return begun }
        let candidates = known.map { (name: $0, distance: distance(name, $0)) }
        guard let best = candidates.min(by: { $0.distance < $1.distance }),
            best.distance * 2 <= max(name.count, best.name.count)
        else { return nil }
        return best.name
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
