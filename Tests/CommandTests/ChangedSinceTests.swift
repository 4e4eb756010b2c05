import Foundation
import JSON
import Testing

@Suite("Only what a change touches")
struct ChangedSinceTests {
    @Test("is checked, uncommitted files included; a shared file means everything", .timeLimit(.minutes(3)))
    func changed() async throws {
        let folder = try TemporaryFolder()
        let script = """
            set -eu
            mkdir "$1/checkout"; cd "$1/checkout"
            git init -q -b main .
            mkdir -p conformance/profiles Sources/Registry/Catalogue
            echo 1 > conformance/slack.yaml; echo 1 > conformance/profiles/entry.yaml
            git add -A
            git -c user.name=t -c user.email=t@example.org commit -qm first
            git tag first
            "$2" run --changed-since first --check 'REG-FORM' --format json > ../none.json
            echo 2 > conformance/slack.yaml; echo 1 > Sources/Registry/Catalogue/linear.json
            "$2" run --changed-since first --check 'REG-FORM' --format json > ../some.json
            echo 2 > conformance/profiles/entry.yaml
            "$2" run --changed-since first --check 'REG-FORM' --shard 1/20 --format json > ../all.json
            code=0; "$2" run --changed-since --no-such > ../out 2> ../err || code=$?
            echo $code >> ../err
            code=0; "$2" run --changed-since=--output=CANARY > ../out 2>> ../err || code=$?
            echo $code >> ../err
            """
        let run = try await ToolRun.of(
            path: "/bin/bash",
            ["-c", script, "test", folder.path("."), try ToolRun.path(of: "openwork-conform")],
            environment: ["HOME": folder.path("."), "GIT_CONFIG_NOSYSTEM": "1"],
            in: folder
        )
        #expect(run.code == 0, "\(run.errors)")
        #expect(try integrations("none.json", folder) == [])
        #expect(try integrations("some.json", folder) == ["linear", "slack"])
        let all = try JSONValue(parsing: Array(String(contentsOfFile: folder.path("all.json"), encoding: .utf8).utf8))
        #expect(all["shard"]?["integrations"]?.arrayValue?.count ?? 0 >= 49)
        #expect(all["selection"]?.stringValue?.contains("conformance/profiles/entry.yaml") == true)
        let errors = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
        #expect(errors.contains("there is no revision --output=CANARY"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("checkout/CANARY")))
    }

    private func integrations(_ file: String, _ folder: TemporaryFolder) throws -> [String] {
        let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
        let rows = try JSONValue(parsing: Array(text.utf8))["results"]?.arrayValue ?? []
        return Set(rows.compactMap { $0["integration"]?.stringValue }).sorted()
    }
}
