package import Fixtures
package import Registry

extension Fixture {
    /// Where a fixture lies in the folder of all: the usual server has its entry's folder, every other one within.
    package static func path(of kind: FixtureKind, _ integration: Integration, _ server: IntegrationServer) -> String {
        let isUsual = server.id == integration.preferredServer?.id
        return "\(integration.id)/" + (isUsual ? "" : "\(server.id)/") + "\(kind.rawValue).jsonl"
    }

    /// Whether it says the same as another, whenever each of them was made.
    package func saysTheSame(as other: Fixture) -> Bool {
        var undated = other
        undated.header.recordedAt = header.recordedAt
        undated.header.expires = header.expires
        return self == undated
    }
}
