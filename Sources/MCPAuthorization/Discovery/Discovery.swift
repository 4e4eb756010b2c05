import JSON
package import MCPHTTP

/// Finds the authorization server of an MCP server: says which document to fetch next until it has decided.
///
/// A document that cannot be had for now ends the search: going on would let an outage choose the authorization server.
package struct Discovery: Sendable {
    /// What to do next.
    package enum Step: Sendable, Hashable {
        case fetch(HTTPAddress)
        case found(DiscoveredServer)
        case failed(AuthorizationFault)
    }

    private enum Stage {
        case resource(rest: ArraySlice<HTTPAddress>)
        case server(issuer: String, rest: ArraySlice<HTTPAddress>, others: ArraySlice<String>)
        case legacy(rest: ArraySlice<HTTPAddress>)
        case over
    }

    private let server: HTTPAddress
    private let rule: AddressRule
    private let advertised: String?
    private let knownIssuers: [String]
    private var stage = Stage.over
    private var resource: ResourceMetadata?

    /// A search from the `resource_metadata` of the challenge, if it names one; known issuers win among several.
    ///
    /// Without a rule it is that of the server.
    package init(
        server: HTTPAddress,
        advertised: String? = nil,
        knownIssuers: [String] = [],
        rule: AddressRule? = nil
    ) {
        self.server = server
        self.advertised = advertised
        self.knownIssuers = knownIssuers
        self.rule = rule ?? AddressRule(server: server)
    }

    /// The first step.
    package mutating func start() -> Step {
        guard server.origin.scheme == .https || server.origin.isLoopback else {
            return .failed(.refusedAddress(AddressRefusal(target: server.origin.description, rule: .unencrypted)))
        }
        var candidates = WellKnown.resource(of: server)
        if let advertised {
            do throws(AddressRefusal) {
                let address = try rule.address(advertised)
                candidates = [address] + candidates.filter { $0 != address }
            } catch {
                return .failed(.refusedAddress(error))
            }
        }
        stage = .resource(rest: candidates[...])
        return next()
    }

    /// What became of the fetch: the status, and the body of a success.
    package mutating func fetched(status: Int, body: [UInt8]) -> Step {
        if status == 429 || status >= 500 { return fail(.unavailable(status: status)) }
        // Some sites answer every path with a page; that is no document either.
        guard status == 200, let json = try? JSONValue(parsing: body), json.objectValue != nil else { return next() }
        do throws(AuthorizationFault) {
            return try take(json)
        } catch {
            return fail(error)
        }
    }

    private mutating func take(_ json: JSONValue) throws(AuthorizationFault) -> Step {
        switch stage {
        case .resource:
            let metadata = try ResourceMetadata(json, server: server)
            resource = metadata
            return try look(in: ordered(metadata.authorizationServers)[...])
        case .server(let issuer, _, _):
            return found(try ServerMetadata(json, issuer: issuer, rule: rule), isLegacy: false)
        case .legacy:
            let root = server.origin.description
            // There is no written issuer to compare with, so either spelling of the root is the right one.
            let issuer = json["issuer"]?.stringValue == root + "/" ? root + "/" : root
            return found(try ServerMetadata(json, issuer: issuer, rule: rule), isLegacy: true)
        case .over:
            preconditionFailure("a fetch that was not asked for")
        }
    }

    private mutating func next() -> Step {
        switch stage {
        case .resource(var rest):
            if let address = rest.popFirst() {
                stage = .resource(rest: rest)
                return .fetch(address)
            }
            stage = .legacy(rest: WellKnown.server(of: HTTPAddress(origin: server.origin))[...])
            return next()
        case .server(let issuer, var rest, let others):
            if let address = rest.popFirst() {
                stage = .server(issuer: issuer, rest: rest, others: others)
                return .fetch(address)
            }
            guard !others.isEmpty else { return fail(.badMetadata(.noServerMetadata(issuer: issuer))) }
            do throws(AuthorizationFault) {
                return try look(in: others)
            } catch {
                return fail(error)
            }
        case .legacy(var rest):
            guard let address = rest.popFirst() else {
                return found(ServerMetadata(defaultsAt: server.origin), isLegacy: true)
            }
            stage = .legacy(rest: rest)
            return .fetch(address)
        case .over:
            preconditionFailure("discovery is over")
        }
    }

    private mutating func look(in issuers: ArraySlice<String>) throws(AuthorizationFault) -> Step {
        guard let issuer = issuers.first else { throw .badMetadata(.noAuthorizationServer) }
        let address: HTTPAddress
        do {
            address = try rule.address(issuer)
        } catch {
            throw .refusedAddress(error)
        }
        stage = .server(issuer: issuer, rest: WellKnown.server(of: address)[...], others: issuers.dropFirst())
        return next()
    }

    private func ordered(_ issuers: [String]) -> [String] {
        issuers.filter(knownIssuers.contains) + issuers.filter { !knownIssuers.contains($0) }
    }

    private mutating func found(_ metadata: ServerMetadata, isLegacy: Bool) -> Step {
        stage = .over
        return .found(
            DiscoveredServer(
                server: server,
                resource: resource?.resource ?? ResourceMetadata.identifier(of: server),
                resourceScopes: resource?.scopes,
                metadata: metadata,
                isLegacy: isLegacy,
                wantsPossession: resource?.wantsPossession ?? false
            )
        )
    }

    private mutating func fail(_ fault: AuthorizationFault) -> Step {
        stage = .over
        return .failed(fault)
    }
}
