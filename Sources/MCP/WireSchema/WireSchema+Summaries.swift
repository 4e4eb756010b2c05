import JSON

/// Definitions that follow from the methods: who may send what, and the whole response to each request.
extension WireSchema {
    static func summaries(of definitions: [WireDefinition]) -> [WireDefinition] {
        ProtocolRevision.allCases.flatMap { revision in
            let messages = definitions.filter { $0.method != nil && $0.isNamed(in: revision) }
            return unions(of: messages, in: revision) + responses(to: messages, in: revision)
        }
    }

    private static func unions(of messages: [WireDefinition], in revision: ProtocolRevision) -> [WireDefinition] {
        WireDirection.allCases.flatMap { direction -> [WireDefinition] in
            let side = direction == .clientToServer ? "Client" : "Server"
            let sent = messages.filter { $0.method?.isSent(direction, in: revision) == true }
            let asked = messages.filter { $0.method?.isSent(direction.opposite, in: revision) == true }
            let results = asked.flatMap { $0.method?.results(in: revision) ?? [] }.filter { $0 != "EmptyResult" }
            return [
                union("\(side)Request", of: sent.filter { $0.method?.kind == .request }.map(\.name), in: revision),
                union("\(side)Notification", of: sent.filter { $0.method?.kind == .notification }.map(\.name), in: revision),
                union("\(side)Result", of: ["Result"] + distinct(results), in: revision),
            ].compactMap(\.self)
        }
    }

    private static func union(_ name: String, of names: [String], in revision: ProtocolRevision) -> WireDefinition? {
        guard !names.isEmpty else { return nil }
        return .shape(name, .either(names.map { .reference($0) }), since: revision, through: revision)
    }

    /// Since July 2026 a response has a definition too, unless its result is empty.
    private static func responses(to messages: [WireDefinition], in revision: ProtocolRevision) -> [WireDefinition] {
        guard revision >= .july2026 else { return [] }
        return messages.compactMap { message in
            guard let method = message.method, method.isSent(.clientToServer, in: revision) else { return nil }
            let results = method.results(in: revision)
            guard let plain = results.first else { return nil }
            return .object(
                "\(plain)Response", including: [version, identity],
                [.required("result", .either(results.map { .reference($0) }))],
                since: revision, through: revision)
        }
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
