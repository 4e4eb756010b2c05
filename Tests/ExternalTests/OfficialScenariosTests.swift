import Conformance
import FoundationEssentials
import MCP
import Testing

@Suite("The scenarios that the official suite requires", .enabled(if: ExternalData.isPresent))
struct OfficialScenariosTests {
    @Test("are those that we know", arguments: OfficialScenarios.revisions)
    func known(revision: ProtocolRevision) throws {
        #expect(Set(OfficialScenarios.server(in: revision)) == Set(try Self.scenarios("server", revision)))
        #expect(Set(OfficialScenarios.client(in: revision)) == Set(try Self.scenarios("client", revision)))
    }

    @Test("stand in the table of requirements", arguments: OfficialScenarios.revisions)
    func named(revision: ProtocolRevision) throws {
        let required = try Self.scenarios("server", revision) + Self.scenarios("client", revision)
        #expect(required.count > 40)
        let named = Set(RequirementTable.requirements.flatMap(\.scenarios))
        #expect(required.filter { !named.contains($0) } == [])
    }

    @Test("are each tried by a check of ours that the revision has", arguments: OfficialScenarios.revisions)
    func tried(revision: ProtocolRevision) throws {
        let required = try Self.scenarios("server", revision) + Self.scenarios("client", revision)
        let open = required.filter { scenario in
            !OfficialScenarios.checks(of: scenario).contains { CheckRegistry.check($0)?.rule(in: revision) != nil }
        }
        #expect(open == [])
    }

    /// The list below `server:` or `client:`, which is all of the format that the files use.
    private static func scenarios(_ wanted: String, _ revision: ProtocolRevision) throws -> [String] {
        let folder = try #require(ExternalData.folder)
        let path = "\(folder)/mcp-requirements/\(revision.rawValue).yaml"
        var section = ""
        var scenarios: [String] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#")
        {
            if !line.hasPrefix(" ") {
                section = String(line.prefix { $0 != ":" })
            } else if section == wanted, line.hasPrefix("  - ") {
                scenarios.append(String(line.dropFirst(4).prefix { $0 != " " }))
            }
        }
        return scenarios
    }
}
