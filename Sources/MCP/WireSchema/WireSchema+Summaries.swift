/// Definitions that follow from the methods: who may send what, and the whole response to each request.
extension WireSchema {
    static func summaries(of definitions: [WireDefinition]) -> [WireDefinition] {
        ProtocolRevision.allCases.flatMap { revision in
            let messages = definitions.filter { $0.method != nil && $0.isNamed(in: revision) }
            let unions = WireDirection.allCases.flatMap { self.unions(of: messages, sent: $0, in: revision) }
            let responses = revision >= .july2026 ? self.responses(to: messages, in: revision) : []
            return (unions + responses).map { $0.only(in: revision) }
        }
    }

    private static func unions(
        of messages: [WireDefinition],
        sent direction: WireDirection,
        in revision: ProtocolRevision
    ) -> [WireDefinition] {
        let sent = messages.filter { $0.method?.isSent(direction, in: revision) == true }
        let received = messages.filter { $0.method?.isSent(direction.opposite, in: revision) == true }
        let results = received.flatMap { $0.method?.results(in: revision) ?? [] }
        let side = direction == .clientToServer ? "Client" : "Server"
        let unions = [
            ("Request", sent.filter { $0.method?.kind == .request }.map(\.name)),
            ("Notification", sent.filter { $0.method?.kind == .notification }.map(\.name)),
            ("Result", distinct(["EmptyResult"] + results)),
        ]
        return unions.filter { !$0.1.isEmpty }.map { kind, names in
            .shape(side + kind, .either(names.map { .reference($0) }))
        }
    }

    /// Since July 2026 the response to a request has a definition of its own.
    private static func responses(to messages: [WireDefinition], in revision: ProtocolRevision) -> [WireDefinition] {
        messages.filter { $0.method?.isSent(.clientToServer, in: revision) == true }.compactMap { message in
            guard let method = message.method, let result = method.result else { return nil }
            return .object("\(result)Response", version, identity)
                .required("result", .either(method.results(in: revision).map { .reference($0) }))
        }
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
