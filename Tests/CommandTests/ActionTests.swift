import Foundation
import Testing
import Yams

@Suite("The action for GitHub")
struct ActionTests {
    /// Texts that a shell, an option parser, the runner's files or its command lines could trip over.
    static let hostile = [
        "\"; touch CANARY; \"", "$(touch CANARY)", "`touch CANARY`", "'; touch CANARY #", "&& touch CANARY",
        "| tee CANARY", "> CANARY", "--output=CANARY", "-- --all", "-e", "a\nexit-code=0\nfailed=0", "*", "~/x",
        "{a,b}",
        "\\", "${PATH}", "$((a[$(touch CANARY)]))", "a\r\nb", "%0A::set-output name=x::y", "EOF\ntouch CANARY\n", " ",
    ]

    private struct Step {
        let script: String
        let environment: [String: String]
    }

    @Test("puts no input, and nothing else of a workflow, into the text of a shell")
    func noInterpolation() throws {
        for path in ["action.yml", ".github/workflows/conformance.yml"] {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let root = try #require(try Yams.compose(yaml: text))
            let scripts = Self.scripts(in: root)
            #expect(!scripts.isEmpty)
            #expect(scripts.allSatisfy { !$0.contains("${{") }, "\(path)")
        }
    }

    @Test("hands every input over as one word, whatever is in it", arguments: hostile)
    func words(value: String) async throws {
        let folder = try TemporaryFolder()
        let (code, words, output) = try await run(value, folder)
        #expect(!FileManager.default.fileExists(atPath: folder.path("CANARY")))
        #expect(Set(output.map { $0.prefix { $0 != "=" } }).isSubset(of: Self.outputs), "\(output)")
        guard code == 0 else {
            // Refused before anything was started: a path with a line break.
            #expect(code == 64)
            #expect(words.isEmpty)
            return
        }
        #expect(output.first == "exit-code=0")
        for option in ["--revision", "--shard", "--baseline", "--overlay", "--changed-since"] where !value.isEmpty {
            #expect(words.contains("\(option)=\(value)"), "\(option)")
        }
        let end = words.firstIndex(of: "--") ?? 0
        let lines = value.split(whereSeparator: \.isNewline).map(String.init)
        #expect(Array(words[(end + 1)...]) == lines)
    }

    @Test("stays harmless with the real program, which refuses such words", .timeLimit(.minutes(3)))
    func real() async throws {
        for value in Self.hostile {
            let folder = try TemporaryFolder()
            let program = try ToolRun.path(of: "openwork-conform")
            let (code, _, _) = try await run(value, folder, program: program)
            #expect(code == 64, "\(value)")
            #expect(!FileManager.default.fileExists(atPath: folder.path("CANARY")))
        }
    }

    @Test("tells counts and paths, writes the summary, and keeps a server from speaking to the runner")
    func sound() async throws {
        let folder = try TemporaryFolder()
        let values = [
            "command": try ToolRun.path(of: "openwork-mock") + "\n--fault\nstdout-banner",
            "checks": "WIRE-CLEAN-OUTPUT", "program": try ToolRun.path(of: "openwork-conform"),
            "report-directory": folder.path("out"), "working-directory": folder.path("."), "fail": "false",
        ]
        let run = try await steps(values, folder)
        #expect(run.code == 0, "\(run.errors)")
        let output = try String(contentsOfFile: folder.path("output"), encoding: .utf8)
        #expect(output.contains("exit-code=1\n"))
        #expect(output.contains("failed=1\n"))
        #expect(output.contains("json=\(folder.path("out"))/run.json\n"))
        let summary = try String(contentsOfFile: folder.path("summary"), encoding: .utf8)
        #expect(summary.hasPrefix("## ✘ openwork-conform: 1 failed"))
        #expect(run.output.contains("::error title=WIRE-CLEAN-OUTPUT"))
        let lines = run.output.split(separator: "\n")
        let token = try #require(lines.first).dropFirst("::stop-commands::".count)
        #expect(token.count == 32)
        #expect(lines.contains("::\(token)::"))
    }

    private static let outputs: Set<Substring> = [
        "program", "exit-code", "passed", "failed", "incomplete", "advisory", "expected-failure", "flaky", "json",
        "html", "junit", "sarif", "markdown",
    ]

    /// Runs the steps with every input the same, and a program that only says what it was given.
    private func run(
        _ value: String,
        _ folder: TemporaryFolder,
        program: String? = nil
    ) async throws -> (Int32, [String], [Substring]) {
        let recorder = folder.path("recorder")
        let lines = "#!/bin/bash\nprintf '%s\\0' \"$@\" >\"$(dirname \"$0\")/words\"\n"
        // Written by a child: what this process holds open for writing, its other children hold open too.
        let writing = "printf '%s' \"$1\" >\"$2\" && chmod +x \"$2\""
        _ = try await ToolRun.of(path: "/bin/bash", ["-c", writing, "write", lines, recorder], in: folder)
        var values = Dictionary(uniqueKeysWithValues: try Self.inputs().map { ($0, value) })
        values["program"] = program ?? recorder
        values["working-directory"] = folder.path(".")
        // One of the two ways to name what is checked.
        values["command"] = ""
        let run = try await steps(values, folder)
        let words = (try? String(contentsOfFile: folder.path("words"), encoding: .utf8)) ?? ""
        let output = (try? String(contentsOfFile: folder.path("output"), encoding: .utf8)) ?? ""
        return (
            run.code, words.split(separator: "\0").map(String.init),
            output.split(separator: "\n").filter { !$0.hasPrefix("program=") }
        )
    }

    private func steps(_ values: [String: String], _ folder: TemporaryFolder) async throws -> ToolRun {
        var program = ""
        var last: ToolRun?
        for step in try Self.steps(values) {
            var environment = step.environment.mapValues { $0 == Self.foundProgram ? program : $0 }
            environment["GITHUB_ACTION_PATH"] = FileManager.default.currentDirectoryPath
            environment["GITHUB_OUTPUT"] = folder.path("output")
            environment["GITHUB_STEP_SUMMARY"] = folder.path("summary")
            environment["HOME"] = folder.path("home")
            let run = try await ToolRun.of(
                path: "/bin/bash",
                ["-eu", "-c", step.script],
                environment: environment,
                in: folder
            )
            last = run
            guard run.code == 0 else { return run }
            let output = (try? String(contentsOfFile: folder.path("output"), encoding: .utf8)) ?? ""
            program =
                output.split(separator: "\n").first { $0.hasPrefix("program=") }.map { String($0.dropFirst(8)) } ?? ""
        }
        return try #require(last)
    }

    private static let foundProgram = "${{ steps.find.outputs.program }}"

    private static func steps(_ values: [String: String]) throws -> [Step] {
        let root = try #require(try Yams.compose(yaml: String(contentsOfFile: "action.yml", encoding: .utf8)))
        let defaults = root["inputs"]?.mapping.map(Array.init) ?? []
        return (root["runs"]?["steps"]?.sequence.map(Array.init) ?? []).map { step in
            let environment = (step["env"]?.mapping.map(Array.init) ?? []).map { key, node -> (String, String) in
                let text = node.string ?? ""
                let name = text.replacing("${{ inputs.", with: "").replacing(" }}", with: "")
                let usual = defaults.first { $0.key.string == name }?.value["default"]?.string ?? ""
                return (key.string ?? "", text.hasPrefix("${{ inputs.") ? values[name] ?? usual : text)
            }
            return Step(
                script: step["run"]?.string ?? "",
                environment: Dictionary(environment) { first, _ in first }
            )
        }
    }

    private static func inputs() throws -> [String] {
        let root = try #require(try Yams.compose(yaml: String(contentsOfFile: "action.yml", encoding: .utf8)))
        return (root["inputs"]?.mapping.map(Array.init) ?? []).compactMap { $0.key.string }
    }

    private static func scripts(in node: Node) -> [String] {
        switch node {
        case .mapping(let mapping):
            mapping.flatMap { key, value in
                key.string == "run" && value.string != nil ? [value.string ?? ""] : scripts(in: value)
            }
        case .sequence(let sequence): sequence.flatMap(scripts)
        default: []
        }
    }
}
