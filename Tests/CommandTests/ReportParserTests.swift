import Testing

/// Other people's parsers read what we write, those that are installed: OPENWORK_PYTHON names the interpreter.
@Suite("Reports as others read them", .enabled(if: !ReportParsers.installed.isEmpty))
struct ReportParserTests {
    @Test("are what their format asks for", .timeLimit(.minutes(3)), arguments: ReportParsers.installed)
    func read(reader: ReportParsers.Reader) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("report")
        let run = try await ToolRun.of(
            "openwork-conform",
            ["run", "--mock", "--fault", "duplicate-tool-names", "--fault", "call-error", "--fault", "stdout-banner"]
                + ["--format", reader.format, "--output", path],
            in: folder
        )
        #expect(run.code == 1)
        let script = "import sys\npath, schemas = sys.argv[1:]\n" + reader.script
        let read = try await ToolRun.of(
            path: ReportParsers.python,
            ["-c", script, path, ReportParsers.schemas],
            in: folder
        )
        #expect(read.code == 0, "\(read.errors)")
    }
}
