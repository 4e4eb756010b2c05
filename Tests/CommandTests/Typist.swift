import Foundation

/// Somebody at a terminal, who answers prompts as they come.
enum Typist {
    static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

    /// What was to be seen on the screen is the run's output; an answer may be keys such as Ctrl-C.
    static func run(_ daemon: CatalogueDaemon, _ words: [String], _ answers: [(String, String)]) async throws -> ToolRun
    {
        let lines = answers.map { "\($0)\t\($1)" }.joined(separator: "\n")
        return try await ToolRun.of(
            path: "/usr/bin/python3",
            ["-c", script, lines, ToolRun.path(of: "openwork")] + words,
            environment: daemon.environment,
            in: daemon.folder
        )
    }

    private static let script = """
        import os, pty, sys
        answers = [line.split("\\t") for line in sys.argv[1].split("\\n")]
        pid, screen = pty.fork()
        if pid == 0:
            os.execv(sys.argv[2], sys.argv[2:])
        seen, place = b"", 0
        while True:
            try:
                piece = os.read(screen, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
            while answers and answers[0][0].encode() in seen[place:]:
                prompt, answer = answers.pop(0)
                place = seen.index(prompt.encode(), place) + len(prompt)
                os.write(screen, answer.encode() + b"\\n")
        sys.stdout.write(seen.decode())
        if answers:
            sys.stdout.write("never asked: %s" % answers)
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """
}
