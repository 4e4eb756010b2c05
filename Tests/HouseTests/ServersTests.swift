import Testing

@Suite("HTTP servers can be cancelled")
struct ServersTests {
    /// Where a plain application is made: in the server that holds its connections, and in tests of TLS.
    private static let allowed: Set = [
        "Sources/MCPHTTP/Listening/LoopbackServer.swift", "Tests/MCPHTTPTests/Server/TestService.swift",
    ]

    @Test("nobody else makes an application whose cancellation may end the program")
    func applications() throws {
        let opener = " Application" + "("
        let found = try Tree.swiftFiles(in: ["Sources", "MockServers", "Tests"]).filter { file in
            file.lines.contains { $0.contains(opener) }
        }.map(\.path)
        #expect(Set(found) == Self.allowed)
    }
}
