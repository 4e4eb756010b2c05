import Foundation
import Glibc
import JSON
import Synchronization
import Testing

/// What the unit of the package sets, so that the tests run what people run.
private let unitEnvironment: [String: String] = {
    let root = #filePath.split(separator: "/Tests/CommandTests/")[0]
    let unit = try? String(contentsOfFile: root + "/packaging/openworkd.service", encoding: .utf8)
    let pairs = (unit ?? "").split(separator: "\n").filter { $0.hasPrefix("Environment=") }.compactMap { line in
        let words = line.dropFirst("Environment=".count).split(separator: "=", maxSplits: 1).map(String.init)
        return words.count == 2 ? (words[0], words[1]) : nil
    }
    return Dictionary(pairs) { first, _ in first }
}()

@Suite("A daemon that crashes as its unit runs it", .timeLimit(.minutes(2)))
struct CrashTests {
    @Test("ends at once, says nothing secret, and leaves no server behind", arguments: [SIGSEGV, SIGILL, SIGABRT])
    func crashed(signal: CInt) async throws {
        #expect(unitEnvironment["SWIFT_BACKTRACE"] == "enable=no")
        let secret = "ghp_right0815"
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let registry = folder.path("home/registry")
        try FileManager.default.createDirectory(atPath: registry, withIntermediateDirectories: true)
        let entries = JSONValue.array([RunningDaemon.entry(mock: mock)])
        try Data(entries.utf8()).write(to: URL(filePath: "\(registry)/integrations.json"))
        let name = UUID().uuidString
        let started = Mutex<pid_t?>(nil)
        async let run = ToolRun.of(
            "openworkd",
            ["--home", folder.path("home"), "--port", "0"],
            environment: unitEnvironment.merging(["HOME": folder.path(""), "TMPDIR": folder.path("")]) { $1 },
            in: folder,
            named: name
        ) { pid in started.withLock { $0 = pid } }
        let url = try await RunningDaemon.address(in: folder.path("\(name).err"))
        let pid = try #require(started.withLock { $0 })
        let configured = try await ToolRun.of(
            "openwork",
            ["configure", "tool", "GITHUB_PERSONAL_ACCESS_TOKEN=\(secret)"],
            environment: ["OPENWORK_URL": url, "OPENWORK_HOME": folder.path("home")],
            in: folder
        )
        #expect(configured.code == 0, "\(configured.output) \(configured.errors)")
        kill(pid, signal)
        let ended = try await run
        #expect(ended.code != 0)
        #expect(!ended.errors.contains(secret) && !ended.output.contains(secret))
        // The guard ends what the daemon left.
        while try Self.servers(of: folder) > 0 { try await ContinuousClock().sleep(for: .milliseconds(50)) }
    }

    /// Mocks that run for a daemon in this folder.
    private static func servers(of folder: TemporaryFolder) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").count { name in
            guard name.allSatisfy(\.isNumber) else { return false }
            func text(_ file: String) -> String {
                let bytes = FileManager.default.contents(atPath: "/proc/\(name)/\(file)") ?? Data()
                return String(decoding: bytes, as: UTF8.self)
            }
            return text("stat").contains("(openwork-mock)") && text("environ").contains(folder.path(""))
        }
    }
}
