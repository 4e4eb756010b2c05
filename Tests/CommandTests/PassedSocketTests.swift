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
        os.execv(sys.argv[2], ["openworkd", "--home", sys.argv[3], "--port", "1"])
        """

    @Test("answers there and nowhere else, and ends in order")
    func passed() async throws {
        let folder = try TemporaryFolder()
        try Data(Self.passing.utf8).write(to: URL(filePath: folder.path("passing.py")))
        let port = folder.path("port")
        try await Self.run(
            [
                "python3", folder.path("passing.py"), port, ToolRun.path(of: "openworkd"), folder.path("home"),
            ],
            in: folder
        ) { errors in
            let number = try String(contentsOfFile: port, encoding: .utf8).filter(\.isNumber)
            // The port that was asked for is 1: it opens none beside the one that was passed.
            #expect(errors.contains("openworkd: listening on http://localhost:\(number)\n"), "\(errors)")
            let run = try await ToolRun.of(
                "openwork",
                ["status", "--json"],
                environment: ["OPENWORK_URL": "http://127.0.0.1:\(number)", "OPENWORK_HOME": folder.path("home")],
                in: folder
            )
            #expect(try JSONValue(parsing: Array(run.output.utf8))["summary"] != nil, "\(run)")
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
        ) { errors in
            #expect(errors.contains("openworkd: listening on http://localhost:\(port)\n"), "\(errors)")
        }
    }

    // MARK: Parts

    /// Runs a command that becomes the daemon; the body gets its standard error once it listens.
    private static func run(
        _ words: [String],
        in folder: TemporaryFolder,
        knocking port: Int? = nil,
        _ body: (String) async throws -> Void
    ) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = words
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder.path("")]
        let file = folder.path("errors")
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: file)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let result: Result<Void, any Error>
        do {
            while true {
                let text = try String(contentsOfFile: file, encoding: .utf8)
                if text.contains("openworkd: listening on ") { break }
                if let line = text.split(separator: "\n").last(where: { $0.hasPrefix("openworkd: ") }) {
                    throw ToolFault(description: String(line))
                }
                if let port { knock(port) }
                try await ContinuousClock().sleep(for: .milliseconds(50))
            }
            try await body(String(contentsOfFile: file, encoding: .utf8))
            result = .success(())
        } catch {
            result = .failure(error)
        }
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        try result.get()
        #expect(process.terminationStatus == 0)
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
