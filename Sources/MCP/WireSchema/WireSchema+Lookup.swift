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
    /// handle (November 2025) or a wish for input (July 2026). Nil asks for the ordinary one.
    package static func definition(
        ofResult result: JSONValue? = nil,
        toRequest method: String,
        sent direction: WireDirection,
        in revision: ProtocolRevision
    ) -> WireLookup {
        lookUp(.request, method, direction, revision) { _, method in
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
            let isRequest = message["id"] != nil
            let envelope = WireRule(isRequest ? "JSONRPCRequest" : "JSONRPCNotification")
            guard let name = method.stringValue else { return WireExpectation(rules: [envelope], method: nil) }
            let found =
                isRequest
                ? definition(ofRequest: name, sent: direction, in: revision)
                : definition(ofNotification: name, sent: direction, in: revision)
            return WireExpectation(rules: [envelope] + found.rules(), method: found)
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
        return WireExpectation(rules: [envelope] + (found?.rules(for: "result") ?? []), method: found)
    }

    /// The shape of that name that a revision has, named or not.
    static func definition(named name: String, in revision: ProtocolRevision) -> WireDefinition? {
        byName[name]?.first { $0.revisions.contains(revision) }
    }

    private static let byName = Dictionary(grouping: definitions, by: \.name)

    private static func lookUp(
        _ kind: WireMethod.Kind,
        _ name: String,
        _ direction: WireDirection,
        _ revision: ProtocolRevision,
        answer: (WireDefinition, WireMethod) -> String?
    ) -> WireLookup {
        let candidates = messages.filter { $0.method?.name == name && $0.method?.kind == kind }
        guard !candidates.isEmpty else { return .unknown }
        for candidate in candidates where candidate.isNamed(in: revision) {
            guard let method = candidate.method, method.isSent(direction, in: revision) else { continue }
            return answer(candidate, method).map { .known(definition: $0) } ?? .misplaced
        }
        return .misplaced
    }
}

extension WireLookup {
    fileprivate func rules(for member: String? = nil) -> [WireRule] {
        definition.map { [WireRule($0, member: member)] } ?? []
    }
}
