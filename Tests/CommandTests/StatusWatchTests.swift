import Testing

@Suite("openwork status --watch", .timeLimit(.minutes(2)))
struct StatusWatchTests {
    @Test("paints the table and what happened of late, within the window", .enabled(if: Typist.isHere))
    func watched() async throws {
        try await CatalogueDaemon.run { daemon in
            // Something happens again and again, until whoever watches has seen it.
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    while !Task.isCancelled {
                        _ = try await daemon.openwork("configure", "github", "GITHUB_PERSONAL_ACCESS_TOKEN=ghp_right")
                    }
                }
                let seen = try await Typist.run(
                    daemon,
                    ["status", "--watch"],
                    [("was configured", ""), ("Ctrl-C ends", "\u{3}")]
                )
                group.cancelAll()
                #expect(seen.output.contains("🔧 github was configured"), "\(seen.output)")
                #expect(seen.output.contains("\u{1B}[K"))
                #expect(!seen.output.contains("never asked"), "\(seen.output)")
            }
        }
    }
}
