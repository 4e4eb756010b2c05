import Conformance
import FoundationEssentials
import Testing

@Suite("The scenarios that the official suite requires", .enabled(if: ExternalData.isPresent))
struct OfficialScenariosTests {
    @Test("stand in the table of requirements", arguments: ["2025-11-25", "2026-07-28"])
    func named(revision: String) throws {
        let folder = try #require(ExternalData.folder)
        let path = "\(folder)/mcp-requirements/\(revision).yaml"
        let required = Self.scenarios(in: try String(contentsOfFile: path, encoding: .utf8))
        #expect(required.count > 40)
        let named = Set(RequirementTable.requirements.flatMap(\.scenarios))
        #expect(required.filter { !named.contains($0) } == [])
    }

    @Test("are tried by a check or by a test of ours")
    func tried() {
        let open = RequirementTable.requirements.filter { !$0.scenarios.isEmpty && $0.standing == .excused }
        let tried = Set(RequirementTable.requirements.filter { $0.standing != .excused }.flatMap(\.scenarios))
        #expect(open.flatMap(\.scenarios).filter { !tried.contains($0) } == [])
    }

    /// The lists below `server:` and `client:`, which is all of the format that the files use.
    private static func scenarios(in text: String) -> [String] {
        var section = ""
        var scenarios: [String] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if !line.hasPrefix(" ") {
                section = String(line.prefix { $0 != ":" })
            } else if ["server", "client"].contains(section), line.hasPrefix("  - ") {
                scenarios.append(String(line.dropFirst(4).prefix { $0 != " " }))
            }
        }
        return scenarios
    }
}
