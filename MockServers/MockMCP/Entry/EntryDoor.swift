import JSON
package import Registry

/// Finds out, request by request, what is right or wrong with the credential that a client of an entry brings over HTTP.
///
/// A server behind HTTP serves many clients, each with a credential of its own: what a process finds once in its
/// environment, it finds in the header fields of every request.
package struct EntryDoor: Sendable {
    /// One field that must be there, and what it must hold.
    private struct Field: Sendable {
        let name: String
        let before: String
        let after: String
        /// Nil where any value counts as right.
        let accepted: String?

        /// How the value compares; nil for one that is right.
        func cause(of value: String?) -> ReactionCause? {
            guard let value, !value.isEmpty, value != before + after else { return .missing }
            guard value.count > before.count + after.count, value.hasPrefix(before), value.hasSuffix(after) else {
                return .invalid
            }
            guard let accepted else { return nil }
            return value == before + accepted + after ? nil : .invalid
        }
    }

    /// The name under which a value is accepted where clients log in and nothing is configured.
    package static let accessToken = "ACCESS_TOKEN"

    /// What is asked of a request; empty where nothing is.
    private let fields: [Field]
    private let fixed: MockCondition?
    private let known: [ReactionCause: [Reaction]]
    private let isRemote: Bool
    private let spellsDates: Bool

    /// The door of one server.
    /// - Parameters:
    ///   - integration: the entry.
    ///   - server: one of its servers.
    ///   - condition: what is right or wrong whatever a client brings; nil to look at each request.
    ///   - accepted: the only values that count as right, by variable; without one, every value does.
    package init(
        _ integration: Integration,
        server: IntegrationServer,
        condition: MockCondition?,
        accepting accepted: [String: String] = [:]
    ) {
        isRemote = server.kind == .remote
        let asks = isRemote && integration.auth(of: server).kind != .none
        let templates = server.headers.sorted { $0.key < $1.key }.filter { $0.value.contains("${") }
        let wanted =
            templates.isEmpty ? [("Authorization", "Bearer ${\(Self.accessToken)}")] : templates.map { ($0, $1) }
        fields = !asks ? [] : wanted.compactMap { Self.field($0, $1, accepted) }
        fixed = isRemote ? condition : condition ?? .sound
        known = server.reactions
        spellsDates = integration.vendor?.retryAfter?.notation == .date
    }

    /// What each field must look like, with its variable left open; empty where nothing is asked for.
    package var wanted: [String] {
        fixed == nil
            ? fields.map { "\($0.name): \($0.before)\($0.accepted == nil ? "…" : "(the accepted value)")" } : []
    }

    /// Whether anything is asked for, now or under another condition.
    package var asksForCredentials: Bool { !fields.isEmpty }

    /// What is wrong with a request that came with these fields; the closure gives the value of a field by its name.
    package func cause(_ value: (String) -> String?) -> ReactionCause? {
        if let fixed {
            if case .troubled(let cause) = fixed { return cause }
            return nil
        }
        let causes = fields.map { $0.cause(of: value($0.name)) }
        // A field without a value says more than another with a wrong one.
        return causes.contains(.missing) ? .missing : causes.compactMap(\.self).first
    }

    /// How the server reacts: as its entry says, or else as the protocol asks of a server behind HTTP.
    package func reactions(to cause: ReactionCause) -> [Reaction] {
        if let known = known[cause], !known.isEmpty || !isRemote { return known }
        guard isRemote else { return [] }
        switch cause {
        case .missing: return [Self.refusal(.connect, 401, "Bearer")]
        case .malformed, .invalid: return [Self.refusal(.connect, 401, "Bearer error=\"invalid_token\"")]
        case .expired:
            let challenge = "Bearer error=\"invalid_token\", error_description=\"The access token expired\""
            return [Self.refusal(.connect, 401, challenge)]
        case .scope: return [Self.refusal(.call, 403, "Bearer error=\"insufficient_scope\"")]
        case .rateLimited:
            var reaction = Self.refusal(.call, 429, nil)
            reaction.headers["Retry-After"] = spellsDates ? "a date" : "30"
            return [reaction]
        case .vendorError: return [Self.refusal(.call, 503, nil)]
        case .unreachable: return [Self.refusal(.call, 502, nil)]
        case .unconstrained: return []
        }
    }

    /// The answer that a request gets before anybody looks at its message; nil when its message decides.
    package func refusal(of reactions: [Reaction]) -> HTTPRefusal? {
        reactions.first { $0.when <= .connect && $0.how == .http && $0.tools.isEmpty }.map { HTTPRefusal($0) }
    }

    private static func refusal(_ when: ContactPhase, _ status: Int, _ challenge: String?) -> Reaction {
        var reaction = Reaction(when, .http)
        reaction.status = status
        reaction.headers = challenge.map { ["WWW-Authenticate": $0] } ?? [:]
        reaction.listing = when == .call ? .complete : .refused
        return reaction
    }

    /// The field of a template such as `Bearer ${KEY}`; nil when nothing is to be filled in.
    private static func field(_ name: String, _ template: String, _ accepted: [String: String]) -> Field? {
        guard let start = template.firstRange(of: "${"), let end = template[start.upperBound...].firstIndex(of: "}")
        else { return nil }
        let variable = String(template[start.upperBound..<end])
        return Field(
            name: name,
            before: String(template[..<start.lowerBound]),
            after: String(template[template.index(after: end)...]),
            accepted: accepted[variable]
        )
    }
}
