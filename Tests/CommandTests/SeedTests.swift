import JSON
import Testing

@Suite("The seed of a run", .timeLimit(.minutes(1)))
struct SeedTests {
    /// One row, apart from how long it took and the words that name the seed.
    private struct Row: Hashable {
        let subject: [String]
        let check: String
        let verdict: String

        init(_ row: JSONValue) {
            subject = ["integration", "server", "subject", "transport", "revision"].map { row[$0]?.stringValue ?? "" }
            check = row["check"]?.stringValue ?? ""
            verdict = row["verdict"]?.stringValue ?? ""
        }
    }

    private static func rows(_ words: [String], seed: Int) async throws -> [Row] {
        let words = ["run"] + words + ["--seed", "\(seed)", "--format", "json"]
        let run = try await ToolRun.of("openwork-conform", words, in: TemporaryFolder())
        #expect(run.code == 0, "\(run.errors)")
        return (try run.json["results"]?.arrayValue ?? []).map(Row.init)
    }

    @Test("changes no verdict over real processes")
    func sameVerdicts() async throws {
        // The faults that are played in memory come below.
        let groups = ["REG", "INIT", "WIRE", "TOOLS", "CALL", "AUTH", "HEALTH", "SEC", "STOP"]
        let words = ["linear/remote", "jira/pypi"] + groups.flatMap { ["--check", "\($0)-*"] }
        let first = try await Self.rows(words, seed: 1)
        #expect(first.count > 100)
        for seed in [2, 4_294_967_311] {
            let others = try await Self.rows(words, seed: seed)
            #expect(others == first, "seed \(seed): \(Set(others).symmetricDifference(first))")
        }
    }

    @Test("changes none where dice are thrown")
    func dice() async throws {
        let words = [
            "linear", "--faults", "--check", "FAULT-LATENCY", "--check", "FAULT-REORDERED-RESPONSES", "--check",
            "FAULT-LIST-CHURN",
        ]
        let first = try await Self.rows(words, seed: 1)
        #expect(Set(first.map(\.verdict)) == ["passed"])
        for seed in 2...3 { #expect(try await Self.rows(words, seed: seed) == first) }
    }
}
