import ArgumentParser
import Subprocess

/// The checkout that we stand in, asked through git.
struct GitCheckout {
    /// The way from its top to the working directory, empty or with a slash at its end.
    let prefix: String

    /// Finds the checkout.
    init() async throws {
        prefix = try await Self.git(["rev-parse", "--show-prefix"], "we stand in no checkout of git").trimmed
    }

    /// Every file that differs from where this branch left a revision, uncommitted and new ones included.
    func changes(since revision: String) async throws -> [String] {
        // Resolved first: a revision that begins with a hyphen is no option.
        let commit = try await Self.git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"],
            "there is no revision \(revision): fetch it, as actions/checkout does with fetch-depth: 0"
        )
        .trimmed
        let changed = try await Self.git(
            ["diff", "--name-only", "--no-renames", "-z", "--merge-base", commit],
            "\(revision) and this branch have nothing in common: fetch more of the history"
        )
        let new = try await Self.git(
            ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"],
            "new files cannot be listed"
        )
        return (changed + new).split(separator: "\0").map(String.init)
    }

    private static func git(_ words: [String], _ fault: String) async throws -> String {
        let result = try? await run(
            .name("git"),
            arguments: Arguments(words),
            output: .string(limit: 16 << 20),
            error: .string(limit: 64 << 10)
        )
        guard let result else { throw ValidationError("--changed-since needs git: it cannot be started") }
        guard result.terminationStatus.isSuccess else {
            let said = (result.standardError).trimmed
            throw ValidationError("--changed-since: \(fault)" + (said.isEmpty ? "" : " (\(said))"))
        }
        return result.standardOutput
    }
}

extension String {
    /// Without the line break at its end.
    fileprivate var trimmed: String { String(self[..<(lastIndex { !$0.isNewline }.map(index(after:)) ?? startIndex)]) }
}
