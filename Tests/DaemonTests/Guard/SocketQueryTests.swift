import Glibc
import Testing

@testable import Daemon

@Suite("The question for one socket")
struct SocketQueryTests {
    @Test("is answered as the table of all of them says, or not at all")
    func agrees() async throws {
        try await Caller.with { caller in
            let ends = try Self.connect(to: caller.port)
            defer { close(ends.descriptor) }
            let listed = SocketTable.listedOwner(from: ends.client, to: ends.server)
            #expect(listed == geteuid())
            let answer = SocketQuery.owner(from: ends.client, to: ends.server)
            #expect(answer == .owner(geteuid()) || answer == .unknown)
            let other = SocketTable.End(address: ends.client.address, port: ends.client.port ^ 1)
            #expect(SocketQuery.owner(from: other, to: ends.server) != .owner(geteuid()))
        }
    }

    @Test("is not answered by what is cut off, or is another message")
    func strange() {
        #expect(SocketQuery.read([]) == .unknown)
        #expect(SocketQuery.read([UInt8](repeating: 0, count: 88)[...]) == .unknown)
        var error = [UInt8](repeating: 0, count: 36)
        error[4] = 2
        withUnsafeBytes(of: Int32(-ENOENT)) { error.replaceSubrange(16..<20, with: $0) }
        #expect(SocketQuery.read(error[...]) == .nobody)
    }

    private static func connect(to port: Int) throws -> (
        descriptor: Int32, client: SocketTable.End, server: SocketTable.End
    ) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var own = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, length) }
        }
        try #require(result == 0)
        let named = withUnsafeMutablePointer(to: &own) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        try #require(named == 0)
        let loopback: [UInt8] = [127, 0, 0, 1]
        return (
            descriptor, SocketTable.End(address: loopback, port: Int(UInt16(bigEndian: own.sin_port))),
            SocketTable.End(address: loopback, port: port)
        )
    }
}
