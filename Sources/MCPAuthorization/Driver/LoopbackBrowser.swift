import HTTPTypes
import Hummingbird
package import Logging
import MCPHTTP
import NIOCore
import ServiceLifecycle

/// A login in a browser on this machine, which comes back to a port of ours on loopback (RFC 8252).
package struct LoopbackBrowser: LoginBrowser {
    private let open: @Sendable (AuthorizationRequest) async -> Void
    private let logger: Logger

    static let path = "/callback"

    /// A browser that the closure sends to the address of a request; it may return at once, the answer is awaited.
    package init(logger: Logger, open: @escaping @Sendable (AuthorizationRequest) async -> Void) {
        self.logger = logger
        self.open = open
    }

    /// Listens on a preferred port where it is free, on any other where it is not.
    package func withCallback<Value: Sendable>(
        preferring preferred: [String],
        _ body: (any LoginCallback) async -> Value
    ) async throws(AuthorizationFault) -> Value {
        // A port that is taken by somebody else costs a registration, not the login.
        for text in preferred.prefix(5) {
            guard let address = try? HTTPAddress(text), address.origin.isLoopback, address.origin.scheme == .http else {
                continue
            }
            if let value = await listen(on: address.origin.port, address.path, as: text, body) { return value }
        }
        if let value = await listen(on: 0, Self.path, as: nil, body) { return value }
        throw .store("no port can be opened on loopback")
    }

    /// Nil when the port cannot be opened.
    private func listen<Value: Sendable>(
        on port: Int,
        _ path: String,
        as redirectURI: String?,
        _ body: (any LoginCallback) async -> Value
    ) async -> Value? {
        let (callbacks, callbackSink) = AsyncStream.makeStream(of: Secret.self, bufferingPolicy: .bufferingNewest(4))
        let (ports, portSink) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let router = Router()
        router.get(RouterPath(path)) { request, _ in
            callbackSink.yield(Secret(request.uri.query ?? ""))
            return Self.page
        }
        let server = LoopbackServer(router: router, port: port, logger: logger) { portSink.yield($0) }
        let services = ServiceGroup(services: [server], logger: logger)
        return await withTaskGroup { group in
            group.addTask {
                // A port that is taken ends the stream of ports, and that is all there is to know.
                try? await services.run()
                portSink.finish()
                callbackSink.finish()
            }
            var iterator = ports.makeAsyncIterator()
            var value: Value?
            if let port = await iterator.next() {
                let redirectURI = redirectURI ?? "http://127.0.0.1:\(port)\(path)"
                value = await body(Callback(redirectURI: redirectURI, queries: callbacks, open: open))
                // The page that thanks the user is on its way.
                await services.triggerGracefulShutdown()
            }
            await group.waitForAll()
            return value
        }
    }

    private static let page = Response(
        status: .ok,
        headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .referrerPolicy: "no-referrer"],
        body: ResponseBody(
            byteBuffer: ByteBuffer(
                string: "<!doctype html><title>OpenWork</title><p>Done. You can close this page.</p>"
            )
        )
    )

    private struct Callback: LoginCallback {
        let redirectURI: String
        let queries: AsyncStream<Secret>
        let open: @Sendable (AuthorizationRequest) async -> Void

        func answer(to request: AuthorizationRequest) async throws(AuthorizationFault) -> Secret {
            await open(request)
            for await query in queries {
                let answer = Secret("\(redirectURI)?\(query.revealed())")
                do throws(AuthorizationFault) {
                    _ = try request.code(from: answer)
                } catch .badCallback(.foreignState) {
                    // Anybody on this machine can call; an answer to another request is no answer to this one.
                    continue
                } catch {
                    return answer
                }
                return answer
            }
            throw .cancelled
        }
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy: HTTPField.Name = {
        guard let name = HTTPField.Name("Referrer-Policy") else { preconditionFailure("no field name") }
        return name
    }()
}
