import JSON

extension ToolHeader {
    /// The largest whole number that every JavaScript peer keeps exactly, and its negative.
    private static let safeIntegers: ClosedRange<Int64> = -(1 << 53) + 1...(1 << 53) - 1

    /// The argument this header repeats; nil when it is absent or null.
    func argument(in arguments: JSONValue?) -> JSONValue? {
        var value = arguments
        for name in path { value = value?[name] }
        return value == .null ? nil : value
    }

    /// The argument as text; nil for one that cannot be in a header, which the tool would refuse anyway.
    func text(of argument: JSONValue) -> String? {
        switch argument {
        case .string(let text): text
        case .bool(let bool): bool ? "true" : "false"
        case .number(let number):
            number.int64.flatMap { Self.safeIntegers.contains($0) ? String($0) : nil }
        case .null, .array, .object: nil
        }
    }

    /// Whether the decoded text of a header says the same as the argument in the body; integers as numbers.
    func matches(_ header: String, _ argument: JSONValue) -> Bool {
        if kind == .integer, case .number(let number) = argument {
            guard case .number(let said) = try? JSONValue(parsing: header) else { return false }
            return said == number
        }
        return text(of: argument) == header
    }
}
