/// A moment in one of the three forms that HTTP allows for dates.
///
/// See https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7.
struct HTTPDate: Sendable, Hashable {
    /// Since 1970.
    let seconds: Int64

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Nil for a text that is no date; the name of the weekday is not held against the date.
    init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        let isOldest = words.count == 5
        guard isOldest || (words.count == 6 && words[5] == "GMT") else { return nil }
        // Oldest: Sun Nov 6 08:49:37 1994. The others: Sun, 06 Nov 1994 08:49:37 GMT, with a year of two digits or four.
        let (month, day) = isOldest ? (words[1], words[2]) : (words[2], words[1])
        let (clock, year) = isOldest ? (words[3], words[4]) : (words[4], words[3])
        let time = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int64($0) }
        guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2],
            (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second),
            let number = Self.months.firstIndex(of: month), let day = Int64(day), (1...31).contains(day),
            let year = Self.year(year)
        else { return nil }
        seconds = Self.days(year, Int64(number) + 1, day) * 86_400 + hour * 3_600 + minute * 60 + second
    }

    private static func year(_ text: String) -> Int64? {
        guard let number = Int64(text), number >= 0 else { return nil }
        switch text.count {
        case 2: return number + (number < 70 ? 2_000 : 1_900)
        case 4: return number
        default: return nil
        }
    }

    /// Days since 1970, in years that begin in March, so that a leap day is the last one.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
