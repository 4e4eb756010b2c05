package import JSON

/// From a message to what it must match.
extension WireSchema {
    /// Finds the definition of a request; before November 2025 it leaves the envelope to `JSONRPCRequest`.
    package static func definition(
        ofRequest method: String,
        sent direction: WireDirection,
        in revision: ProtocolRevision
    ) -> WireLookup {
        lookUp(.request, method, direction, revision) { definition, _ in definition.name }
    }

    /// Finds the definition of a notification; before November 2025 it leaves the envelope to `JSONRPCNotification`.
    package static func definition(
        ofNotification method: String,
        sent direction: WireDirection,
        in revision: ProtocolRevision
    ) -> WireLookup {
        lookUp(.notification, method, direction, revision) { definition, _ in definition.name }
    }

    /// Finds what a result must match, by the method and the direction of its request.
    ///
    /// Where another result may come in place of the ordinary one, `result` decides by what it claims to be: a task
    /// handle (November 2025, and with the extension July 2026) or a wish for input (July 2026). Nil asks for the ordinary one.
    package static func definition(
        ofResult result: JSONValue? = nil,
        toRequest method: String,
        sent direction: WireDirection,
        in revision: ProtocolRevision
    ) -> WireLookup {
        lookUp(.request, method, direction, revision) { _, method in
            if TaskExtension.mayAnswer(method.name), revision.era == .modern,
                result?["resultType"]?.stringValue == TaskExtension.resultType
            {
                return "CreateTaskResult"
            }
            let claimed = method.alternatives.first { alternative in
                alternative.revisions.contains(revision) && result.map(alternative.isClaimed) == true
            }
            return claimed?.rawValue ?? method.result
        }
    }

    /// Finds the definition of a whole error response: the one for its code where there is one.
    package static func definition(ofErrorResponse code: Int?, in revision: ProtocolRevision) -> String {
        let specific = definitions.first { $0.errorCode != nil && $0.errorCode == code && $0.isNamed(in: revision) }
        return specific?.name ?? (revision >= .november2025 ? "JSONRPCErrorResponse" : "JSONRPCError")
    }

    /// Says what a message must match, whatever it is; `request` is the method of the request that it answers, if any.
    ///
    /// A batch is only held against `JSONRPCMessage`: hand over its elements one by one for the rest.
    package static func expectation(
        of message: JSONValue,
        sent direction: WireDirection,
        answering request: String? = nil,
        in revision: ProtocolRevision
    ) -> WireExpectation {
        if let method = message["method"] {
            return expectation(ofCall: method.stringValue, message["id"] != nil, direction, revision)
        }
        if let error = message["error"] {
            let name = definition(ofErrorResponse: error["code"]?.intValue, in: revision)
            return WireExpectation(rules: [WireRule(name)], method: nil)
        }
        guard let result = message["result"] else {
            return WireExpectation(rules: [WireRule("JSONRPCMessage")], method: nil)
        }
        let envelope = WireRule(revision >= .november2025 ? "JSONRPCResultResponse" : "JSONRPCResponse")
        let found = request.map {
            definition(ofResult: result, toRequest: $0, sent: direction.opposite, in: revision)
        }
        let inner = found?.definition.map { WireRule($0, member: "result") }
        return WireExpectation(rules: [envelope] + [inner].compactMap(\.self), method: found)
    }

    private static func expectation(
        ofCall method: String?,
        _ isRequest: Bool,
        _ direction: WireDirection,
        _ revision: ProtocolRevision
    ) -> WireExpectation {
        let envelope = WireRule(isRequest ? "JSONRPCRequest" : "JSONRPCNotification")
        guard let method else { return WireExpectation(rules: [envelope], method: nil) }
        let found =
            isRequest
            ? definition(ofRequest: method, sent: direction, in: revision)
            : definition(ofNotification: method, sent: direction, in: revision)
        guard let name = found.definition else { return WireExpectation(rules: [envelope], method: found) }
        // Since November 2025 the definition of a message includes its envelope.
        let rules = revision >= .november2025 ? [WireRule(name)] : [envelope, WireRule(name)]
        return WireExpectation(rules: rules, method: found)
    }

    /// The shape of that name that a revision has, named or not.
    static func definition(named name: String, in revision: ProtocolRevision) -> WireDefinition? {
        byName[name]?.first { $0.revisions.contains(revision) }
    }

    private static let byName = Dictionary(grouping: definitions + taskExtension, by: \.name)
    private static let byMethod = Dictionary(grouping: messages) { $0.method?.name ?? "" }

    private static func lookUp(
        _ kind: WireMethod.Kind,
        _ name: String,
        _ direction: WireDirection,
        _ revision: ProtocolRevision,
        answer: (WireDefinition, WireMethod) -> String?
    ) -> WireLookup {
        guard let candidates = byMethod[name] else { return .unknown }
        for candidate in candidates where candidate.isNamed(in: revision) {
            guard let method = candidate.method, method.kind == kind else { continue }
            guard method.isSent(direction, in: revision), let found = answer(candidate, method) else { continue }
            return .known(definition: found)
        }
        return .misplaced
    }
}
