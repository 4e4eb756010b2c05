import Glibc
import Testing

@testable import Daemon

@Suite("Sockets that a service manager passes")
struct PassedSocketsTests {
    /// A socket on an address of this machine while the body runs.
    private static func with(
        _ address: UInt32,
        type: __socket_type = SOCK_STREAM,
        isListening: Bool = true,
        _ body: (CInt) throws -> Void
    ) throws {
        let descriptor = socket(AF_INET, CInt(type.rawValue), 0)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = address.bigEndian
        let isBound = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        try #require(isBound)
        if isListening { try #require(listen(descriptor, 8) == 0) }
        try body(descriptor)
    }

    private static func take(_ first: CInt, isOpenToOthers: Bool = false) throws -> [CInt] {
        let environment = ["LISTEN_FDS": "1", "LISTEN_PID": String(getpid())]
        return try PassedSockets.take(environment, first: first, isOpenToOthers: isOpenToOthers)
    }

    private static let loopback: UInt32 = 0x7f00_0001

    @Test func `One that listens on loopback is taken, and no child inherits it`() throws {
        try Self.with(Self.loopback) { descriptor in
            let taken = try Self.take(descriptor)
            #expect(taken == [descriptor])
            #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0)
        }
    }

    @Test(
        arguments: [
            [:], ["LISTEN_FDS": "1"], ["LISTEN_FDS": "1", "LISTEN_PID": "1"],
            ["LISTEN_FDS": "0", "LISTEN_PID": String(getpid())], ["LISTEN_FDS": "x", "LISTEN_PID": String(getpid())],
        ]
    )
    func `What was passed to nobody or to another process is left alone`(environment: [String: String]) throws {
        #expect(try PassedSockets.take(environment, isOpenToOthers: false) == [])
    }

    @Test func `One that others can reach wants tokens`() throws {
        try Self.with(0) { descriptor in
            let fault = #expect(throws: PassedSockets.Fault.self) { try Self.take(descriptor) }
            #expect(fault?.description.contains("--tokens") == true)
            let taken = try Self.take(descriptor, isOpenToOthers: true)
            #expect(taken == [descriptor])
        }
    }

    @Test func `What does not listen is refused`() throws {
        try Self.with(Self.loopback, isListening: false) { descriptor in
            #expect(throws: PassedSockets.Fault.self) { try Self.take(descriptor) }
        }
        try Self.with(Self.loopback, type: SOCK_DGRAM, isListening: false) { descriptor in
            #expect(throws: PassedSockets.Fault.self) { try Self.take(descriptor) }
        }
        #expect(throws: PassedSockets.Fault.self) { try Self.take(9_999) }
    }
}
