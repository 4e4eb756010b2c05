import Glibc
import Hummingbird
import Logging
import ServiceLifecycle
import Testing

@testable import MCPHTTP

@Suite("A server on loopback", .timeLimit(.minutes(1)))
struct LoopbackServerTests {
    private static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a server, opens many connections as soon as it listens, and ends it in the same breath.
    private static func rush(_ count: Int, ending end: @escaping @Sendable (ServiceGroup) async -> Void) async throws {
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let router = Router()
        router.get("/") { _, _ in "hello" }
        let server = LoopbackServer(router: router, logger: logger) { sink.yield($0) }
        let services = ServiceGroup(services: [server], logger: logger)
        await withTaskGroup { group in
            group.addTask {
                // Cancelled is what it is to be.
                try? await services.run()
                sink.finish()
            }
            var iterator = ports.makeAsyncIterator()
            let callers = await iterator.next().map { port in (0..<count).map { _ in Caller(port: port) } } ?? []
            #expect(callers.count == count)
            await end(services)
            group.cancelAll()
            await group.waitForAll()
            for caller in callers { caller.hangUp() }
        }
    }

    @Test("can be cancelled while connections come in")
    func cancelled() async throws {
        for _ in 0..<20 { try await Self.rush(64) { _ in } }
    }

    @Test("can be shut down gracefully and cancelled while connections come in")
    func shutDown() async throws {
        for _ in 0..<20 { try await Self.rush(64) { await $0.triggerGracefulShutdown() } }
    }

    @Test("says why the port cannot be opened")
    func takenPort() async throws {
        let (ports, sink) = AsyncStream.makeStream(of: Int.self)
        let first = LoopbackServer(router: Router(), logger: Self.logger) { sink.yield($0) }
        await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await first.run() }
            var iterator = ports.makeAsyncIterator()
            let port = await iterator.next() ?? 0
            let second = LoopbackServer(router: Router(), port: port, logger: Self.logger) { _ in }
            await #expect(throws: (any Error).self) { try await second.run() }
            group.cancelAll()
        }
    }
}

/// Somebody who connects and says nothing.
private struct Caller {
    private let descriptor: Int32

    init(port: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    func hangUp() {
        close(descriptor)
    }
}
