import MockMCP
import Registry
import Synchronization

/// Keeps the mocks that were built last: a hundred faults are played on each, and building costs as much as a contact.
final class MockShelf: Sendable {
    private struct Kept {
        let integration: Integration
        let server: IntegrationServer
        let condition: MockCondition
        let configuration: [String: String]
        let mock: MockServer
    }

    private let kept = Mutex<[Kept]>([])

    /// More than there are servers played at a time.
    private static let limit = 8

    /// The mock of a performance, without its faults.
    func mock(_ play: EntryPlay, _ condition: MockCondition) -> MockServer {
        let known = kept.withLock { kept in
            // Equal values share their storage nearly always, which makes comparing them cheap.
            kept.first {
                $0.condition == condition && $0.server == play.server && $0.configuration == play.configuration
                    && $0.integration == play.integration
            }
        }
        if let known { return known.mock }
        let mock = MockServer(
            play.integration,
            server: play.server,
            condition: condition,
            environment: play.configuration
        )
        let new = Kept(
            integration: play.integration,
            server: play.server,
            condition: condition,
            configuration: play.configuration,
            mock: mock
        )
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeFirst() }
            kept.append(new)
        }
        return mock
    }
}
