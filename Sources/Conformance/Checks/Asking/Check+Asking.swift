import JSON
import MCP

/// What a server asks of a client that said that it can be asked: requests in the legacy era, results in the modern one.
extension Check {
    static let askSampling = ask(
        "ASK-SAMPLING",
        "the client's model",
        .askSampling,
        "sampling/createMessage",
        page: "client/sampling#creating-messages",
        fixture: "test_sampling or test_input_required_result_sampling",
        since: .november2024
    )
    static let askElicitation = ask(
        "ASK-ELICITATION",
        "the user",
        .askElicitation,
        "elicitation/create",
        page: "client/elicitation#requested-schema",
        fixture: "test_elicitation or test_input_required_result_elicitation",
        since: .june2025
    )
    static let askRoots = ask(
        "ASK-ROOTS",
        "for directories",
        .askRoots,
        "roots/list",
        page: "client/roots#listing-roots",
        fixture: "test_input_required_result_list_roots",
        since: .november2024
    )
    static let askDefaults = ask(
        "ASK-DEFAULTS",
        "the user, with defaults in the form",
        .askDefaults,
        "elicitation/create",
        page: "client/elicitation#requested-schema",
        fixture: "test_elicitation_sep1034_defaults",
        since: .june2025,
        isLegacyOnly: true
    )
    static let askEnums = ask(
        "ASK-ENUMS",
        "the user to choose",
        .askEnums,
        "elicitation/create",
        page: "client/elicitation#requested-schema",
        fixture: "test_elicitation_sep1330_enums",
        since: .november2025,
        isLegacyOnly: true
    )

    private static func ask(
        _ id: CheckID,
        _ whom: String,
        _ step: Step,
        _ method: String,
        page: String,
        fixture: String,
        since first: ProtocolRevision,
        isLegacyOnly: Bool = false
    ) -> Check {
        Check(
            id,
            "A server that asks \(whom) asks in the shape of its revision",
            requirement: """
                \(method) has the members that the revision gives it; in the modern era it stands in a result that \
                asks for input. Once it is answered, the call is completed.
                """,
            reason: "A question that the client does not understand is never shown, and the call hangs.",
            method: "The fixture \(fixture) is called, where there is one, and what it asks is answered.",
            twin: "A server that leaves out what the question has to have.",
            rules: [CheckRule(first...(isLegacyOnly ? .latestLegacy : .latest), .must, .specification(page))],
            steps: [.firstListing, step]
        ) { record in
            record.featureResult(step) { result, exchange in
                record.revision.era == .modern
                    ? modern(method, result, exchange, record) : legacy(method, result, exchange, record)
            }
        }
    }

    private static func legacy(
        _ method: String,
        _ result: JSONValue,
        _ exchange: Exchange,
        _ record: SessionRecord
    ) -> Verdict {
        let asked = record.serverMessages.filter {
            $0.line.process == ProcessNumber.dialogue && $0.method == method && $0.kind == .request
        }
        guard !asked.isEmpty else {
            return .failed(
                expected: "the request \(method)",
                actual: "a result without it",
                message: exchange.answer?.excerpt
            )
        }
        for message in asked {
            let fault =
                WireJudge.fault(in: message.object, sent: .serverToClient, revision: record.revision)
                ?? FormSchema.fault(in: message.object["params"]?["requestedSchema"])
            if let fault {
                return .failed(expected: "\(method) as the revision has it", actual: fault, message: message.excerpt)
            }
        }
        return result["isError"]?.boolValue == true
            ? .failed(
                expected: "a result without isError",
                actual: exchange.summary,
                message: exchange.answer?.excerpt
            ) : .passed
    }

    private static func modern(
        _ method: String,
        _ result: JSONValue,
        _ exchange: Exchange,
        _ record: SessionRecord
    ) -> Verdict {
        let requests = result["inputRequests"]?.objectValue ?? [:]
        guard result["resultType"] == "input_required",
            let asked = requests.first(where: { $0.value["method"]?.stringValue == method })
        else {
            return .failed(
                expected: "a result of type input_required with \(method)",
                actual: result["resultType"]?.text() ?? "no resultType",
                message: exchange.answer?.excerpt
            )
        }
        let needed =
            switch method {
            case "sampling/createMessage": ["messages", "maxTokens"]
            case "elicitation/create": ["message", "requestedSchema"]
            default: [String]()
            }
        let missing = needed.first { (asked.value["params"]?[$0] ?? .null).isNull }
        let fault =
            missing.map { "no \($0)" } ?? FormSchema.fault(in: asked.value["params"]?["requestedSchema"])
        return fault.map {
            .failed(expected: "\(method) as the revision has it", actual: $0, message: exchange.answer?.excerpt)
        } ?? .passed
    }
}
