import JSON
import MCP

extension Check {
    static let noServerRequests = Check(
        "WIRE-NO-SERVER-REQUESTS",
        "A modern server sends no requests",
        requirement: "Since 2026-07-28 only clients send requests; what a server needs it asks for in a result.",
        reason: "A modern client has nobody who answers, and the server waits for ever.",
        method: "Every message of the server is looked at.",
        twin: "A server that sends roots/list during a call.",
        rules: [.modern(.must, .specification("basic/transports/stdio#receiving-messages"))],
        steps: Step.spoken
    ) { record in
        record.opened { _ in
            let request = record.serverMessages.first { $0.kind == .request && $0.line.process == 0 }
            return request.map {
                .failed(expected: "no requests", actual: $0.method ?? "a request", message: $0.excerpt)
            } ?? .passed
        }
    }

    static let clientCapabilities = Check(
        "WIRE-CLIENT-CAPABILITIES",
        "The server asks only for what the client declared",
        requirement: "A server uses a capability of the client only when the client declared it.",
        reason: "Asked for what it cannot do, a client refuses, and the tool fails for no visible reason.",
        method: "We declare no capabilities; roots, sampling and elicitation must not be asked for.",
        twin: "A server that sends sampling/createMessage whoever its client is.",
        rules: [
            CheckRule(
                ProtocolRevision.november2024...ProtocolRevision.march2025,
                .should,
                .specification("basic/lifecycle#operation")
            ),
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("basic/lifecycle#operation")
            ),
        ],
        steps: Step.spoken
    ) { record in
        record.opened { _ in
            let request = record.serverMessages.first {
                $0.kind == .request && $0.line.process != ProcessNumber.dialogue
                    && !ClientCapabilities.none.allow(serverRequest: $0.method ?? "")
            }
            return request.map {
                .failed(
                    expected: "no use of capabilities that the client did not declare",
                    actual: $0.method ?? "",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }

    static let errorCodes = Check(
        "WIRE-ERROR-CODES",
        "Error codes are used as they are defined",
        requirement: """
            Since 2026-07-28 the codes from -32020 to -32099 belong to the specification: of these only -32020, -32021 \
            and -32022 are sent, and the older -32002 and -32042 no longer.
            """,
        reason: "Clients act on these codes, for instance by asking the user or by trying another revision.",
        method: "The codes of all errors are looked up.",
        twin: "A server that refuses an unknown tool with -32050.",
        rules: [.modern(.must, .specification("basic/index#error-codes"))],
        steps: Step.spoken
    ) { record in
        record.opened { _ in
            let wrong = record.serverMessages.first { message in
                let code = message.object["error"]?["code"]?.intValue
                return code.map(isMisused) ?? false
            }
            return wrong.map {
                .failed(
                    expected: "-32020, -32021, -32022, or a code outside -32099 to -32020 other than -32002 and -32042",
                    actual: $0.object["error"]?["code"]?.text() ?? "",
                    message: $0.excerpt
                )
            } ?? .passed
        }
    }

    private static func isMisused(_ code: Int) -> Bool {
        code == -32002 || ((-32099)...(-32020)).contains(code) && !((-32022)...(-32020)).contains(code)
    }
}
