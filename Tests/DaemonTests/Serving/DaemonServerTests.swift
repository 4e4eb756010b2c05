import Glibc
import HTTPTypes
import MCPHTTP
import Testing

@testable import Daemon

@Suite struct DaemonServerTests {
    private static let hasIPv6: Bool = {
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_addr = in6addr_loopback
        let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
            }
        }
    }()

    @Test(.enabled(if: hasIPv6), .timeLimit(.minutes(1)), arguments: ["127.0.0.1", "[::1]", "localhost"])
    func `Whatever localhost means, the daemon answers there and knows who calls`(host: String) async throws {
        try await Caller.with { caller in
            let address = try HTTPAddress("http://\(host):\(caller.port)/api/status")
            let reply = try await caller.pool.exchange(HTTPCall(.get, address, fields: [:], body: []))
            #expect(reply.status == 200)
            _ = try await reply.collect(limitInBytes: 1 << 20)
        }
    }
}
