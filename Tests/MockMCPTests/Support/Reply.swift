import JSON
import MockMCP

/// What a mock did in one go.
struct Reply {
    let effects: [MockEffect]

    /// The bytes on stdout, put together.
    var bytes: [UInt8] {
        output(.standardOutput)
    }

    /// The bytes on stderr, put together.
    var log: String {
        String(decoding: output(.standardError), as: UTF8.self)
    }

    /// The lines on stdout.
    var lines: [String] {
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// The lines on stdout that are JSON.
    var messages: [JSONValue] {
        lines.compactMap { try? JSONValue(parsing: $0) }
    }

    /// The only message; null when there is none or more than one.
    var message: JSONValue {
        messages.count == 1 ? messages[0] : .null
    }

    /// The names in a tool list.
    var toolNames: [String] {
        (message["result"]?["tools"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    }

    /// How the mock ended; nil when it lives.
    var exit: MockExit? {
        effects.compactMap { effect -> MockExit? in
            guard case .exit(let exit) = effect else { return nil }
            return exit
        }.first
    }

    private func output(_ wanted: MockStream) -> [UInt8] {
        effects.flatMap { effect -> [UInt8] in
            switch effect {
            case .write(let bytes, to: wanted): bytes
            case .fill(let bytes, let times, to: wanted): Array(repeatElement(bytes, count: times).joined())
            default: []
            }
        }
    }
}
