package import Health
package import Registry

/// One server of an entry, as it is to be judged: the facts that are believed, and those that are played.
///
/// They differ only in tests, where a change of one fact must be noticed.
package struct EntrySubject: Sendable {
    /// The entry as it is believed.
    package let integration: Integration
    /// Its server.
    package let server: IntegrationServer
    /// What the mock is made from.
    package let played: (integration: Integration, server: IntegrationServer)
    /// Values for the declared variables; the secrets in it are planted to be looked for.
    package let configuration: [String: String]

    /// What reactions must come to: every check asks for it, and finding out means to judge each of them.
    let expectationsByCause: [ReactionCause: [ReactionExpectation]]

    /// Makes what is told the outcomes; only tests put something else than a configured health machine here.
    package var teller: @Sendable (EntrySubject) -> any StateTeller = { $0.machine() }

    /// Takes one server of an entry; the words of secrets are made from the seed.
    package init(
        _ integration: Integration,
        _ server: IntegrationServer,
        played: (integration: Integration, server: IntegrationServer)? = nil,
        seed: UInt64 = 1
    ) {
        self.integration = integration
        self.server = server
        self.played = played ?? (integration, server)
        let canary = "canary" + String(seed &* 0x9E37_79B9_7F4A_7C15 | 1 << 63, radix: 16)
        expectationsByCause = Dictionary(
            grouping: ReactionExpectation.all(of: integration, server: server),
            by: \.cause
        )
        let values = integration.sampleConfiguration(of: server)
        configuration = values.mapValues { $0.replacing("sample-credential", with: canary) }
    }

    /// A name that no entry declares: a variable of this name is somebody else's.
    static let strangerVariable = "OPENWORK_STRANGER"

    /// The configuration with a variable that the server does not declare.
    var overfullConfiguration: [String: String] {
        configuration.merging([Self.strangerVariable: "stranger"]) { own, _ in own }
    }

    /// Values that may appear nowhere, by variable.
    var secrets: [String: String] {
        let names = Set(integration.configSchema(of: server).filter(\.isSecret).map(\.name))
        return configuration.filter { names.contains($0.key) && $0.value.count >= 8 }
    }

    /// The secret that can be said aloud on a command line of the mock.
    var speakableSecret: (name: String, value: String)? {
        secrets.sorted { $0.key < $1.key }.first { !$0.value.contains { ",\n\"{".contains($0) } }
            .map { ($0.key, $0.value) }
    }

    /// The call that proves the credential.
    var probe: Registry.Probe? { integration.probe(of: server) }

    /// Whether it wants a credential at all.
    var needsCredential: Bool { integration.auth(of: server).kind != .none }

    /// A health machine of this server, to which nothing has happened but that it was configured.
    package func machine() -> HealthMachine {
        var machine = HealthMachine(policy, needsCredential: needsCredential)
        _ = machine.configured(at: .origin)
        return machine
    }

    /// The limits by which its contacts become a state.
    package var policy: HealthPolicy { HealthPolicy(integration.health(of: server)) }

    /// Whether it answers one of its troubles by saying nothing, which takes as long as one waits.
    var isSilent: Bool {
        expectationsByCause.values.contains { rows in rows.contains { $0.reaction.how == .silent } }
    }

    /// What its reactions must come to, by cause, for those that a contact meets.
    func expectations(_ cause: ReactionCause) -> [ReactionExpectation] {
        (expectationsByCause[cause] ?? []).filter { row in
            probe != nil || row.reaction.when != .call || ![nil, .complete].contains(row.reaction.listing)
        }
    }
}
