import Conformance
import MCP
import Testing

extension RuleSource {
    /// Whether the pages of a revision say it: rules of our own and of extensions stand in no table.
    fileprivate var isOfTheSpecification: Bool {
        switch self {
        case .specification, .jsonRPC, .json: true
        case .rfc, .house: false
        }
    }
}

@Suite("The table of requirements")
struct RequirementTableTests {
    @Test("can be read, whole")
    func readable() {
        #expect(RequirementTable.faults == [])
        #expect(RequirementTable.requirements.count > 300)
        let ids = RequirementTable.requirements.map(\.id)
        #expect(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
    }

    @Test("names checks that exist")
    func checks() {
        let named = Set(RequirementTable.requirements.flatMap(\.checks))
        #expect(named.filter { CheckRegistry.check($0) == nil }.sorted() == [])
    }

    @Test("leaves no check without a requirement, but those of our own")
    func covered() {
        let checks = CheckRegistry.checks + ClientCheckRegistry.checks.map(\.about)
        let bare = checks.filter { check in
            check.rules.contains { $0.source.isOfTheSpecification }
                && RequirementTable.requirements(of: check.id).isEmpty
        }
        #expect(bare.map(\.id) == [])
    }

    @Test("says of each requirement what checks it, what tests it, or why nothing does")
    func fates() {
        let open = RequirementTable.requirements.filter { $0.checks.isEmpty && $0.tests.isEmpty && $0.reason == nil }
        #expect(open.map(\.id) == [])
    }

    @Test("gives an address in every revision of a requirement")
    func addresses() {
        for requirement in RequirementTable.requirements {
            for revision in ProtocolRevision.allCases {
                let isThere = requirement.address(in: revision) != nil
                #expect(isThere == requirement.revisions.contains(revision), "\(requirement.id) in \(revision)")
            }
        }
    }

    @Test("has something of every revision and of every level", arguments: ProtocolRevision.allCases)
    func revisions(revision: ProtocolRevision) {
        let requirements = RequirementTable.requirements(in: revision)
        #expect(requirements.filter { $0.level == .must }.count > 40)
        #expect(requirements.filter { $0.level == .should }.count > 30)
        #expect(requirements.filter { $0.standing == .checked }.count > 30)
    }
}
