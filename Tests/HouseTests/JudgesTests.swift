import Testing

@Suite("Everything our side says in tests is heard by a judge")
struct JudgesTests {
    /// What opens a connection or a session, put together here so that this file does not open one itself.
    private static let openers = [
        "withClient" + "(", "withStdioClient" + "(", "withHTTPClient" + "(", "withServerProcess" + "(",
        ".serve" + "(over:", " serve" + "(", "MemoryChannel" + ".pair(", " Application" + "(", "LoopbackServer" + "(",
        "withLoopback" + "(", "MockSession" + "(", "MemoryHost" + "(", "ProcessHost" + "(", " HTTPHost" + "(",
        "StdioProxy" + "(", " Recorder" + "(", ".contact" + "(over:", ".contact" + "(starting:",
    ]

    /// Folders whose tests need none.
    private static let folders = [
        "Tests/TestSupport/": "the judge itself", "Tests/HTTPTestSupport/": "the judges over HTTP",
        "Tests/HouseTests/": "reads sources only",
        "Tests/MCPTests/": "sessions without a connection: WireConformanceTests holds what they say against the schema",
    ]

    /// Files that open something nobody listens to, each with the reason.
    private static let excused = [
        "Tests/CommandTests/MockHelpTests.swift": "a process that prints its help",
        "Tests/CommandTests/MockAddress.swift": "a process whose answers are read as bytes, refusals above all",
        "Tests/CommandTests/MockProcess.swift": "the sessions that MockMCPTests judge, run for how a process behaves",
        "Tests/CommandTests/RawServer.swift": "answers with bytes that are no MCP",
        "Tests/CommandTests/CatalogueDaemon.swift": "a daemon that is spoken to over HTTP, and speaks no MCP itself",
        "Tests/CommandTests/RoleBridgeTests.swift": "a bridge that passes on what others judge, run for how it leaves",
        "Tests/CommandTests/ShortEntryTests.swift": "a process of the mock, whose messages MockMCPTests judge",
        "Tests/DaemonTests/Load/CrowdMember.swift": "thousands of calls of the kinds that are judged elsewhere",
        "Tests/DaemonTests/Load/IsolationTests.swift": "times calls of the kinds that are judged elsewhere",
        "Tests/DaemonTests/Login/LoginBrowserTests.swift": "a script that plays a story with the built programs",
        "Tests/MCPConnectionTests/Client/WithClientTests.swift":
            "cancelled before anything is said; the rest is judged",
        "Tests/MCPConnectionTests/Process/LaunchErrorTests.swift": "processes that do not start",
        "Tests/MCPConnectionTests/Process/OrphansTests.swift": "a process that speaks no MCP",
        "Tests/MCPConnectionTests/Process/WithServerProcessTests.swift": "processes that speak no MCP",
        "Tests/MCPConnectionTests/Support/ChannelPair.swift": "makes channels for those that judge them",
        "Tests/MCPHTTPTests/Client/Tunnel.swift": "passes bytes on",
        "Tests/MCPHTTPTests/Listening/LoopbackServerTests.swift": "connections that say nothing",
        "Tests/MockEverythingTests/CommandTests.swift": "the exit codes of a process whose messages others judge",
        "Tests/MockEverythingTests/Interop/PythonClientTests.swift": "a process that talks to clients of others",
        "Tests/MockEverythingTests/Scenarios/GatewayConformanceTests.swift":
            "the checks themselves; behind the gateway GatewayInFront listens",
        "Tests/MockEverythingTests/LoginCommandTests.swift": "the exit codes of a process whose messages others judge",
        "Tests/MockMCPHTTPTests/Support/HTTPTalk.swift":
            "requests by hand; most of what they look at is broken on purpose",
        "Tests/MockMCPTests/Session/MockSessionTests.swift": "bytes of single messages; the rest is judged",
        "Tests/SkillsTests/Support/Vendor.swift": "a vendor's REST interface",
        "Tests/SupervisionTests/Support/MemoryConnector.swift":
            "a client that ProbingTests judge, a thousand times over",
        "Tests/SupervisionTests/Support/PretendedVendor.swift":
            "a server that MockMCPTests judge, a thousand times over",
    ]

    private static func unheard(in files: [SourceFile]) -> [String] {
        files.filter { file in
            guard !folders.keys.contains(where: file.path.hasPrefix) else { return false }
            let opens = file.lines.contains { line in openers.contains { line.contains($0) } }
            return opens && !file.lines.contains { $0.lowercased().contains("judge") }
        }.map(\.path)
    }

    @Test("a test that opens a connection names a judge, or is excused with a reason")
    func everyConnectionIsHeard() throws {
        let unheard = Self.unheard(in: try Tree.swiftFiles(in: ["Tests"]))
        #expect(unheard.filter { Self.excused[$0] == nil } == [])
    }

    @Test("no excuse is left over")
    func noStaleExcuse() throws {
        let unheard = Set(Self.unheard(in: try Tree.swiftFiles(in: ["Tests"])))
        #expect(Self.excused.keys.filter { !unheard.contains($0) }.sorted() == [])
    }

    @Test(
        "a connection past the judge is found",
        arguments: [
            ("let run = await withClient" + "(over: channel)", true), ("group.addTask { await serve" + "(x) }", true),
            ("let run = await withJudgedHTTPClient(settings)", false), ("let port = 1", false),
        ]
    )
    func found(line: String, isFound: Bool) {
        let file = SourceFile(path: "Tests/NewTests/NewTests.swift", text: line)
        #expect(Self.unheard(in: [file]).isEmpty != isFound)
    }
}
