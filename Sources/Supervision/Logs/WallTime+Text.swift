import Glibc
package import Store

extension WallTime {
    /// As RFC 3339 has it, in UTC, with milliseconds.
    package var text: String {
        var seconds = time_t(milliseconds.quotientAndRemainder(dividingBy: 1_000).quotient)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func digits(_ number: Int32, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        return "\(digits(parts.tm_year + 1_900, 4))-\(digits(parts.tm_mon + 1, 2))-\(digits(parts.tm_mday, 2))T"
            + "\(digits(parts.tm_hour, 2)):\(digits(parts.tm_min, 2)):\(digits(parts.tm_sec, 2))"
            + ".\(digits(Int32(max(0, milliseconds % 1_000)), 3))Z"
    }
}
