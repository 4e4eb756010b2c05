/// Tells whether a URI can come from a template of RFC 6570, without working out the values.
///
/// A plain variable stands for anything without a slash, one with an operator for anything at all: enough to find out
/// which integration to ask, which then decides itself.
struct ResourceTemplatePattern: Sendable, Hashable {
    private enum Part: Hashable {
        case text([UInt8])
        case segment
        case anything
    }

    private var parts: [Part] = []

    init(_ template: String) {
        var rest = Array(template.utf8)[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "{")),
            let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            if open > rest.startIndex { parts.append(.text(Array(rest[..<open]))) }
            let first = rest[rest.index(after: open)]
            let isPlain = first != UInt8(ascii: "}") && !"+#./;?&".utf8.contains(first)
            parts.append(isPlain ? .segment : .anything)
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(Array(rest))) }
    }

    func matches(_ uri: String) -> Bool {
        let bytes = Array(uri.utf8)
        // The ends in the URI that the parts until now can reach: so many at most, whatever the template is.
        var ends: Set<Int> = [0]
        for part in parts {
            switch part {
            case .text(let text):
                ends = Set(ends.filter { bytes[$0...].starts(with: text) }.map { $0 + text.count })
            case .segment, .anything:
                ends = reached(from: ends, in: bytes, stopsAtSlash: part == .segment)
            }
            if ends.isEmpty { return false }
        }
        return ends.contains(bytes.count)
    }

    private func reached(from starts: Set<Int>, in bytes: [UInt8], stopsAtSlash: Bool) -> Set<Int> {
        var ends: Set<Int> = stopsAtSlash ? [] : starts
        for start in starts.sorted() {
            var place = start
            while place < bytes.count, !stopsAtSlash || bytes[place] != UInt8(ascii: "/") {
                place += 1
                guard ends.insert(place).inserted else { break }
            }
        }
        return ends
    }
}
