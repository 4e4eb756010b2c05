import Foundation
import JSON
import TestSupport
import Testing

/// One secret in the request, the answer, the command line, standard error and standard output, in every dress; and then
/// everything that our commands wrote is searched for it, in every dress.
@Suite("A planted secret, in all that is written", .timeLimit(.minutes(3)))
struct SecretsEverywhereTests {
    private static let secret = "s3cr\"t/Vålue+x"

    /// A server that gives the secret away wherever it can, and breaks rules so that reports have to show messages.
    private static func leaky() throws -> [String] {
        let mock = try ToolRun.path(of: "openwork-mock")
        let script = #"echo "starting with $API_KEY" >&2; echo "out: $API_KEY"; exec "$0" --fault duplicate-response"#
        return ["/bin/sh", "-c", script, mock, "--key=\(secret)"]
    }

    /// The secret in all dresses, as the arguments of a call that is echoed.
    private static var arguments: String {
        let text = SecretDress.allCases.map { $0.text(of: secret) }.joined(separator: " | ")
        return JSONValue.object(["text": .string(text)]).text()
    }

    private static func run(_ words: [String], in folder: TemporaryFolder) async throws -> ToolRun {
        try await ToolRun.of("openwork-conform", words, environment: ["API_KEY": secret], in: folder)
    }

    private static func check(_ run: ToolRun, _ folder: TemporaryFolder, _ what: String) throws {
        for text in [run.output, run.errors] {
            #expect(!SecretDress.gives(away: secret, in: text), "\(what): \(dresses(in: text))")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("")) {
            // What is no text is a folder.
            guard let text = try? String(contentsOfFile: folder.path(name), encoding: .utf8) else { continue }
            #expect(!SecretDress.gives(away: secret, in: text), "\(what), \(name): \(dresses(in: text))")
        }
    }

    private static func dresses(in text: String) -> [SecretDress] {
        SecretDress.allCases.filter { text.contains($0.text(of: secret)) }
    }

    @Test("no report shows it", arguments: ["pretty", "json", "junit"])
    func reports(_ format: String) async throws {
        let folder = try TemporaryFolder()
        let words = ["run", "--env", "API_KEY", "--call", "echo", "--arguments", Self.arguments, "--read-only"]
        let output = ["--format", format, "--output", folder.path("report")]
        let run = try await Self.run(words + output + ["--server", "--"] + (try Self.leaky()), in: folder)
        #expect(run.code == 1, "\(run.errors)")
        try Self.check(run, folder, format)
    }

    @Test("no recording, comparison or lock shows it")
    func files() async throws {
        let folder = try TemporaryFolder()
        let server = ["--env", "API_KEY", "--"] + (try Self.leaky())
        let file = folder.path("probe.jsonl")
        let call = ["--scenario", "full", "--tool", "echo", "--arguments", Self.arguments, "--output", file]
        try Self.check(try await Self.run(["record"] + call + server, in: folder), folder, "record")
        try Self.check(try await Self.run(["verify", file] + server, in: folder), folder, "verify")
        try Self.check(try await Self.run(["diff", file] + server, in: folder), folder, "diff")
        let lock = ["lock", "--name", "x", "--lock", folder.path("lock.json")]
        try Self.check(try await Self.run(lock + server, in: folder), folder, "lock")
    }
}
