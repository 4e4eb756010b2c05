import Foundation
import HTTPTypes
import Hummingbird
import JSON
package import Logging
import NIOCore
import Registry
import Synchronization

/// A pretended vendor on a loopback port, whose mood can be changed while it serves.
package final class VendorServer: Sendable {
    private let vendor: Mutex<Vendor>
    private let now: @Sendable () -> Int64
    /// How it was at the start.
    let firstMood: VendorMood
    /// Where it answers: the host and port with the path of the real base.
    package let base: String

    private init(_ vendor: Vendor, port: Int, now: @escaping @Sendable () -> Int64) {
        self.vendor = Mutex(vendor)
        self.now = now
        firstMood = vendor.mood
        base = "http://127.0.0.1:\(port)\(vendor.api.basePath)"
    }

    /// Serves on a port of 127.0.0.1 while the body runs; 0 takes any that is free.
    ///
    /// Time is in seconds since 1970.
    /// - Throws: what the body throws, or why there is no port.
    package static func with<Value>(
        _ api: VendorAPI,
        mood: VendorMood,
        port: Int = 0,
        now: @escaping @Sendable () -> Int64,
        logger: Logger,
        _ body: (VendorServer) async throws -> Value
    ) async throws -> Value {
        let later = Later<VendorServer>()
        let router = Router()
        router.add(middleware: VendorMiddleware(server: later))
        return try await withLoopback(router, port: port, logger: logger) { opened in
            let server = VendorServer(Vendor(api, mood: mood), port: opened, now: now)
            later.set(server)
            return try await body(server)
        }
    }

    /// Host and port, without a path.
    package var origin: String { base.split(separator: "/").prefix(2).joined(separator: "//") }

    /// What was asked so far, without any credential.
    package var events: [VendorEvent] { vendor.withLock(\.events) }

    /// Changes how it is.
    package func change(_ change: @Sendable (inout VendorMood) -> Void) {
        vendor.withLock { change(&$0.mood) }
    }

    func answer(_ call: VendorRequest) -> VendorAnswer {
        let now = now()
        return vendor.withLock { $0.answer(call, now: now) }
    }
}

/// Turns every request into a call, whatever its path.
private struct VendorMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    let server: Later<VendorServer>

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let server = server.value else { return Response(status: .serviceUnavailable) }
        if request.uri.path.hasPrefix(VendorServer.controlPath) { return control(server, request) }
        let body = try await request.body.collect(upTo: 1 << 20)
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.canonicalName] = field.value }
        let call = VendorRequest(
            request.method.rawValue,
            request.uri.path.removingPercentEncoding ?? request.uri.path,
            query: request.uri.queryParameters.map { .init(String($0.key), String($0.value)) },
            headers: headers,
            body: String(buffer: body)
        )
        return Response(server.answer(call))
    }

    private func control(_ server: VendorServer, _ request: Request) -> Response {
        let order = String(request.uri.path.dropFirst(VendorServer.controlPath.count))
        if request.method == .get, order == "requests" {
            return Response(VendorAnswer(200, body: server.eventList))
        }
        guard request.method == .post, server.obey(order) else {
            let known = VendorServer.orders.map(\.name).joined(separator: ", ")
            let message = "POST one of \(known) below \(VendorServer.controlPath), or GET requests"
            return Response(VendorAnswer(404, body: ["message": .string(message)]))
        }
        return Response(status: .noContent)
    }
}
