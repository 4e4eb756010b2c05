import JSON

/// Fills expressions about a call's arguments into an answer.
enum Template {
    /// The value with every expression in its strings replaced.
    static func value(_ template: JSONValue, _ arguments: JSONObject) -> JSONValue {
        switch template {
        case .string(let text):
            if let expression = whole(text) { return evaluate(expression, arguments) }
            return .string(self.text(text, arguments))
        case .array(let elements):
            return .array(elements.map { value($0, arguments) })
        case .object(let object):
            return .object(JSONObject(object.map { ($0.key, value($0.value, arguments)) }))
        case .null, .bool, .number:
            return template
        }
    }

    /// The text with every expression replaced by its text.
    static func text(_ template: String, _ arguments: JSONObject) -> String {
        var result = ""
        var rest = Substring(template)
        while let (start, expression, end) = nextExpression(in: rest) {
            result += rest[..<start]
            let value = evaluate(expression, arguments)
            result += value.stringValue ?? value.text()
            rest = rest[end...]
        }
        return result + rest
    }

    /// The expression that the text consists of; nil when there is anything beside it.
    private static func whole(_ text: String) -> Substring? {
        guard let (start, expression, end) = nextExpression(in: text[...]), start == text.startIndex,
            end == text.endIndex
        else { return nil }
        return expression
    }

    private static func nextExpression(
        in text: Substring
    ) -> (start: String.Index, expression: Substring, end: String.Index)? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix("{{") {
                let inner = text.index(start, offsetBy: 2)
                var end = inner
                while end < text.endIndex, !text[end...].hasPrefix("}}") { end = text.index(after: end) }
                guard end < text.endIndex else { return nil }
                return (start, text[inner..<end], text.index(end, offsetBy: 2))
            }
            start = text.index(after: start)
        }
        return nil
    }

    /// The value of an expression; null for a place that is not there.
    private static func evaluate(_ expression: Substring, _ arguments: JSONObject) -> JSONValue {
        let words = expression.split(separator: " ")
        guard let first = words.first else { return .null }
        switch first {
        case "arguments": return .object(arguments)
        case "sum": return sum(words.dropFirst().map { MessagePlace(String($0))?.value(in: .object(arguments)) })
        default: return MessagePlace(String(first))?.value(in: .object(arguments)) ?? .null
        }
    }

    private static func sum(_ values: [JSONValue?]) -> JSONValue {
        var whole = 0
        for value in values {
            guard let integer = value?.intValue, case let (sum, overflow) = whole.addingReportingOverflow(integer),
                !overflow
            else {
                return JSONNumber(values.reduce(0) { $0 + ($1?.doubleValue ?? 0) }).map { .number($0) } ?? .null
            }
            whole = sum
        }
        return .number(JSONNumber(whole))
    }
}
