/// Dates, times and durations as RFC 3339 writes them.
enum DateTimeSyntax {
    static func isDate(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return date(&reader) && reader.isAtEnd
    }

    static func isTime(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return time(&reader) && reader.isAtEnd
    }

    static func isDateTime(_ text: String) -> Bool {
        var reader = ByteReader(text)
        return date(&reader) && reader.take("T", "t") && time(&reader) && reader.isAtEnd
    }

    private static func date(_ reader: inout ByteReader) -> Bool {
        guard let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
            let day = reader.digits(2), (1...12).contains(month)
        else { return false }
        let isLeapYear = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
        let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    private static func time(_ reader: inout ByteReader) -> Bool {
        guard let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2), reader.take(":"),
            let second = reader.digits(2), hour < 24, minute < 60, second <= 60
        else { return false }
        if reader.take(".") {
            guard !reader.takeAll(while: \.isDigit).isEmpty else { return false }
        }
        guard let offset = offset(&reader) else { return false }
        guard second == 60 else { return true }
        // A leap second is the last one of a day in UTC.
        let utc = (hour * 60 + minute - offset + 2 * 1_440) % 1_440
        return utc == 1_439
    }

    /// Minutes east of UTC; nil when there is no valid offset.
    private static func offset(_ reader: inout ByteReader) -> Int? {
        if reader.take("Z", "z") { return 0 }
        let isNegative = reader.next == UInt8(ascii: "-")
        guard reader.take("+", "-"), let hours = reader.digits(2), reader.take(":"), let minutes = reader.digits(2),
            hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isNegative ? -1 : 1)
    }

    /// RFC 3339, appendix A: units in order and without gaps, weeks alone.
    static func isDuration(_ text: String) -> Bool {
        var reader = ByteReader(text)
        guard reader.take("P"), !reader.isAtEnd else { return false }
        guard let date = units(&reader, of: "YMWD") else { return false }
        guard ["", "Y", "YM", "YMD", "M", "MD", "D", "W"].contains(date) else { return false }
        guard reader.take("T") else { return reader.isAtEnd && !date.isEmpty }
        guard date != "W", let time = units(&reader, of: "HMS") else { return false }
        return reader.isAtEnd && ["H", "HM", "HMS", "M", "MS", "S"].contains(time)
    }

    /// The units of the numbers that follow; nil when a number has none of these units.
    private static func units(_ reader: inout ByteReader, of known: StaticString) -> String? {
        var found = ""
        while !reader.takeAll(while: \.isDigit).isEmpty {
            guard let unit = reader.next, unit.isOne(of: known) else { return nil }
            found.unicodeScalars.append(Unicode.Scalar(unit))
            _ = reader.take(Unicode.Scalar(unit))
        }
        return found
    }
}
