import JSON
import MCP

extension Check {
    static let jsonRPCVersion = Check(
        "WIRE-JSONRPC-VERSION",
        "Every message says jsonrpc 2.0",
        requirement: "Each message has the member jsonrpc with the string \"2.0\".",
        reason: "Clients tell messages from other output by it, and drop what lacks it.",
        method: "The member is read in every message.",
        twin: "A server that leaves the member out, or writes the number 2.",
        rules: [
            .legacy(.must, .specification("basic/index#messages")),
            .modern(.must, .specification("basic/index#messages")),
        ],
        steps: Step.spoken
    ) { record in
        record.spoken { _ in
            let wrong = record.serverMessages.first { $0.object["jsonrpc"] != "2.0" }
            return wrong.map {
                .failed(
                    expected: "jsonrpc \"2.0\"",
                    actual: $0.object["jsonrpc"]?.text() ?? "no jsonrpc",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }

    static let noBatch = Check(
        "WIRE-NO-BATCH",
        "Messages come one at a time",
        requirement: "A line holds one message. Only revision 2025-03-26 has arrays of messages.",
        reason: "Clients of every other revision take an array for a broken message.",
        method: "Every line of standard output is looked at.",
        twin: "A server that wraps its answers in arrays.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.november2024,
                .must,
                .specification("basic/transports#stdio")
            ),
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/transports#stdio")
            ),
            .modern(.must, .specification("basic/transports/stdio")),
        ],
        steps: Step.spoken
    ) { record in
        record.spoken { _ in
            let batch = record.serverMessages.first(where: \.isInBatch)
            return batch.map {
                .failed(expected: "one message in a line", actual: "an array of messages", message: $0.line.excerpt)
            } ?? .passed
        }
    }

    static let answerShape = Check(
        "WIRE-ANSWER-SHAPE",
        "An answer is either a result or an error",
        requirement: """
            An answer has exactly one of result and error; an error has a code that is an integer and a message that \
            is text.
            """,
        reason: "With both, with neither, or with a code that is no number, clients cannot tell success from failure.",
        method: "Every message that is no request and no notification is read member by member.",
        twin: "A server that sends error: null beside its result, or an error without a code.",
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
            let wrong = record.serverMessages.lazy.compactMap { message in
                message.answerFault.map { (message, $0) }
            }.first
            return wrong.map {
                .failed(expected: "a result, or an error with code and message", actual: $0.1, message: $0.0.excerpt)
            } ?? .passed
        }
    }
}

extension WireMessage {
    /// What keeps an answer from being one; nil for requests and notifications, and for sound answers.
    fileprivate var answerFault: String? {
        switch kind {
        case .request, .notification:
            return nil
        case .unclear:
            let present = ["method", "result", "error"].filter { object[$0] != nil }
            return present.isEmpty
                ? "neither method, result nor error" : "\(present.joined(separator: " and ")) in one message"
        case .result:
            return object["result"]?.objectValue == nil ? "a result that is no object" : nil
        case .error:
            guard let error = object["error"]?.objectValue else {
                return "an error that is no object"
            }
            guard error["code"]?.numberValue?.isInteger == true else {
                return "an error whose code is \(error["code"]?.text() ?? "missing")"
            }
            return error["message"]?.stringValue == nil ? "an error without a message" : nil
        }
    }
}
