import JSON
import TOMLKit

/// Changes one table of a file in TOML, and not a byte of the rest.
package struct TOMLEdit {
    private let text: String
    private let before: JSONValue

    /// Reads the file; an empty one is fine.
    package init(_ bytes: [UInt8]) throws(ClientFileFault) {
        text = String(decoding: bytes, as: UTF8.self)
        before = try TOMLReading.value(of: bytes)
    }

    /// The file with a table at its end, or in the place of the one with its name.
    package func setting(_ path: [String], to lines: [String]) throws(ClientFileFault) -> [UInt8] {
        let table = ["[\(path.map(Self.key).joined(separator: "."))]"] + lines
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if let range = TOMLOutline(rows).rows(of: path) {
            rows.replaceSubrange(range, with: table)
        } else {
            while rows.last?.isEmpty == true { rows.removeLast() }
            rows += (rows.isEmpty ? [] : [""]) + table + [""]
        }
        return try checked(rows, path)
    }

    /// The file without a table and those below it; as it is where there is no such table.
    package func removing(_ path: [String]) throws(ClientFileFault) -> [UInt8] {
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let range = TOMLOutline(rows).rows(of: path) else { return Array(text.utf8) }
        rows.removeSubrange(range)
        // The empty line that stood before it goes with it.
        if range.lowerBound > 0, rows[range.lowerBound - 1].isEmpty, rows.count > 1 {
            rows.remove(at: range.lowerBound - 1)
        }
        return try checked(rows, path)
    }

    private func checked(_ rows: [String], _ path: [String]) throws(ClientFileFault) -> [UInt8] {
        let bytes = Array(rows.joined(separator: "\n").utf8)
        guard let after = try? TOMLReading.value(of: bytes), after.without(path[...]) == before.without(path[...])
        else {
            throw ClientFileFault("is written in a way that cannot be changed safely: change it by hand")
        }
        return bytes
    }

    /// A key as it may stand in a table's name.
    static func key(_ name: String) -> String {
        let isBare = !name.isEmpty && name.unicodeScalars.allSatisfy(\.isWordScalar)
        return isBare ? name : quoted(name)
    }

    /// A text in double quotes.
    package static func quoted(_ text: String) -> String {
        let inner = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\t": "\\t"
            case "\r": "\\r"
            default:
                scalar.value < 0x20 || scalar.value == 0x7F
                    ? "\\u" + String(repeating: "0", count: scalar.value < 0x10 ? 3 : 2)
                        + String(scalar.value, radix: 16) : String(scalar)
            }
        }
        return "\"" + inner.joined() + "\""
    }
}
