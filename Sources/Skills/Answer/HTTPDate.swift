/// The date in a header, in each of the three forms of RFC 9110.
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// Seconds since 1970; nil for anything that is no such date.
    static func seconds(_ text: String) -> Int64? {
        let words = text.lowercased().split { " ,-".contains($0) }.map(String.init)
        // Sun, 06 Nov 1994 08:49:37 GMT · Sunday, 06-Nov-94 08:49:37 GMT · Sun Nov  6 08:49:37 1994
        switch words.count {
        case 6 where words[5] == "gmt" || words[5] == "utc": return seconds(words[1], words[2], words[3], words[4])
        case 5: return seconds(words[2], words[1], words[4], words[3])
        default: return nil
        }
    }

    private static func seconds(_ day: String, _ month: String, _ year: String, _ time: String) -> Int64? {
        let parts = time.split(separator: ":").map { Int64($0) ?? -1 }
        guard let day = Int64(day), let month = months.firstIndex(of: month), var year = Int64(year), year >= 0,
            year < 10_000, parts.count == 3, (1...31).contains(day), (0...23).contains(parts[0]),
            (0...59).contains(parts[1]), (0...60).contains(parts[2])
        else { return nil }
        // Two digits: no header is about the years before 1970.
        if year < 100 { year += year < 70 ? 2_000 : 1_900 }
        let days = daysSince1970(year, Int64(month) + 1, day)
        return days * 86_400 + parts[0] * 3_600 + parts[1] * 60 + parts[2]
    }

    /// Counts years from March, so that the leap day is the last one.
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
