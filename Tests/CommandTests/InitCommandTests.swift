import Foundation
import JSON
import TestSupport
import Testing

@Suite("openwork-conform init", .timeLimit(.minutes(3)))
struct InitCommandTests {
    private static func words(_ folder: TemporaryFolder, _ more: [String], _ server: [String]) -> [String] {
        ["init", "--id", "shop", "--name", "Shop", "--output", folder.path("shop")] + more + ["--"] + server
    }

    private static func text(_ folder: TemporaryFolder, _ name: String) throws -> String {
        try String(contentsOfFile: folder.path("shop/\(name)"), encoding: .utf8)
    }

    @Test("a server without a credential gets entry, suite, recordings and page, and they check")
    func whole() async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let words = Self.words(
            folder,
            ["--probe", "add", "--arguments", #"{"a": 1, "b": 2}"#, "--package", "pypi:shop@1.0.0"],
            [mock]
        )
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 0, "\(run.output) \(run.errors)")
        let entry = try JSONValue(parsing: try Self.text(folder, "shop.json"))
        #expect(entry["probe"]?["tool"] == "add")
        #expect(entry["servers"]?[0]?["kind"] == "pypi")
        #expect(try Self.text(folder, "conformance/shop.yaml").contains("probe: \"add\""))
        #expect(try Self.text(folder, "shop.md").contains("# Shop"))
        for kind in ["handshake+tools", "probe-ok"] {
            #expect(try Self.text(folder, "Fixtures/shop/\(kind).jsonl").contains("\"integration\":\"shop\""))
        }
        #expect(run.output.contains("left to do"))
        #expect(run.output.contains("description: say"))
        let again = try await ToolRun.of("openwork-conform", words + [], in: folder)
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output.contains("unchanged"))
        #expect(again.output.contains("kept"))
    }

    @Test("what a person wrote stays unless --force is given, and then nothing else is written either")
    func force() async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let words = ["--no-probe", "--skip-checks"]
        #expect(try await ToolRun.of("openwork-conform", Self.words(folder, words, [mock]), in: folder).code == 0)
        _ = try folder.file("shop/shop.md", "mine")
        let run = try await ToolRun.of("openwork-conform", Self.words(folder, words, [mock]), in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("shop.md is there and says something else"))
        #expect(try Self.text(folder, "shop.md") == "mine")
        let forced = try await ToolRun.of(
            "openwork-conform",
            Self.words(folder, words + ["--force"], [mock]),
            in: folder
        )
        #expect(forced.code == 0)
        #expect(try Self.text(folder, "shop.md") != "mine")
    }

    @Test(
        "a credential that was exported reaches the server and none of the files; what happens without it is recorded"
    )
    func credential() async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let script =
            #"[ -n "$SHOP_KEY" ] || { echo "SHOP_KEY is required" >&2; exit 2; }; echo "key $SHOP_KEY" >&2; exec "$0""#
        let words = Self.words(
            folder,
            [
                "--credential", "SHOP_KEY", "--probe", "echo", "--arguments", #"{"text": "x"}"#, "--skip-checks",
            ],
            ["/bin/sh", "-c", script, mock]
        )
        let secret = "s3cr\"t/Value+x"
        let run = try await ToolRun.of("openwork-conform", words, environment: ["SHOP_KEY": secret], in: folder)
        #expect(run.code == 0, "\(run.output) \(run.errors)")
        let entry = try JSONValue(parsing: try Self.text(folder, "shop.json"))
        #expect(entry["configSchema"]?["SHOP_KEY"]?["secret"] == true)
        #expect(entry["servers"]?[0]?["reactions"]?["missing"]?["how"] == "exit", "\(entry.text(.pretty))")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path("shop")).filter { $0.contains(".") }
        #expect(files.contains("Fixtures/shop/credential-missing.jsonl"))
        for file in files { #expect(!SecretDress.gives(away: secret, in: try Self.text(folder, file)), "\(file)") }
        for text in [run.output, run.errors] { #expect(!SecretDress.gives(away: secret, in: text)) }
    }

    @Test("nothing is asked without a terminal, and no tool is called that nobody chose")
    func unasked() async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let run = try await ToolRun.of("openwork-conform", Self.words(folder, ["--skip-checks"], [mock]), in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains("probe: name the cheapest tool") || run.output.contains("probe-ok.jsonl"))
    }

    @Test("a server that lists nothing is told, and nothing is written")
    func noTools() async throws {
        let folder = try TemporaryFolder()
        let run = try await ToolRun.of("openwork-conform", Self.words(folder, [], ["/bin/false"]), in: folder)
        #expect(run.code == 3, "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("shop")))
    }
}
