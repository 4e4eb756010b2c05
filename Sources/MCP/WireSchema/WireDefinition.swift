/// A named shape of the wire, under the name that the official schemas use.
///
/// Definitions are written as a chain: how a shape begins, then a modifier per line, each giving a changed copy.
struct WireDefinition: Sendable {
    let name: String
    private(set) var type: WireType
    /// The revisions that have this shape at all.
    private(set) var revisions = WireRevisions()
    /// The first revision that gives the shape a name; earlier ones write it out where it is used.
    private(set) var namedSince = ProtocolRevision.november2024
    /// Nil for what is no message.
    private(set) var method: WireMethod?
    /// The code of the error response that this definition describes.
    private(set) var errorCode: Int?

    func isNamed(in revision: ProtocolRevision) -> Bool {
        revisions.contains(revision) && namedSince <= revision
    }

    private func changed(_ change: (inout WireDefinition) -> Void) -> WireDefinition {
        var copy = self
        change(&copy)
        return copy
    }
}

// Beginnings
extension WireDefinition {
    static func shape(_ name: String, _ type: WireType) -> WireDefinition {
        WireDefinition(name: name, type: type)
    }

    /// An object that begins with groups of members which it shares with others.
    static func object(_ name: String, _ groups: [WireMember]...) -> WireDefinition {
        shape(name, .object(Array(groups.joined())))
    }

    static func request(_ name: String, _ method: String, by senders: WireSender...) -> WireDefinition {
        message(name, WireMethod(kind: .request, name: method, senders: senders))
    }

    static func notification(_ name: String, _ method: String, by senders: WireSender...) -> WireDefinition {
        message(name, WireMethod(kind: .notification, name: method, senders: senders))
    }

    /// An error response with a code of its own, and with these members in its data.
    static func errorResponse(_ name: String, _ code: Int, _ data: WireMember...) -> WireDefinition {
        let carried: [WireMember] = data.isEmpty ? [] : [.required("data", .object(data))]
        return object(name, WireSchema.answerEnvelope)
            .required("error", .all([.reference("Error"), .object([.required("code", .code(code))] + carried)]))
            .changed { $0.errorCode = code }
    }

    /// Until June 2025 the envelope stood in `JSONRPCRequest` alone; what nobody sends as a message has none.
    private static func message(_ name: String, _ method: WireMethod) -> WireDefinition {
        let last = method.senders.map(\.revisions.through).max() ?? .latest
        let version = WireMember.required("jsonrpc", .word("2.0"), since: .november2025, through: last)
        let identity = WireMember.required("id", .reference("RequestId"), since: .november2025, through: last)
        return object(name, method.kind == .request ? [version, identity] : [version], [.tag("method", method.name)])
            .changed { $0.method = method }
    }
}

// Modifiers
extension WireDefinition {
    func since(_ revision: ProtocolRevision) -> WireDefinition {
        changed { $0.revisions.since = revision }
    }

    func through(_ revision: ProtocolRevision) -> WireDefinition {
        changed { $0.revisions.through = revision }
    }

    func only(in revision: ProtocolRevision) -> WireDefinition {
        since(revision).through(revision)
    }

    func named(since revision: ProtocolRevision) -> WireDefinition {
        changed { $0.namedSince = revision }
    }

    func required(
        _ name: String,
        _ type: WireType,
        since: ProtocolRevision = .november2024,
        through: ProtocolRevision = .latest
    ) -> WireDefinition {
        with([.required(name, type, since: since, through: through)])
    }

    func optional(
        _ name: String,
        _ type: WireType,
        since: ProtocolRevision = .november2024,
        through: ProtocolRevision = .latest
    ) -> WireDefinition {
        with([.optional(name, type, since: since, through: through)])
    }

    func tag(_ name: String, _ value: String) -> WireDefinition {
        with([.tag(name, value)])
    }

    /// Parameters of a message, which may be missing through a revision if one is given.
    func params(_ type: WireType, optionalThrough last: ProtocolRevision? = nil) -> WireDefinition {
        with(
            ProtocolRevision.allCases.map { revision in
                let mayMiss = last.map { revision <= $0 } ?? false
                return mayMiss
                    ? .optional("params", type, since: revision, through: revision)
                    : .required("params", type, since: revision, through: revision)
            }
        )
    }

    func params(_ name: String, optionalThrough last: ProtocolRevision? = nil) -> WireDefinition {
        params(.reference(name), optionalThrough: last)
    }

    /// Names the result of a request, and what may come in its place.
    func answered(by result: String, or alternatives: WireAlternative...) -> WireDefinition {
        changed {
            $0.method?.result = result
            $0.method?.alternatives = alternatives
        }
    }

    private func with(_ added: [WireMember]) -> WireDefinition {
        guard case .object(let members) = type else { preconditionFailure("\(name) is no object: it has no members") }
        return changed { $0.type = .object(members + added) }
    }
}
