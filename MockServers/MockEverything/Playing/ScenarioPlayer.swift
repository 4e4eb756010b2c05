package import JSON
import MCP
package import MCPAuthorization
import MCPConnection
package import MCPHTTP

/// Plays one scenario of the official suite as a client over HTTP.
package struct ScenarioPlayer: Sendable {
    /// Makes what authorizes the requests of a scenario; nil for one it knows nothing about.
    package typealias Authorizing =
        @Sendable (_ scenario: String, _ context: JSONValue, _ address: HTTPAddress) throws(PlayError) ->
        OAuthAuthorizer?

    private let address: HTTPAddress
    private let offer: RevisionOffer
    private let context: JSONValue
    private let authorizing: Authorizing

    /// A player for one server.
    /// - Parameters:
    ///   - address: the MCP endpoint.
    ///   - version: the revision to play in; nil finds out what the server speaks.
    ///   - context: JSON text with what the scenario needs to know; nil for none.
    ///   - authorizing: plugs in an authorization client; by default there is none.
    /// - Throws: `PlayError.context`.
    package init(
        address: HTTPAddress,
        version: String?,
        context: String?,
        authorizing: @escaping Authorizing = { _, _, _ in nil }
    ) throws(PlayError) {
        self.address = address
        self.authorizing = authorizing
        offer = Self.offer(version)
        do {
            self.context = try context.map { (text) throws(JSONError) in try JSONValue(parsing: text) } ?? [:]
        } catch {
            throw .context("\(error)")
        }
    }

    /// Plays a scenario, or nothing but the plainest use when none is named.
    /// - Throws: `PlayError`, and whatever went wrong with the server.
    package func play<C: Clock<Duration>>(_ name: String?, exchanger: any HTTPExchanger, clock: C) async throws {
        let scenario = try scenario(name)
        let authorizer = try authorizing(name ?? "", context, address)
        if authorizer == nil, let name, Self.needsAuthorization(name) { throw PlayError.needsAuthorization(name) }
        let run = await withHTTPClient(
            HTTPClientSettings(address: address, authorizer: authorizer),
            exchanger: exchanger,
            configuration: ClientConfiguration(
                info: Implementation(name: "openwork-mock-client", version: "0.1.0"),
                capabilities: PlayedUser.capabilities,
                offer: offer
            ),
            handlers: PlayedUser().handlers,
            clock: clock
        ) { client, _ in
            try await scenario.play(client, context: context)
        }
        do {
            try run.run.value
        } catch {
            // Why there is no token says more than the 401 that came of it.
            guard let fault = authorizer?.fault else { throw error }
            throw PlayError.unauthorized(fault)
        }
    }

    /// Scenarios about authorization play the plainest use of the server, behind a door.
    private func scenario(_ name: String?) throws(PlayError) -> ClientScenario {
        guard let name, !Self.needsAuthorization(name) else { return .toolsCall }
        guard let scenario = ClientScenario(rawValue: name) else { throw .unknown(name) }
        return scenario
    }

    private static func needsAuthorization(_ name: String) -> Bool { name.hasPrefix("auth/") }

    /// A legacy client that asks for a revision has to take an older one from the server.
    private static func offer(_ version: String?) -> RevisionOffer {
        guard let revision = version.flatMap(ProtocolRevision.init(rawValue:)) else { return .all }
        let older = ProtocolRevision.allCases.filter { $0.era == .legacy && $0 <= revision }
        return revision.era == .modern ? .only(revision) : RevisionOffer(older) ?? .all
    }
}
