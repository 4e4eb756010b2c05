import JSON
import MCP
import MCPConnection
import MockEverything
import Synchronization
import TestSupport
import Testing

@testable import Gateway

@Suite("Watching resources at the endpoint of a role", .timeLimit(.minutes(1)))
struct RoleGatewayWatchingTests {
    private static let crowd = 60

    @Test("holds for each of many clients that come and go at once", arguments: Meeting.eras)
    func crowd(meeting: Meeting) async throws {
        let scene = UpstreamScene("everything", meeting.server)
        try await GatewayStage.with([scene]) { stage in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<Self.crowd {
                    group.addTask {
                        for round in 0..<2 {
                            try await Self.watch("test://template/\(number)-\(round)/data", meeting.client, stage)
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(stage.gateway.state.withLock(\.watched) == [:])
            #expect(stage.upstreams.session(of: "everything").state.withLock(\.watching.wanted) == [])
        }
    }

    /// Watches a resource, has it change, and hears of that and of nothing else.
    private static func watch(_ uri: String, _ revision: ProtocolRevision, _ stage: GatewayStage) async throws {
        let (agreed, changed) = (OneShot<Void>(), OneShot<String>())
        let handlers = ClientHandlers(
            answer: { .failure(.methodNotFound($0.method)) },
            hear: { notification in
                switch notification.method {
                case "notifications/subscriptions/acknowledged": agreed.fire()
                case "notifications/resources/updated":
                    changed.fulfil(notification.params?["uri"]?.stringValue ?? "")
                default: break
                }
                return true
            }
        )
        try await stage.client(revision, handlers: handlers) { client in
            try await withThrowingTaskGroup(of: Void.self) { group in
                if revision.era == .modern {
                    group.addTask {
                        _ = await client.outcome(
                            of: "subscriptions/listen",
                            params: ["notifications": ["resourceSubscriptions": [.string(uri)]]],
                            options: RequestOptions(timeLimit: .none)
                        )
                    }
                    _ = await agreed.wait()
                } else {
                    _ = try await client.request("resources/subscribe", params: ["uri": .string(uri)])
                }
                _ = try await client.callTool("test_trigger_resource_update", arguments: ["uri": .string(uri)])
                #expect(await changed.wait() == uri)
                group.cancelAll()
            }
        }
    }
}
