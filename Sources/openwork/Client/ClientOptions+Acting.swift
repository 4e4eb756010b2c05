import ArgumentParser
import DaemonAPI
import HTTPTypes
import JSON

extension ClientOptions {
    /// Has something done to an integration, and prints the verdict; exit code 1 when it is not well afterwards.
    func act(_ id: String, _ word: String, _ body: JSONValue = [:]) async throws {
        try await with { daemon in
            let answer = try await daemon.send(.post, try Path.integration(id, word), body)
            let verdict = try Verdict(json: answer)
            Terminal.print(json ? answer.text(.pretty) : VerdictText.text(verdict))
            if !VerdictText.isFine(verdict) { throw ExitCode(1) }
        }
    }

    /// Has upkeep done, and prints what came of it.
    func keep(_ path: String) async throws {
        try await with { daemon in
            let answer = try await daemon.send(.post, path, [:])
            let report = try UpkeepReport(json: answer)
            let words = [report.message, report.file].compactMap(\.self).joined(separator: ": ")
            Terminal.print(json ? answer.text(.pretty) : words)
        }
    }
}
