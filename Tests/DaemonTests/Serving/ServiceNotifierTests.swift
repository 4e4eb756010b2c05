import Glibc
import Testing

@testable import Daemon

@Suite("What the service manager is told", .timeLimit(.minutes(1)))
struct ServiceNotifierTests {
    /// A service manager that listens at a name outside of the file system.
    private static func heard(_ messages: [ServiceNotifier.Message]) throws -> [String] {
        let name = "openwork-test-\(UInt64.random(in: .min ... .max))"
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: [0] + Array(name.utf8)) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + 1 + name.utf8.count)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
        }
        try #require(result == 0)
        let notifier = ServiceNotifier(environment: ["NOTIFY_SOCKET": "@\(name)"])
        return messages.map { message in
            notifier.send(message)
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
    }

    @Test func `Readiness and the end are told as the manual has it`() throws {
        let heard = try Self.heard([.ready("listening on port 1"), .stopping, .alive])
        #expect(heard == ["READY=1\nSTATUS=listening on port 1", "STOPPING=1", "WATCHDOG=1"])
    }

    @Test func `Without a service manager nothing is sent`() {
        let notifier = ServiceNotifier(environment: [:])
        notifier.send(.stopping)
        #expect(notifier.watchdog == nil)
    }

    @Test func `A watchdog counts only where it is meant for this process`() {
        let ours = ["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "\(getpid())"]
        #expect(ServiceNotifier(environment: ours).watchdog == .seconds(3))
        let other = ["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "1"]
        #expect(ServiceNotifier(environment: other).watchdog == nil)
    }
}
