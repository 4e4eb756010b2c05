import HTTPTypes
package import MCPAuthorization
package import MCPHTTP

/// A user who is logged in everywhere and agrees at once, with a browser that shows nothing and follows every redirect.
package struct AgreeingBrowser: LoginBrowser {
    private let exchanger: any HTTPExchanger

    /// Nobody has to listen there: the browser stops in front of it.
    static let redirectURI = "http://127.0.0.1:8765/callback"

    /// Redirects that are followed before the user loses patience.
    static let redirectLimit = 10

    /// A browser that makes its requests with the exchanger.
    package init(exchanger: any HTTPExchanger) {
        self.exchanger = exchanger
    }

    /// Opens nothing.
    package func withCallback<Value: Sendable>(
        preferring preferred: [String],
        _ body: (any LoginCallback) async -> Value
    ) async throws(AuthorizationFault) -> Value {
        await body(Callback(redirectURI: preferred.first ?? Self.redirectURI, exchanger: exchanger))
    }

    private struct Callback: LoginCallback {
        let redirectURI: String
        let exchanger: any HTTPExchanger

        func answer(to request: AuthorizationRequest) async throws(AuthorizationFault) -> Secret {
            var address = request.address
            for _ in 0..<redirectLimit {
                let target = try await target(of: address)
                if target == redirectURI || target.hasPrefix(redirectURI + "?") { return Secret(target) }
                do {
                    address = try address.resolving(target)
                } catch {
                    throw .badCallback(.unreadable)
                }
            }
            throw .loginNeeded
        }

        /// Where an address sends the browser to; a page that wants to be read is not read.
        private func target(of address: HTTPAddress) async throws(AuthorizationFault) -> String {
            let reply: HTTPReply
            do {
                reply = try await exchanger.exchange(HTTPCall(.get, address))
            } catch {
                throw Task.isCancelled ? .cancelled : .unavailable(status: nil)
            }
            do {
                // Read to its end, so that the connection can be used again.
                for try await _ in reply.body {}
            } catch {
                throw Task.isCancelled ? .cancelled : .unavailable(status: nil)
            }
            guard (300..<400).contains(reply.status), let target = reply.fields[.location] else { throw .loginNeeded }
            return target
        }

        private var redirectLimit: Int { AgreeingBrowser.redirectLimit }
    }
}
