/// A moment as `2026-07-28T10:00:00Z`, with a fraction or an offset, as RFC 3339 has it.
package struct ISODate: Sendable, Hashable {
    /// Since 1970; a fraction is cut off.
    package let seconds: Int64

    /// Nil for a text that is no such date, or one before 1970.
    package init?(_ text: String) {
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == "t" || $0 == " " }
        guard parts.count == 2 else { return nil }
        let date = parts[0].split(separator: "-").compactMap { Int64($0) }
        guard date.count == 3, (1_970...9_999).contains(date[0]), (1...12).contains(date[1]),
            (1...31).contains(date[2])
        else { return nil }
        var rest = parts[1]
        var offset: Int64 = 0
        if let zone = rest.lastIndex(where: { "+-".contains($0) }) {
            let numbers = rest[rest.index(after: zone)...].split(separator: ":").compactMap { Int64($0) }
            let minutes = numbers.count == 2 ? numbers[0] * 60 + numbers[1] : (numbers.first ?? 0) / 100 * 60
            offset = (rest[zone] == "-" ? -1 : 1) * minutes * 60
            rest = rest[..<zone]
        }
        let clock = rest.prefix { $0 != "." && $0 != "Z" && $0 != "z" }
        guard let time = CivilDate.seconds(ofDay: clock) else { return nil }
        seconds = CivilDate.days(year: date[0], month: date[1], day: date[2]) * 86_400 + time - offset
    }
}
