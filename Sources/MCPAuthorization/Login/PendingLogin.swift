package import JSON
package import MCPHTTP

/// A login whose browser is on its way: all that its end needs, also when that comes in another run of the program.
package struct PendingLogin: Sendable, Hashable {
    /// Where the browser goes, and what its answer is held against.
    package let request: AuthorizationRequest
    /// What is asked for.
    package let scopes: ScopeSet
    /// Seconds since 1970.
    package let startedAt: Int64
    let clientID: String
    let discovered: DiscoveredServer
    let possession: PossessionKey?

    init(
        _ request: AuthorizationRequest,
        clientID: String,
        at discovered: DiscoveredServer,
        scopes: ScopeSet,
        possession: PossessionKey?,
        startedAt: Int64
    ) {
        self.request = request
        self.clientID = clientID
        self.discovered = discovered
        self.scopes = scopes
        self.possession = possession
        self.startedAt = startedAt
    }

    /// Whether an answer, an address or what stands behind its question mark, carries the state of this login.
    package func isMeant(by answer: Secret) -> Bool {
        let text = answer.revealed()
        let query = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
        let bare = query.prefix { $0 != "#" }.filter { !$0.isWhitespace }
        return FormFields(decoding: bare)["state"].map { Secret($0) == request.state } ?? false
    }

    /// A name for this login that opens nothing: a hash of its state.
    package var name: String { ProofKey(verifier: request.state.revealed()).challenge.prefix(16).description }
}

extension PendingLogin {
    /// Reads what was stored; nil for anything else, and for a login at another server.
    package init?(stored json: JSONValue, server: HTTPAddress) {
        func text(_ name: String) -> String? { json[name]?.stringValue }
        func address(_ name: String) -> HTTPAddress? { text(name).flatMap { try? HTTPAddress($0) } }
        guard text("server") == server.description, let resource = text("resource"), let issuer = text("issuer"),
            let endpoint = address("authorization_endpoint"), let tokenEndpoint = address("token_endpoint"),
            let clientID = text("client_id"), let redirectURI = text("redirect_uri"), let state = text("state"),
            let verifier = text("verifier"), let startedAt = json["started_at"]?.numberValue?.int64
        else { return nil }
        let key = text("possession_key")
        let possession = key.flatMap { PossessionKey(stored: $0) }
        if key != nil, possession == nil { return nil }
        var metadata = ServerMetadata(defaultsAt: server.origin)
        metadata.issuer = issuer
        metadata.authorizationEndpoint = endpoint
        metadata.tokenEndpoint = tokenEndpoint
        // Who registered did so when the login began.
        metadata.registrationEndpoint = nil
        metadata.revocationEndpoint = address("revocation_endpoint")
        metadata.authenticationMethods = json["authentication_methods"]?.arrayValue?.compactMap(\.stringValue)
        metadata.namesIssuer = json["names_issuer"]?.boolValue ?? false
        metadata.takesMetadataDocuments = json["takes_documents"]?.boolValue ?? false
        discovered = DiscoveredServer(server: server, resource: resource, metadata: metadata, isLegacy: false)
        self.clientID = clientID
        self.possession = possession
        self.startedAt = startedAt
        scopes = ScopeSet(text("scopes") ?? "")
        request = AuthorizationRequest(
            at: discovered,
            endpoint: endpoint,
            clientID: clientID,
            redirectURI: redirectURI,
            scopes: scopes,
            state: state,
            proof: ProofKey(verifier: verifier),
            possession: possession
        )
    }

    /// The form that is stored, with state and verifier in it.
    package var stored: JSONValue {
        let metadata = discovered.metadata
        var object: JSONObject = [
            "server": .string(discovered.server.description), "resource": .string(discovered.resource),
            "issuer": .string(metadata.issuer), "token_endpoint": .string(metadata.tokenEndpoint.description),
            "client_id": .string(clientID), "redirect_uri": .string(request.redirectURI),
            "state": .string(request.state.revealed()), "verifier": .string(request.proof.verifier.revealed()),
            "scopes": .string(scopes.description), "started_at": .number(JSONNumber(startedAt)),
            "names_issuer": .bool(metadata.namesIssuer), "takes_documents": .bool(metadata.takesMetadataDocuments),
        ]
        object["authorization_endpoint"] = metadata.authorizationEndpoint.map { .string($0.description) }
        object["revocation_endpoint"] = metadata.revocationEndpoint.map { .string($0.description) }
        object["authentication_methods"] = metadata.authenticationMethods.map { .array($0.map { .string($0) }) }
        object["possession_key"] = possession.map { .string($0.stored.revealed()) }
        return .object(object)
    }
}
