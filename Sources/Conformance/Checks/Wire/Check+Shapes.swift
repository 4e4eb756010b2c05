import JSON
import MCP

extension Check {
    private static let shapes = RuleSource.specification("basic/index#messages")
    private static let schemaRules: [CheckRule] = [.always(.must, shapes)]

    static let resultSchema = Check(
        "WIRE-RESULT-SHAPE",
        "Results have the shape of their revision",
        requirement: "The result of each method has the members, of the types, that the agreed revision defines.",
        reason: "Typed clients refuse a result of another shape, often the whole tool list because of one tool.",
        method: "Every result of the main session is held against the shape that its method has in the revision.",
        twin: "A server whose tools/list lacks the member tools, or whose inputSchema is null.",
        rules: schemaRules,
        steps: Step.spoken
    ) { record in
        record.shapes(.result)
    }

    static let errorSchema = Check(
        "WIRE-ERROR-SHAPE",
        "Errors have the shape of their revision",
        requirement: "An error answer has the members, of the types, that the agreed revision defines for its code.",
        reason: "Clients read code, message and data to decide what to do next.",
        method: "Every error of the main session is held against the shape of the revision.",
        twin: "A server whose error has a code in quotes, or -32022 without the list of revisions.",
        rules: schemaRules,
        steps: Step.spoken
    ) { record in
        record.shapes(.error)
    }

    static let notificationSchema = Check(
        "WIRE-NOTIFICATION-SHAPE",
        "Notifications have the shape of their revision",
        requirement: "What a server sends unasked has the members that the agreed revision defines for its method.",
        reason: "A notification that cannot be read is lost: the list that it says has changed stays old.",
        method: "Every notification of the main session is held against the shape of the revision.",
        twin: "A server that sends notifications/message without a level.",
        rules: schemaRules,
        steps: Step.spoken
    ) { record in
        record.shapes(.notification)
    }

    static let serverRequestSchema = Check(
        "WIRE-REQUEST-SHAPE",
        "Requests of the server have the shape of their revision",
        requirement: "What a legacy server asks has an id and the members that the agreed revision defines.",
        reason: "A request that cannot be read can only be refused, and the tool that asked fails.",
        method: "Every request that the server sends in the main session is held against the shape of the revision.",
        twin: "A server that sends ping with parameters that are no object.",
        rules: [.legacy(.must, shapes)],
        steps: Step.spoken
    ) { record in
        record.shapes(.request)
    }
}

extension SessionRecord {
    /// Holds the server's messages of one kind against the revision; the first that does not fit decides.
    fileprivate func shapes(_ kind: WireMessage.Kind) -> Verdict {
        opened { session in
            let methods = askedMethods
            for message in serverMessages where message.kind == kind && message.line.process == 0 {
                let request = message.isAnswer ? message.id.flatMap { methods[$0] } : nil
                if let request, isForeign(request, to: session.revision) {
                    // What was sent to find the other era out is answered as in the other era.
                    continue
                }
                let fault = WireJudge.fault(
                    in: message.object,
                    answering: request,
                    sent: .serverToClient,
                    revision: session.revision
                )
                if let fault {
                    return .failed(
                        expected:
                            "\(request.map { "an answer to \($0)" } ?? "a message") of revision \(session.revision)",
                        actual: fault,
                        message: message.excerpt
                    )
                }
            }
            return .passed
        }
    }

    private func isForeign(_ method: String, to revision: ProtocolRevision) -> Bool {
        WireSchema.definition(ofRequest: method, sent: .clientToServer, in: revision) == .misplaced
    }

    /// The methods of our requests in the main process, by id.
    private var askedMethods: [JSONValue: String] {
        clientMessages.reduce(into: [:]) { methods, message in
            if message.line.process == 0, let id = message.id, let method = message.method {
                methods[id] = method
            }
        }
    }
}
