import Glibc
import MCPHTTP
import Synchronization
import TestSupport
import Testing

@testable import Daemon
@testable import Gateway

@Suite("A crowd at the endpoint of a role", .serialized, .timeLimit(.minutes(10)))
struct RoleCrowdTests {
    private static let sessions = LoadSize.isFull ? 1_000 : 50
    private static let calls = LoadSize.isFull ? 20 : 10

    @Test("of all eras and transports is given its own answers and changes, and nothing of it is left")
    func everyone() async throws {
        Self.raiseDescriptorLimit()
        try await CrowdHome.with { home in
            let served = try #require(home.desk.served["crowd"])
            // What is kept for good is there after the first few.
            try await Self.gather(40, calls: 4, at: home)
            let before = (Self.descriptors, Self.children, MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
            let start = ContinuousClock.now
            try await Self.gather(Self.sessions, calls: Self.calls, at: home)
            let time = ContinuousClock.now - start
            // What a client leaves behind is put away a moment after it has gone.
            var looks = 0
            while !Self.isAtRest(served) || (LoadSize.isFull && Self.descriptors > before.0) {
                looks += 1
                if looks.isMultiple(of: 500) { print("still there:", Self.rest(of: served), Self.descriptors) }
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            await home.desk.writeTrailNow()
            let after = (Self.descriptors, Self.children, MemoryInUse.allocatedBytes, MemoryInUse.residentBytes)
            print(
                "\(Self.sessions) sessions of \(Self.calls) calls: \(time), descriptors \(before.0) and \(after.0),",
                "processes \(before.1) and \(after.1), allocated \((after.2 - before.2) >> 10) KiB more,",
                "resident \((after.3 - before.3) >> 10) KiB more"
            )
            guard LoadSize.isFull else { return }
            #expect(after.1 == before.1)
            #expect(after.2 - before.2 < 8 << 20)
        }
    }

    private static func gather(_ sessions: Int, calls: Int, at home: CrowdHome) async throws {
        var settings = HTTPPoolSettings()
        settings.connectionsPerOrigin = 8_192
        settings.connectBound = .seconds(50)
        try await HTTPPool.with(settings) { pool in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<sessions {
                    group.addTask { try await CrowdMember(number: number, calls: calls).live(at: home, pool) }
                }
                try await group.waitForAll()
            }
        }
    }

    /// What is left of clients: calls in flight, clients that watch, calls that wait for clients, sessions.
    private static func rest(of served: ServedRole) -> [Int] {
        let held = served.gateway.state.withLock { [$0.gate.callsInFlight, $0.watched.count] }
        return held + [served.gateway.parked.count, served.endpoint.sessionCount]
    }

    private static func isAtRest(_ served: ServedRole) -> Bool { rest(of: served).allSatisfy { $0 == 0 } }

    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(7), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(7), &limit)
    }

    private static var descriptors: Int { names(in: "/proc/self/fd").count }

    /// Processes of which this one is the parent.
    private static var children: Int {
        let own = String(getpid())
        return names(in: "/proc")
            .filter { pid in
                guard pid.allSatisfy(\.isNumber), let file = fopen("/proc/\(pid)/stat", "re") else { return false }
                defer { fclose(file) }
                var line = [CChar](repeating: 0, count: 512)
                guard fgets(&line, Int32(line.count), file) != nil else { return false }
                let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                let words = text.split(separator: ")").last?.split(separator: " ") ?? []
                return words.count > 1 && words[1] == own
            }
            .count
    }

    private static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
                place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
