import Fixtures
import Foundation
import JSON
import TestSupport
import Testing

@Suite("openwork-conform record", .timeLimit(.minutes(2)))
struct RecordCommandTests {
    private static let secret = "s3cr\"t/Vålue+x"

    /// A shell that says the secret on standard error and becomes the mock.
    private static func leaky() throws -> [String] {
        let mock = try ToolRun.path(of: "openwork-mock")
        return ["/bin/sh", "-c", #"echo "starting with $API_KEY" >&2; exec "$0""#, mock, "--key=\(secret)"]
    }

    @Test("a secret in body, argv, variables and standard error is in no file and no log, in any dress")
    func secrets() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path("probe.jsonl")
        var words: [String] = ["record", "--scenario", "full", "--env", "API_KEY", "--output", file]
        for dress in SecretDress.allCases {
            let arguments: JSONValue = ["text": .string("x " + dress.text(of: Self.secret))]
            words += ["--tool", "echo", "--arguments", arguments.text()]
        }
        let run = try await ToolRun.of(
            "openwork-conform",
            words + ["--"] + (try Self.leaky()),
            environment: ["API_KEY": Self.secret],
            in: folder
        )
        #expect(run.code == 0, "\(run.errors)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for place in [text, run.output, run.errors] { #expect(!SecretDress.gives(away: Self.secret, in: place)) }
        let fixture = try Fixture(parsing: text)
        #expect(fixture.header.server.command.last == "--key=<redacted:API_KEY>")
        #expect(fixture.entries.contains { $0.from == .stderr && $0.message == "starting with <redacted:API_KEY>" })
        #expect(fixture.header.redactions["<redacted:API_KEY>"] ?? 0 > SecretDress.allCases.count)
    }

    @Test("a secret in an address and a field of HTTP is in no file and no log")
    func overHTTP() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path("http.jsonl")
        // Nobody listens there: what is recorded is the attempt.
        let secret = "abc-very-secret-9"
        let run = try await ToolRun.of(
            "openwork-conform",
            [
                "record", "--expect", "credential_missing", "--accept-unclear", "--output", file, "--url",
                "http://127.0.0.1:9/mcp?token=\(secret)", "--header", "Authorization: Bearer \(secret)",
            ],
            in: folder
        )
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        #expect(text.contains("Bearer <redacted:Authorization>"), "\(run.errors)")
        for place in [text, run.output, run.errors] { #expect(!SecretDress.gives(away: secret, in: place)) }
    }

    @Test("a refusal is not recorded as a success, and nothing is written")
    func refusal() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path("probe.jsonl")
        let mock = try ToolRun.path(of: "openwork-mock")
        let words = ["record", "--scenario", "probe", "--tool", "fail", "--output", file, "--", mock]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 1)
        #expect(run.errors.contains("nothing was written"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("a server that cannot be started is named, and nothing is written")
    func notStarted() async throws {
        let folder = try TemporaryFolder()
        let file = folder.path("x.jsonl")
        let run = try await ToolRun.of(
            "openwork-conform",
            ["record", "--output", file, "--", "/no/such/server"],
            in: folder
        )
        #expect(run.code == 1)
        #expect(run.errors.contains("/no/such/server"))
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("a folder gets a file by its kind, and the modes decide whether it is made again")
    func modes() async throws {
        let folder = try TemporaryFolder()
        let mock = try ToolRun.path(of: "openwork-mock")
        let words = ["record", "--output", folder.path("clock") + "/"]
        let never = try await ToolRun.of("openwork-conform", words + ["--mode", "none", "--", mock], in: folder)
        #expect(never.code == 65)
        let first = try await ToolRun.of("openwork-conform", words + ["--mode", "once", "--", mock], in: folder)
        #expect(first.code == 0, "\(first.errors)")
        let file = folder.path("clock/handshake+tools.jsonl")
        let before = try String(contentsOfFile: file, encoding: .utf8)
        for mode in ["once", "none", "new"] {
            let again = try await ToolRun.of("openwork-conform", words + ["--mode", mode, "--", mock], in: folder)
            #expect(again.code == 0, "\(mode): \(again.errors)")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == before)
        }
        let call = ["--scenario", "full", "--tool", "add", "--arguments", #"{"a": 1, "b": 2}"#, "--mode", "new"]
        let more = ["record", "--output", file] + call + ["--", mock]
        #expect(try await ToolRun.of("openwork-conform", more, in: folder).code == 0)
        let merged = try Fixture(parsing: try String(contentsOfFile: file, encoding: .utf8))
        #expect(merged.text.hasPrefix(try #require(before.split(separator: "\n").first)))
        #expect(CueBook(merged).cues.filter { $0.form.method == "tools/list" }.count == 1)
        #expect(CueBook(merged).cues.filter { $0.form.method == "tools/call" }.count == 1)
    }

    @Test("every fault of the command line is said at once, with its fix")
    func usage() async throws {
        let folder = try TemporaryFolder()
        let words = ["record", "--scenario", "probe", "--arguments", "nope", "--proxy"]
        let run = try await ToolRun.of("openwork-conform", words, in: folder)
        #expect(run.code == 64)
        for part in ["name the server", "belongs to --tool", "no JSON object", "--proxy needs --output"] {
            #expect(run.errors.contains(part))
        }
    }
}
