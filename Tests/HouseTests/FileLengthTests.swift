import Testing

@Suite("Files stay short")
struct FileLengthTests {
    @Test(
        "no Swift file is longer than 400 lines",
        arguments: ["Sources", "MockServers", "Tests", "Benchmarks", "Fuzz"]
    )
    func noFileIsTooLong(folder: String) throws {
        let files = try Tree.swiftFiles(in: [folder])
        #expect(!files.isEmpty)
        let long = files.filter { $0.lines.count > 401 }.map { "\($0.path): \($0.lines.count) lines" }
        #expect(long == [])
    }
}
