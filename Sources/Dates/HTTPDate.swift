/// A moment in one of the three forms that HTTP allows for dates.
///
/// See https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7.
package struct HTTPDate: Sendable, Hashable {
    /// Since 1970.
    package let seconds: Int64

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

    /// Takes seconds since 1970.
    package init(seconds: Int64) {
        self.seconds = seconds
    }

    /// Nil for a text that is no date; case, and the name of the weekday, are not held against it.
    package init?(_ text: String) {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        let isOldest = words.count == 5
        guard isOldest || (words.count == 6 && ["gmt", "utc"].contains(words[5].lowercased())) else { return nil }
        // Oldest: Sun Nov 6 08:49:37 1994. The others: Sun, 06 Nov 1994 08:49:37 GMT, with a year of two digits or four.
        let (month, day) = isOldest ? (words[1], words[2]) : (words[2], words[1])
        let (clock, year) = isOldest ? (words[3], words[4]) : (words[4], words[3])
        let name = month.prefix(1).uppercased() + month.dropFirst().lowercased()
        guard let time = CivilDate.seconds(ofDay: clock), let number = Self.months.firstIndex(of: name),
            let day = Int64(day), (1...31).contains(day), let year = Self.year(year)
        else { return nil }
        seconds = CivilDate.days(year: year, month: Int64(number) + 1, day: day) * 86_400 + time
    }

    /// The form that is to be sent: `Sun, 06 Nov 1994 08:49:37 GMT`.
    package var text: String {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        let time = seconds - days * 86_400
        let date = CivilDate.date(days: days)
        let weekday = Self.weekdays[Int(((days % 7) + 7) % 7)]
        let two = { (number: Int64) in number < 10 ? "0\(number)" : "\(number)" }
        let clock = [time / 3_600, time / 60 % 60, time % 60].map(two).joined(separator: ":")
        return "\(weekday), \(two(date.day)) \(Self.months[Int(date.month) - 1]) \(date.year) \(clock) GMT"
    }

    /// No header is about the years before 1970, so two digits are those that are nearest.
    private static func year(_ text: String) -> Int64? {
        guard let number = Int64(text), number >= 0 else { return nil }
        switch text.count {
        case 2: return number + (number < 70 ? 2_000 : 1_900)
        case 4: return number
        default: return nil
        }
    }
}
