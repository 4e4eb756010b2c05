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
    var http: HTTPFacts? {
        if case .httpStatus(let http) = self { http } else { nil }
    }
}
