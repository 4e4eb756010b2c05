import Foundation
import Testing

@Suite("A command that cannot be started is named with the fix")
struct LaunchFaultTests {
    @Test("and the run ends incomplete, not with a crash", arguments: ["missing", "plain", "interpreter", "folder"])
    func named(kind: String) async throws {
        let folder = try TemporaryFolder()
        let (command, words) =
            switch kind {
            case "missing": ("no-such-mcp-server", "was not found in PATH")
            case "plain": (try folder.file("plain", "hello"), "run chmod +x on it")
            case "interpreter":
                (
                    try folder.file("script", "#!/opt/no/such/interpreter\n", executable: true),
                    "which is not installed: install it"
                )
            default: (folder.path(""), "is a directory")
            }
        let run = try await ToolRun.of("openwork-conform", ["run", "--server", "--", command], in: folder)
        #expect(run.code == 3)
        #expect(run.output.contains(words), "\(run.output.suffix(400))")
        #expect(run.errors == "")
    }
}
