import Foundation
import Glibc
import JSON
import Synchronization
import Testing

@Suite("openworkd on a socket that was passed to it", .timeLimit(.minutes(2)))
struct PassedSocketTests {
    /// Opens a socket, tells its port, and becomes the daemon with it as descriptor 3.
    private static let passing = """
        import os, socket, sys
        s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(16)
        open(sys.argv[1], "w").write(str(s.getsockname()[1]) + "\\n")
        if s.fileno() == 3: os.set_inheritable(3, True)
        else: os.dup2(s.fileno(), 3)
        os.environ.update(LISTEN_FDS="1", LISTEN_PID=str(os.getpid()))
        for number in map(int, sys.argv[4:]): os.close(number)
        os.execv(sys.argv[2], ["openworkd", "--home", sys.argv[3], "--port", "1"])
        """

    @Test("answers there and nowhere else, and ends in order")
    func passed() async throws {
        let folder = try TemporaryFolder()
        try await Self.run(Self.passing(in: folder), in: folder) { errors, _ in
            // The port that was asked for is 1: it opens none beside the one that was passed.
            let number = try Self.port(in: folder)
            #expect(errors.contains("openworkd: listening on http://localhost:\(number)\n"), "\(errors)")
            let run = try await Self.openwork("status", "--json", in: folder)
            #expect(try run.json["summary"] != nil, "\(run)")
        }
    }

    @Test("answers the call that is under way when it is told to end")
    func endsInOrder() async throws {
        let folder = try TemporaryFolder()
        let said = folder.path("said")
        // What it is told stands in a file, too, and a call takes a while.
        let server = #"tee "$0" | exec "$1" --fault latency=1s,method=tools/call"#
        let registry: JSONValue = try [
            "integrations": [
                [
                    "id": "slow", "name": "Slow", "auth": ["kind": "none"], "tools": ["echo"],
                    "servers": [
                        [
                            "kind": "command", "executable": "/bin/sh",
                            "arguments": [
                                "-c", .string(server), .string(said), .string(ToolRun.path(of: "openwork-mock")),
                            ],
                        ]
                    ],
                ]
            ]
        ]
        let place = folder.path("home/registry")
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        try Data(registry.utf8()).write(to: URL(filePath: "\(place)/integrations.json"))
        try await Self.run(Self.passing(in: folder), in: folder) { _, pid in
            let configured = try await Self.openwork("configure", "slow", in: folder)
            try #require(configured.code == 0, "\(configured)")
            async let call = Self.openwork("call", "slow", "echo", #"{"text": "still there"}"#, in: folder)
            // Not there before the server is.
            while (try? String(contentsOfFile: said, encoding: .utf8))?.contains("still there") != true {
                try await ContinuousClock().sleep(for: .milliseconds(20))
            }
            kill(pid, SIGTERM)
            let answer = try await call
            #expect(answer.output.contains("still there"), "\(answer)")
        }
    }

    @Test("never takes one of its own files for a standard stream that is closed", arguments: [[0], [2], [0, 1, 2]])
    func closedStreams(numbers: [Int]) async throws {
        let folder = try TemporaryFolder()
        let words = try Self.passing(in: folder) + numbers.map(String.init)
        try await Self.run(words, in: folder, isMute: numbers.contains(2)) { _, pid in
            // Nobody hears it say where it listens: the first answer tells.
            while try await Self.openwork("status", in: folder).code == 3 {}
            for number in numbers {
                let place = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\(number)")
                #expect(place == "/dev/null")
            }
        }
    }

    @Test(
        "is started by the first caller",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-socket-activate"))
    )
    func activated() async throws {
        let folder = try TemporaryFolder()
        let port = try Self.freePort()
        try await Self.run(
            [
                "/usr/bin/systemd-socket-activate", "-l", "127.0.0.1:\(port)", "-E", "HOME=\(folder.path(""))",
                ToolRun.path(of: "openworkd"), "--home", folder.path("home"),
            ],
            in: folder,
            knocking: port
        ) { errors, _ in
            #expect(errors.contains("openworkd: listening on http://localhost:\(port)\n"), "\(errors)")
        }
    }

    // MARK: Parts

    /// The command that opens a socket and becomes the daemon.
    private static func passing(in folder: TemporaryFolder) throws -> [String] {
        try Data(passing.utf8).write(to: URL(filePath: folder.path("passing.py")))
        return [
            "python3", folder.path("passing.py"), folder.path("port"), try ToolRun.path(of: "openworkd"),
            folder.path("home"),
        ]
    }

    private static func port(in folder: TemporaryFolder) throws -> String {
        try String(contentsOfFile: folder.path("port"), encoding: .utf8).filter(\.isNumber)
    }

    /// What is typed behind `openwork`, for the daemon on the socket that was opened.
    private static func openwork(_ words: String..., in folder: TemporaryFolder) async throws -> ToolRun {
        // Not there before the socket is.
        let port = (try? port(in: folder)) ?? "1"
        let places = ["OPENWORK_URL": "http://127.0.0.1:\(port)", "OPENWORK_HOME": folder.path("home")]
        return try await ToolRun.of("openwork", words, environment: places, in: folder)
    }

    /// Runs a command that becomes the daemon; the body gets its standard error once it listens.
    private static func run(
        _ words: [String],
        in folder: TemporaryFolder,
        knocking port: Int? = nil,
        isMute: Bool = false,
        _ body: (String, pid_t) async throws -> Void
    ) async throws {
        let name = UUID().uuidString
        let started = Mutex<pid_t?>(nil)
        async let run = ToolRun.of(
            path: "/usr/bin/env",
            words,
            environment: ["HOME": folder.path("")],
            in: folder,
            named: name
        ) { pid in started.withLock { $0 = pid } }
        let result: Result<Void, any Error>
        do {
            let file = folder.path("\(name).err")
            if !isMute { _ = try await RunningDaemon.address(in: file) { if let port { knock(port) } } }
            while started.withLock({ $0 }) == nil { try await ContinuousClock().sleep(for: .milliseconds(20)) }
            try await body(String(contentsOfFile: file, encoding: .utf8), started.withLock { $0 } ?? 0)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        if let pid = started.withLock({ $0 }) { kill(pid, SIGTERM) }
        let ended = try await run
        try result.get()
        #expect(ended.code == 0, "\(ended)")
    }

    private static func connected(_ port: Int) -> CInt {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        _ = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return descriptor
    }

    private static func knock(_ port: Int) { close(connected(port)) }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        try #require(isBound)
        return Int(in_port_t(bigEndian: place.sin_port))
    }
}
