/// Reads the dates that headers hold, as seconds since 1970 in UTC: HTTP dates in their three forms, and ISO 8601.
enum DateText {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Nil for anything that is no such date.
    static func secondsSince1970(_ text: String) -> Int64? {
        iso(text) ?? http(text)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`.
    private static func http(_ text: String) -> Int64? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        guard let place = words.firstIndex(where: { months.contains($0.lowercased()) }),
            let month = months.firstIndex(of: words[place].lowercased()),
            let clock = words.first(where: { $0.contains(":") }).flatMap(clockSeconds)
        else { return nil }
        let numbers = words.filter { !$0.contains(":") }.compactMap { Int64($0) }
        guard numbers.count == 2, let day = numbers.first, let year = numbers.last else { return nil }
        let fullYear = year < 70 ? year + 2_000 : year < 100 ? year + 1_900 : year
        return seconds(year: fullYear, month: Int64(month + 1), day: day, clock: clock)
    }

    /// `2026-07-28T10:00:00Z`, with a fraction or an offset.
    private static func iso(_ text: String) -> Int64? {
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
        guard parts.count == 2 else { return nil }
        let date = parts[0].split(separator: "-").compactMap { Int64($0) }
        guard date.count == 3, date[0] >= 1970 else { return nil }
        var rest = parts[1]
        var offset: Int64 = 0
        if let zone = rest.lastIndex(where: { "+-".contains($0) }) {
            let numbers = rest[rest.index(after: zone)...].split(separator: ":").compactMap { Int64($0) }
            let minutes = numbers.count == 2 ? numbers[0] * 60 + numbers[1] : (numbers.first ?? 0) / 100 * 60
            offset = (rest[zone] == "-" ? -1 : 1) * minutes * 60
            rest = rest[..<zone]
        }
        rest = rest.prefix { $0 != "." && $0 != "Z" && $0 != "z" }
        guard let clock = clockSeconds(String(rest)) else { return nil }
        return seconds(year: date[0], month: date[1], day: date[2], clock: clock).map { $0 - offset }
    }

    private static func clockSeconds(_ text: String) -> Int64? {
        let numbers = text.split(separator: ":").compactMap { Int64($0) }
        guard numbers.count == 3, (0..<24).contains(numbers[0]), (0..<60).contains(numbers[1]),
            (0...60).contains(numbers[2])
        else { return nil }
        return numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    }

    private static func seconds(year: Int64, month: Int64, day: Int64, clock: Int64) -> Int64? {
        guard (1...12).contains(month), (1...31).contains(day), (1970...9_999).contains(year) else { return nil }
        // Years begin in March here, so that the leap day comes last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era * 146_097 + dayOfEra - 719_468) * 86_400 + clock
    }
}
