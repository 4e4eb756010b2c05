import JSON

/// Everything that was said in a contact, read once.
struct Said: Sendable {
    let body: AnswerBody
    let report: ErrorBody
    /// All that is about the answer: messages, texts, the body of the response.
    let text: String
    /// The last lines of standard error.
    let errors: String

    private static let errorLineLimit = 15

    init(_ facts: ContactFacts) {
        let http = facts.http ?? facts.sighting.http
        switch facts.sighting {
        case .toolResult(let answer):
            body = AnswerBody(structured: answer.structured, texts: answer.texts)
        case .rpcError(_, _, let data?) where facts.sighting.http != nil:
            body = AnswerBody(structured: data["body"], texts: [http?.body].compactMap(\.self))
        case .rpcError(_, let message, let data):
            body = AnswerBody(structured: data, texts: [message] + [http?.body].compactMap(\.self))
        case .notMCP(let words), .spawnFailed(let words), .unreachable(_, let words), .closed(let words):
            body = AnswerBody(texts: [words, http?.body ?? ""])
        default:
            body = AnswerBody(texts: [http?.body].compactMap(\.self))
        }
        report = ErrorBody(body.values)
        text = body.text
        errors = facts.errorLines.suffix(Self.errorLineLimit).joined(separator: "\n")
    }

    /// What evidence quotes: the answer, or else the end of standard error.
    var excerpt: String {
        let answer = text.trimmed
        if !answer.isEmpty { return String(answer.prefix(4_000)) }
        let lines = errors.split(whereSeparator: \.isNewline)
        return String(lines.suffix(3).joined(separator: "\n").suffix(4_000))
    }
}

extension Sighting {
    /// The HTTP response that is behind it: its own, or the one that a bridge from HTTP to pipes put into an error's data.
    var http: HTTPFacts? {
        switch self {
        case .httpStatus(let http): http
        case .rpcError(_, _, let data?): HTTPFacts(bridged: data)
        default: nil
        }
    }
}

extension HTTPFacts {
    /// Reads `httpStatus`, `headers` and `body` of an error's data; nil when there is no status.
    fileprivate init?(bridged data: JSONValue) {
        guard let status = data["httpStatus"]?.intValue, (100...599).contains(status) else { return nil }
        let fields = (data["headers"]?.objectValue ?? [:]).compactMap { field in
            field.value.stringValue.map { (field.key, $0) }
        }
        let body = data["body"].map { $0.stringValue ?? $0.text() } ?? ""
        self.init(status: status, fields: fields, body: body)
    }
}
