package import Redaction
package import Registry

/// All that judging contacts with one server needs to know of its entry and of what is configured.
package struct ClassifierRules: Sendable {
    /// Its variables, in the order of the entry.
    package var variables: [CredentialVariable] = []
    /// Whether it wants a credential at all.
    package var needsCredential = true
    /// Whether the credential comes from a log-in that we carry out, rather than from variables.
    package var usesLogin = false
    /// Whether a log-in has been carried out.
    package var isLoggedIn = false
    /// Whether it is reached over HTTP rather than over pipes.
    package var isRemote = false
    /// How the entry says that answers are to be understood, in order.
    package var signatures: [AuthSignature] = []
    /// The tool that proves the credential; nil when the entry knows none.
    package var probeTool: String?
    /// What must be so in the probe's answer.
    package var expectations: [BodyTest] = []
    /// Tools that the entry declares to be listed.
    package var declaredTools = 0
    /// Whether a session or a list is only given to those with a good credential, so that either proves it.
    package var listingProvesCredential = false
    /// An answer that takes longer is slow.
    package var slowLimit = HealthPolicy().slowLimit
    /// Takes secrets out of what is kept.
    package var redactor = Redactor.shapesOnly

    /// Rules for a server of which nothing is known; set what is.
    package init() {}

    /// Rules for one server of an entry, as it is configured.
    ///
    /// The configuration holds what the user gave, by variable; `isLoggedIn` says whether there is a grant from a log-in
    /// that we carried out.
    package init(
        _ integration: Integration,
        server: IntegrationServer,
        configuration: [String: String],
        isLoggedIn: Bool = false
    ) {
        let auth = integration.auth(of: server)
        let fields = integration.configSchema(of: server)
        let health = integration.health(of: server)
        let chosen = Self.alternative(of: auth, in: configuration)
        variables = fields.map { field in
            CredentialVariable(
                field.name,
                isSecret: field.isSecret,
                isRequired: field.isRequired && field.usual == nil || chosen.contains(field.name),
                isSet: configuration[field.name].map { !$0.isEmpty } ?? false
            )
        }
        needsCredential = auth.kind != .none
        isRemote = server.kind == .remote
        usesLogin = auth.kind == .oauth2 && isRemote
        self.isLoggedIn = isLoggedIn
        signatures = integration.authSignatures(of: server)
        probeTool = integration.probe(of: server)?.tool
        expectations = integration.probe(of: server)?.expect ?? []
        declaredTools = integration.listedTools(of: server).count
        listingProvesCredential = Self.listingProves(server.reactions)
        if let limit = health.slowLimit { slowLimit = limit }
        let secrets = Set(fields.filter(\.isSecret).map(\.name))
        redactor = Redactor(secrets: configuration.filter { secrets.contains($0.key) })
    }

    /// The alternative that is complete, else the one that has most of its values, else the first.
    private static func alternative(of auth: AuthScheme, in configuration: [String: String]) -> [String] {
        func count(_ names: [String]) -> Int { names.count { configuration[$0]?.isEmpty == false } }
        if let complete = auth.alternatives.first(where: { count($0) == $0.count }) { return complete }
        let best = auth.alternatives.map(count).max() ?? 0
        return auth.alternatives.first { count($0) == best } ?? []
    }

    /// Whether every way in which the server is known to refuse a credential comes before or instead of a list.
    private static func listingProves(_ reactions: [ReactionCause: [Reaction]]) -> Bool {
        guard let refusals = reactions[.invalid], !refusals.isEmpty else { return false }
        return refusals.allSatisfy { $0.when <= .list || $0.listing == .refused }
    }

    /// Required variables without a value, by name.
    package var missingVariables: [String] {
        variables.filter { $0.isRequired && !$0.isSet }.map(\.name)
    }

    /// Whether a credential of any kind has been given.
    var hasCredential: Bool {
        if usesLogin, isLoggedIn { return true }
        // Some servers keep it themselves, where only they see it: nothing of ours can be missing then.
        if !usesLogin, !variables.contains(where: \.isSecret) { return true }
        return variables.contains { $0.isSecret && $0.isSet }
    }

    /// Whether a credential is given through us at all, rather than kept by a program of the user's own, such as gcloud.
    var wantsCredentialFromUs: Bool { usesLogin || variables.contains(where: \.isSecret) }

    /// Names of the secret variables that have a value.
    var givenSecrets: [String] {
        variables.filter { $0.isSecret && $0.isSet }.map(\.name)
    }

    /// Names to ask for when nothing was given: the required ones, else the secret ones.
    var wantedVariables: [String] {
        let missing = missingVariables
        return missing.isEmpty ? variables.filter { $0.isSecret && !$0.isSet }.map(\.name) : missing
    }
}
