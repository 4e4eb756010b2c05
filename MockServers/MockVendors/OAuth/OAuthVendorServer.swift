import Hummingbird
import JSON
package import Logging
import MCPAuthorization
package import MCPHTTP
import Synchronization

/// An authorization server on a loopback port, which plays a script.
package final class OAuthVendorServer: Sendable {
    private let vendor: Mutex<OAuthVendor>
    private let now: @Sendable () -> Int64
    private let exchanger: (any HTTPExchanger)?
    private let watching: @Sendable (OAuthEvent) -> Void
    private let hearing: @Sendable (OAuthCall, OAuthReply) -> Void

    init(
        _ vendor: OAuthVendor,
        _ now: @escaping @Sendable () -> Int64,
        _ exchanger: (any HTTPExchanger)?,
        _ watching: @escaping @Sendable (OAuthEvent) -> Void = { _ in },
        _ hearing: @escaping @Sendable (OAuthCall, OAuthReply) -> Void = { _, _ in }
    ) {
        self.hearing = hearing
        self.vendor = Mutex(vendor)
        self.now = now
        self.exchanger = exchanger
        self.watching = watching
    }

    /// Serves on a free port of 127.0.0.1 while the body runs; throws what the body throws, or why there is no port.
    ///
    /// Time is in seconds since 1970. The exchanger fetches metadata documents of clients that the script does not hold;
    /// without one, such clients stay unknown. `hearing` is given every call with its answer, whatever the path.
    package static func with<Value>(
        _ script: OAuthScript,
        now: @escaping @Sendable () -> Int64,
        exchanger: (any HTTPExchanger)? = nil,
        hearing: @escaping @Sendable (OAuthCall, OAuthReply) -> Void = { _, _ in },
        logger: Logger,
        _ body: (OAuthVendorServer) async throws -> Value
    ) async throws -> Value {
        let later = Later<OAuthVendorServer>()
        let router = Router()
        router.add(middleware: AnsweringVendor<BasicRequestContext>(server: later))
        return try await withLoopback(router, logger: logger) { opened in
            let vendor = OAuthVendor(script, origin: "http://127.0.0.1:\(opened)")
            let server = OAuthVendorServer(vendor, now, exchanger, { _ in }, hearing)
            later.set(server)
            return try await body(server)
        }
    }

    /// Its issuer identifier, with the port it was given.
    package var issuer: String { vendor.withLock(\.issuer) }

    /// What happened so far.
    package var events: [OAuthEvent] { vendor.withLock(\.events) }

    /// Changes the script on the way.
    package func change(_ change: @Sendable (inout OAuthScript) -> Void) {
        vendor.withLock { change(&$0.script) }
    }

    /// Ends every access token there is.
    package func endAccessTokens() {
        vendor.withLock { $0.endAccessTokens() }
    }

    /// A token that a resource may accept now; nil for anything else.
    package func token(_ text: String) -> IssuedToken? {
        let now = now()
        return vendor.withLock { $0.token(text, now: now) }
    }

    func answer(_ call: OAuthCall) async -> OAuthReply {
        if let address = vendor.withLock({ $0.unknownDocument(in: call) }) { await learn(address) }
        let now = now()
        let (reply, events) = vendor.withLock { vendor in
            let count = vendor.events.count
            return (vendor.answer(call, now: now), vendor.events.dropFirst(count))
        }
        for event in events { watching(event) }
        hearing(call, reply)
        return reply
    }

    private func learn(_ address: String) async {
        let scripted = vendor.withLock { $0.script.documents[address] }
        let document: JSONValue?
        if let scripted { document = scripted } else { document = await fetch(address) }
        guard let document else { return }
        _ = vendor.withLock { $0.learn(document, at: address) }
    }

    private func fetch(_ address: String) async -> JSONValue? {
        guard let exchanger, let address = try? HTTPAddress(address),
            let reply = try? await exchanger.exchange(HTTPCall(.get, address)), reply.status == 200
        else { return nil }
        var bytes: [UInt8] = []
        do {
            for try await piece in reply.body {
                bytes += piece
                // A document about a client is short.
                guard bytes.count <= 64 << 10 else { return nil }
            }
        } catch {
            // The client is not known then, and is told so.
            return nil
        }
        return try? JSONValue(parsing: bytes)
    }
}
