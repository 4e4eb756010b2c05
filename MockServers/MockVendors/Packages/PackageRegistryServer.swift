import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
import Synchronization

/// Pretended registries of packages on a loopback port, which can be in trouble.
package final class PackageRegistryServer: Sendable {
    private let registry: PackageRegistry
    private let trouble = Mutex<Int?>(nil)
    private let asked = Mutex<[String]>([])
    /// Host and port, without a path.
    package let base: String

    private static let eventLimit = 1_000

    private init(_ registry: PackageRegistry, port: Int) {
        self.registry = registry
        base = "http://127.0.0.1:\(port)"
    }

    /// Serves on a port of 127.0.0.1 while the body runs; 0 takes any that is free.
    /// - Throws: what the body throws, or why there is no port.
    package static func with<Value>(
        _ registry: PackageRegistry,
        port: Int = 0,
        logger: Logger,
        _ body: (PackageRegistryServer) async throws -> Value
    ) async throws -> Value {
        let later = Later<PackageRegistryServer>()
        let router = Router()
        router.add(middleware: PackageMiddleware(server: later))
        return try await withLoopback(router, port: port, logger: logger) { opened in
            let server = PackageRegistryServer(registry, port: opened)
            later.set(server)
            return try await body(server)
        }
    }

    /// The address for pip's index.
    package var pythonIndex: String { "\(base)/simple/" }

    /// The address for npm's registry.
    package var nodeRegistry: String { "\(base)/npm/" }

    /// What everybody is answered from now on; nil when it is well again.
    package func fail(with status: Int?) {
        trouble.withLock { $0 = status }
    }

    /// The paths that were asked for, the first thousand of them.
    package var paths: [String] { asked.withLock { $0 } }

    fileprivate func answer(_ path: String) -> Response {
        asked.withLock { if $0.count < Self.eventLimit { $0.append(path) } }
        if let status = trouble.withLock({ $0 }) { return Response(status: .init(code: status)) }
        guard let answer = registry.answer(path, base: base) else { return Response(status: .notFound) }
        var headers = HTTPFields()
        headers[.contentType] = answer.type
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }
}

private struct PackageMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    let server: Later<PackageRegistryServer>

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        server.value?.answer(request.uri.path) ?? Response(status: .serviceUnavailable)
    }
}
