package import JSON

/// What correlates a response with its request: a whole number or a string, echoed exactly.
package enum RequestID: Sendable, Hashable {
    case integer(Int64)
    case string(String)

    /// Reads an id; nil for null, fractions, booleans, arrays, objects and numbers beyond 64 bits.
    package init?(_ value: JSONValue) {
        switch value {
        case .string(let text):
            self = .string(text)
        case .number(let number):
            guard let integer = number.int64 else { return nil }
            self = .integer(integer)
        default:
            return nil
        }
    }

    func write(to bytes: inout [UInt8]) {
        switch self {
        case .integer(let number): bytes.append(contentsOf: String(number).utf8)
        case .string(let text): bytes.append(contentsOf: JSONValue.string(text).utf8())
        }
    }

    /// The id as it stands in a message.
    package var json: JSONValue {
        switch self {
        case .integer(let number): .number(JSONNumber(number))
        case .string(let text): .string(text)
        }
    }
}

extension RequestID: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }

    package init(stringLiteral value: String) { self = .string(value) }

    /// JSON text, so that 1 and "1" can be told apart in a report.
    package var description: String { json.text() }
}
