import JSON
import MCP

extension Check {
    static let answered = Check(
        "WIRE-ANSWERED",
        "Every request is answered",
        requirement: "Each request gets an answer, a result or an error, as long as it was not cancelled.",
        reason: "A request without an answer hangs an agent until somebody's time limit ends it.",
        method: "All requests after the handshake are waited for until the time limit of the run.",
        twin: "A server that drops requests for unknown methods, or stops in the middle.",
        rules: [.always(.must, .jsonRPC("response_object"))],
        steps: Step.spoken
    ) { record in
        record.opened { _ in
            // A subscription has no answer before it ends, and we end it.
            let asked = record.exchanges.filter { $0.key != .listen }.values
            let all = asked + record.listings.values.flatMap(\.pages)
            let open = all.filter(\.isOpen).min { $0.id.text() < $1.id.text() }
            guard let open else {
                return .passed
            }
            let how =
                if case .serverEnded = open.outcome { record.ending?.story ?? open.summary } else { open.summary }
            return .failed(expected: "an answer to \(open.method)", actual: how)
        }
    }

    static let idEcho = Check(
        "WIRE-ID-ECHO",
        "Answers carry the id of their request",
        requirement: "An answer has the same id as its request, of the same type; no other ids are answered.",
        reason: "The id is all that connects an answer with its request: \"1\" instead of 1 reaches nobody.",
        method: "Requests are sent with numbers and with a string as ids; every answer's id is looked up among them.",
        twin: "A server that turns ids into strings, or answers under an id of its own.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.november2024,
                .must,
                .specification("basic/messages#responses")
            ),
            CheckRule(
                ProtocolRevision.march2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/index#responses")
            ),
            .modern(.must, .specification("basic/index#responses")),
        ],
        steps: Step.spoken
    ) { record in
        record.spoken { _ in
            let asked = record.askedIDs
            for message in record.serverMessages where message.isAnswer {
                let ids = asked[message.line.process] ?? []
                guard let id = message.id, !id.isNull else {
                    return .failed(expected: "the id of a request", actual: "no id", message: message.excerpt)
                }
                guard ids.contains(id) else {
                    let known = ids.contains { $0.looseText == id.looseText }
                    return .failed(
                        expected: known ? "the id with its type unchanged" : "an id that we asked under",
                        actual: id.text(),
                        message: message.excerpt
                    )
                }
            }
            return .passed
        }
    }

    static let answeredOnce = Check(
        "WIRE-ANSWERED-ONCE",
        "No request is answered twice",
        requirement: "A request gets one answer.",
        reason: "A second answer may be taken for that of another request, or end the session.",
        method: "The ids of all answers are counted.",
        twin: "A server that sends an answer again.",
        rules: [.always(.must, .jsonRPC("response_object"))],
        steps: Step.spoken
    ) { record in
        record.spoken { _ in
            var seen: Set<[JSONValue]> = []
            let second = record.serverMessages.first { message in
                guard message.isAnswer, let id = message.id, !id.isNull else {
                    return false
                }
                return !seen.insert([.number(JSONNumber(Int64(message.line.process))), id]).inserted
            }
            return second.map {
                .failed(
                    expected: "one answer to each request",
                    actual: "another answer under \($0.id?.text() ?? "")",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }
}

extension SessionRecord {
    /// The ids of our requests, by process.
    fileprivate var askedIDs: [Int: Set<JSONValue>] {
        clientMessages.reduce(into: [:]) { ids, message in
            if message.method != nil, let id = message.id {
                ids[message.line.process, default: []].insert(id)
            }
        }
    }
}

extension Exchange {
    fileprivate var isOpen: Bool {
        switch outcome {
        case .unanswered, .serverEnded, .lost: true
        case .result, .error, .notSent: false
        }
    }
}

extension JSONValue {
    /// The same for 1 and "1".
    fileprivate var looseText: String {
        stringValue ?? text()
    }
}
