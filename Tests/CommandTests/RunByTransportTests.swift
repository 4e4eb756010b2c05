import JSON
import Testing

@Suite("openwork-conform run over a transport", .timeLimit(.minutes(1)))
struct RunByTransportTests {
    @Test(
        "plays the servers that this transport stands for",
        arguments: ["http", "memory"]
    )
    func transports(transport: String) async throws {
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "zapier-n8n", "--transport", transport, "--format", "json"],
            in: TemporaryFolder()
        )
        let report = try run.json
        #expect(run.code == 0)
        #expect(report["summary"]?["failed"] == 0)
        #expect(report["summary"]?["incomplete"] == 0)
        let rows = report["results"]?.arrayValue ?? []
        #expect(Set(rows.compactMap { $0["transport"]?.stringValue }) == [transport])
        let servers = Set(rows.compactMap { $0["server"]?.stringValue })
        // Over HTTP only those that are really there.
        #expect(transport == "http" ? servers == ["zapier", "n8n"] : servers.isSuperset(of: ["zapier", "n8n"]))
        let repeated = rows.first?["repeat"]?.stringValue
        #expect(repeated?.contains("--transport \(transport)") == true)
    }

    @Test(
        "says what cannot be meant",
        arguments: [
            (["run", "--all", "--transport", "pigeon"], "--transport pigeon is none: use stdio, http or memory"),
            (["run", "--mock", "--transport", "http"], "--transport is for integrations"),
        ]
    )
    func usage(words: [String], message: String) async throws {
        let run = try await ToolRun.of("openwork-conform", words, in: TemporaryFolder())
        #expect(run.code == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }
}
