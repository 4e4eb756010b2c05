import Foundation
import Testing

private let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

@Suite("Manual pages and completions", .enabled(if: hasPython))
struct ManualTests {
    @Test("are written for every executable from what it says of itself", .timeLimit(.minutes(2)))
    func written() async throws {
        let folder = try TemporaryFolder()
        let programs = try ToolRun.path(of: "openwork-conform").split(separator: "/", omittingEmptySubsequences: false)
            .dropLast().joined(separator: "/")
        let run = try await ToolRun.of(
            path: "/usr/bin/python3",
            ["scripts/make-man", "--programs", programs, "--output", folder.path("share")],
            in: folder
        )
        #expect(run.code == 0, "\(run.errors)")
        let options = [
            "openwork-conform": "changed\\-since", "openwork-mock-everything": "transport",
            "openwork-mock": "condition", "openwork": "json", "openworkd": "demo",
        ]
        for (name, option) in options {
            let page = try String(contentsOfFile: folder.path("share/man/man1/\(name).1"), encoding: .utf8)
            #expect(page.hasPrefix(".TH \"\(name.uppercased())\" \"1\""))
            #expect(page.contains(option), "\(name)")
            for shell in ["bash-completion/completions/\(name)", "zsh/site-functions/_\(name)"] {
                let text = try String(contentsOfFile: folder.path("share/\(shell)"), encoding: .utf8)
                #expect(text.contains(option.replacing("\\", with: "")), "\(shell)")
            }
            let bash = try await ToolRun.of(
                path: "/bin/bash",
                ["-n", folder.path("share/bash-completion/completions/\(name)")],
                in: folder
            )
            #expect(bash.code == 0, "\(bash.errors)")
        }
    }
}
