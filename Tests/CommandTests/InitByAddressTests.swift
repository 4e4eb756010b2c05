import Foundation
import JSON
import TestSupport
import Testing

@Suite("openwork-conform init --url", .timeLimit(.minutes(3)))
struct InitByAddressTests {
    private static let secret = "ghp_right/0123456789+x"

    private static let mock = [
        "github", "--transport", "http", "--port", "0", "--accept", "GITHUB_PERSONAL_ACCESS_TOKEN=\(secret)",
    ]

    @Test(
        "keeps the credential in the header out of every file, under the name that it was given, and leaves it out once",
        arguments: [
            (["--credential", "SHOP_KEY"], "SHOP_KEY"), ([], "SHOP_TOKEN"), (["--no-credential"], "SHOP_TOKEN"),
        ]
    )
    func credential(words: [String], name: String) async throws {
        let folder = try TemporaryFolder()
        _ = try await MockAddress.run(Self.mock) { url in
            let address = ["--url", url, "--header", "Authorization: Bearer \(Self.secret)"]
            let some = ["--id", "shop", "--output", folder.path("shop"), "--probe", "get_me", "--yes", "--skip-checks"]
            let run = try await ToolRun.of("openwork-conform", ["init"] + address + some + words, in: folder)
            #expect(run.code == 0, "\(run.output) \(run.errors)")
            let file = folder.path("shop/shop.json")
            let entry = try JSONValue(parsing: try String(contentsOfFile: file, encoding: .utf8))
            #expect(entry["servers"]?[0]?["headers"]?["Authorization"] == .string("Bearer ${\(name)}"))
            #expect(entry["configSchema"]?[name]?["secret"] == true)
            #expect(entry["servers"]?[0]?["reactions"]?["missing"]?["status"] == 401)
            let kinds = try FileManager.default.contentsOfDirectory(atPath: folder.path("shop/Fixtures/shop")).sorted()
            #expect(kinds == ["credential-missing.jsonl", "handshake+tools.jsonl", "probe-ok.jsonl"])
            for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path("shop")) {
                // Folders have no text.
                let text = try? String(contentsOfFile: folder.path("shop/\(name)"), encoding: .utf8)
                #expect(!SecretDress.gives(away: Self.secret, in: text ?? ""), "\(name)")
            }
            for text in [run.output, run.errors] { #expect(!SecretDress.gives(away: Self.secret, in: text)) }
            let live = try await ToolRun.of(
                "openwork-conform",
                ["run", "shop/remote", "--mode", "live", "--overlay", file, "--format", "json"],
                environment: [name: Self.secret],
                in: folder
            )
            let verdicts = try live.verdicts()
            #expect(live.code == 0, "\(live.errors) \(verdicts.filter { $0.value == "failed" })")
            let shown = ["TOOLS-ENTRY-NAMES", "AUTH-SOUND", "AUTH-MISSING"].map { verdicts[$0] }
            #expect(shown == ["passed", "passed", "passed"])
        }
    }

    @Test("checks what it wrote by a command that can be repeated, without the credential in it")
    func checked() async throws {
        let folder = try TemporaryFolder()
        _ = try await MockAddress.run(Self.mock) { url in
            let address = ["--url", url, "--header", "Authorization: Bearer \(Self.secret)", "--try-wrong"]
            let some = ["--id", "shop", "--output", folder.path("shop"), "--probe", "get_me", "--yes"]
            let run = try await ToolRun.of("openwork-conform", ["init"] + address + some, in: folder)
            #expect(run.output.contains("--header \"Authorization: Bearer $SHOP_TOKEN\" --url \(url)"))
            #expect(!SecretDress.gives(away: Self.secret, in: run.output + run.errors))
            let wrong = folder.path("shop/Fixtures/shop/credential-wrong.jsonl")
            #expect(try String(contentsOfFile: wrong, encoding: .utf8).contains("\"status\":401"))
        }
    }

    @Test("a server that wants a credential is told with the way to give one")
    func refused() async throws {
        let folder = try TemporaryFolder()
        _ = try await MockAddress.run(Self.mock) { url in
            let run = try await ToolRun.of("openwork-conform", ["init", "--url", url, "--yes"], in: folder)
            #expect(run.code == 3)
            #expect(run.errors.contains("--credential TOKEN"), "\(run.errors)")
        }
    }

    @Test("where nobody chose the probe, one that is refused is given up for the next")
    func otherProbe() async throws {
        let folder = try TemporaryFolder()
        let words = ["everything", "--transport", "http", "--port", "0"]
        _ = try await MockAddress.run(words) { url in
            let some = ["--id", "shop", "--output", folder.path("shop"), "--yes", "--skip-checks"]
            let run = try await ToolRun.of("openwork-conform", ["init", "--url", url] + some, in: folder)
            #expect(run.code == 0, "\(run.errors)")
            #expect(run.errors.contains("is no probe"))
            #expect(FileManager.default.fileExists(atPath: folder.path("shop/Fixtures/shop/probe-ok.jsonl")))
        }
    }
}
