import JSON
import Registry

extension LiveStage {
    /// With the user's credentials, with samples where a stand-in takes them, and else without.
    package func terms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        var terms = bareTerms(subject, scene)
        terms.silence = settings.silence
        return terms
    }

    private func bareTerms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        if settings.hasStandIn { return stagedTerms(subject, scene) }
        let given = declared(subject)
        let lacking = lacking(subject, given)
        switch scene {
        case .conversation where lacking == nil:
            return EntryTerms(given, call: subject.safeCall)
        case .conversation:
            let isNeeded = subject.opensWithoutCredential == false
            let samples = subject.integration.sampleConfiguration(of: subject.server)
            var terms = EntryTerms(isNeeded ? samples.merging(given) { $1 } : given)
            terms.excuse = lacking
            return terms
        case .contact(.sound):
            if let lacking { return EntryTerms(obstacle: .incomplete(lacking)) }
            return EntryTerms(
                given.merging([EntrySubject.strangerVariable: "stranger"]) { own, _ in own },
                known: given
            )
        case .contact(.troubled(.missing)):
            return EntryTerms(
                subject.probeSettings.merging(given.filter { subject.probeSettings[$0.key] != nil }) { $1 }
            )
        case .contact(.troubled(.invalid)):
            // The settings are the user's, and whatever is secret is made up.
            let wrong = given.merging(subject.configuration) { own, _ in own }.merging(subject.secrets) { $1 }
            return EntryTerms(wrong)
        case .contact(.troubled(let cause)):
            return EntryTerms(
                obstacle: .incomplete("nobody can bring about \(cause.rawValue) from here: \(advice(subject))")
            )
        case .contact(.indiscreet), .contact(.faulty):
            return EntryTerms(obstacle: .notApplicable("a real server says what it says"))
        }
    }

    private func stagedTerms(_ subject: EntrySubject, _ scene: EntryScene) -> EntryTerms {
        guard let standIn = StandIn(subject.integration, subject.server), !subject.needsLogin else {
            let reason = advice(subject)
            switch scene {
            case .contact(.troubled(.missing)): return EntryTerms(subject.probeSettings)
            case .contact(.indiscreet), .contact(.faulty):
                return EntryTerms(obstacle: .notApplicable("a real server says what it says"))
            case .contact: return EntryTerms(obstacle: .incomplete(reason))
            case .conversation:
                let isNeeded = subject.opensWithoutCredential == false
                var terms = EntryTerms(isNeeded ? subject.configuration : [:])
                terms.excuse = reason
                return terms
            }
        }
        let samples = standIn.configuration(subject)
        switch scene {
        case .conversation: return EntryTerms(samples, call: subject.safeCall)
        case .contact(.troubled(.missing)): return EntryTerms(subject.probeSettings)
        case .contact(.indiscreet), .contact(.faulty):
            return EntryTerms(obstacle: .notApplicable("a real server says what it says"))
        case .contact(.troubled(.malformed)), .contact(.troubled(.unconstrained)):
            return EntryTerms(obstacle: .incomplete("a stand-in cannot bring it about"))
        case .contact:
            let stranger = [EntrySubject.strangerVariable: "stranger"]
            return EntryTerms(samples.merging(stranger) { own, _ in own }, known: samples)
        }
    }

    /// Of what the user gives, what this server declares.
    private func declared(_ subject: EntrySubject) -> [String: String] {
        let names = Set(subject.integration.configSchema(of: subject.server).map(\.name))
        return settings.given.filter { names.contains($0.key) && !$0.value.isEmpty }
    }

    /// The variables without which nothing can be proven, in words; nil when all are there.
    private func lacking(_ subject: EntrySubject, _ given: [String: String]) -> String? {
        guard !subject.integration.hasCredentials(for: subject.server, given: { given[$0] != nil }) else { return nil }
        let names = subject.integration.sampleConfiguration(of: subject.server).keys.filter { given[$0] == nil }
        let words = names.sorted().joined(separator: ", ")
        return "\(words.isEmpty ? "a login" : words) is not given: set it in the environment or with --env-file FILE"
    }

    private func advice(_ subject: EntrySubject) -> String {
        if settings.hasStandIn, subject.needsLogin { return "a stand-in cannot log in: give a token of the vendor" }
        if subject.server.apiBaseOverride == nil {
            return "\(subject.server.id) cannot be pointed at a stand-in of its vendor (no apiBaseOverride)"
        }
        return settings.hasStandIn
            ? "nothing is known of its vendor's API" : "let a stand-in take its vendor's place: --stand-in"
    }
}

extension EntrySubject {
    /// The call that a conversation with a real server may make: only the probe, which changes nothing.
    fileprivate var safeCall: CallRequest? {
        probe.map { CallRequest(tool: $0.tool, arguments: $0.arguments(given: configuration), isReadOnly: true) }
    }

    /// Settings without which the probe could not be called at all, and that are no credential.
    fileprivate var probeSettings: [String: String] {
        let text = probe.map { JSONValue.object($0.arguments).text() } ?? ""
        let fields = integration.configSchema(of: server).filter { !$0.isSecret && text.contains("${\($0.name)}") }
        return Dictionary(fields.map { ($0.name, configuration[$0.name] ?? $0.sample) }) { first, _ in first }
    }

    /// Whether what is configured only names an application, with which somebody has to log in first.
    fileprivate var needsLogin: Bool {
        guard integration.auth(of: server).kind == .oauth2, !secrets.isEmpty else { return false }
        return secrets.keys.allSatisfy { $0.contains("CLIENT") }
    }

    /// Whether it lists its tools when no credential is given; nil where the entry does not say.
    fileprivate var opensWithoutCredential: Bool? {
        guard let reactions = server.reactions[.missing], !reactions.isEmpty else { return nil }
        return reactions.allSatisfy { $0.when == .call && $0.listing ?? .complete == .complete }
    }
}
