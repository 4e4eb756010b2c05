import Foundation
import Testing

@Suite("The guide to writing a fault")
struct MockGuideTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test("shows its fault as it stands in the file, in its test and among the twins")
    func sources() throws {
        let guide = try Self.text("docs/writing-a-fault.md")
        let blocks = guide.matches(of: /```swift\n(?<code>(?s:.*?))```/).map { String($0.output.code) }
        let files = [
            "Tests/MockMCPTests/Faults/CallingFaultTests.swift",
            "MockServers/MockMCP/Faults/Calling/MissingContent.swift",
            "Tests/ConformanceTests/Support/Twins.swift",
        ]
        #expect(blocks.count == files.count)
        for (block, file) in zip(blocks, files) {
            #expect(try Self.text(file).contains(block.trimmingCharacters(in: .newlines)), "\(file)")
        }
    }

    @Test("shows its entry as --list-faults prints it", .timeLimit(.minutes(1)))
    func entry() async throws {
        let list = try await ToolRun.of("openwork-mock", ["--list-faults"], in: TemporaryFolder()).output
        let start = try #require(list.range(of: "  missing-content\n")).lowerBound
        let entry = list[start...].split(separator: "\n").prefix(3).joined(separator: "\n")
        #expect(try Self.text("docs/writing-a-fault.md").contains(entry))
    }
}
