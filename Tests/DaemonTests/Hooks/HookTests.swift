import Crypto
import DaemonAPI
import Foundation
import Glibc
import JSON
import MCPAuthorization
import Registry
import Skills
import Store
import Synchronization
import TestSupport
import Testing

@testable import Daemon

@Suite("What vendors send by themselves", .timeLimit(.minutes(1)))
struct HookTests {
    private static let secret = "slack-signing-canary-0815"
    private let key = Curve25519.Signing.PrivateKey()
    private let home: LoginHome
    private let now = Int64(Glibc.time(nil))

    init() throws { home = try LoginHome() }

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func slack(_ body: String, at time: Int64, secret: String = HookTests.secret) -> HookDelivery {
        let bytes = Array(body.utf8)
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(secret.utf8)))
        code.update(data: Array("v0:\(time):".utf8) + bytes)
        return HookDelivery(
            .slack,
            body: bytes,
            timestamp: String(time),
            signature: "v0=" + Self.hex(code.finalize())
        )
    }

    private func discord(_ body: String, at time: Int64) throws -> HookDelivery {
        let bytes = Array(body.utf8)
        let signature = try key.signature(for: Array(String(time).utf8) + bytes)
        return HookDelivery(.discord, body: bytes, timestamp: String(time), signature: Self.hex(signature))
    }

    private func click(_ id: String = "approve") -> String {
        let payload: JSONValue = [
            "type": "block_actions", "user": ["id": "U1"], "channel": ["id": "C1"],
            "container": ["message_ts": "1.2", "channel_id": "C1"], "trigger_id": "trigger-canary",
            "response_url": "https://hooks.slack.com/response-canary",
            "actions": [["action_id": .string(id), "type": "button", "value": "yes"]],
        ]
        return "payload=" + FormFields.encoded(payload.text())
    }

    private func open(_ body: (Desk<ContinuousClock>) async throws -> Void) async throws {
        try await home.open(
            shipped: ShippedFiles(folder: SourceTree.registry),
            now: { WallTime(milliseconds: Timestamp.now.milliseconds) },
            body
        )
    }

    /// Settings as `configure` keeps them, without asking the vendor.
    private func configure(_ desk: Desk<ContinuousClock>, _ id: String, _ values: [String: String]) async throws {
        _ = try await desk.configure(id, ConfigureRequest(environment: values.mapValues { .some($0) }))
    }

    @Test("nothing is taken before a key is set, and nothing that is not signed with it, now")
    func refused() async throws {
        try await open { desk in
            let closed = await #expect(throws: Problem.self) { try await desk.receive(slack(click(), at: now)) }
            #expect(closed?.status == 404)
            try await configure(
                desk,
                "slack",
                ["SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": Self.secret, "SLACK_API_URL": Self.nowhere]
            )
            let bad = [
                slack(click(), at: now, secret: "another"), slack(click(), at: now - 900),
                slack(click(), at: now + 900),
                HookDelivery(.slack, body: Array(click().utf8), timestamp: nil, signature: nil),
            ]
            for delivery in bad {
                let problem = await #expect(throws: Problem.self) { try await desk.receive(delivery) }
                #expect(problem?.status == 401)
                #expect(!"\(String(describing: problem))".contains(Self.secret))
            }
            #expect(try await desk.receive(slack(click(), at: now)) == nil)
        }
    }

    @Test("a click is told to those who listen, kept for the agents, and taken once")
    func click() async throws {
        try await open { desk in
            try await configure(
                desk,
                "slack",
                ["SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": Self.secret, "SLACK_API_URL": Self.nowhere]
            )
            var events = desk.events.listen(after: 0).makeAsyncIterator()
            let delivery = slack(click(), at: now)
            #expect(try await desk.receive(delivery) == nil)
            let replay = await #expect(throws: Problem.self) { try await desk.receive(delivery) }
            #expect(replay?.status == 409)
            let shouted = HookDelivery(
                .slack,
                body: delivery.body,
                timestamp: delivery.timestamp,
                signature: delivery.signature.map { "v0=" + $0.dropFirst(3).uppercased() }
            )
            await #expect(throws: Problem.self) { try await desk.receive(shouted) }
            var event = await events.next()
            while let other = event, other.kind != .interaction { event = await events.next() }
            #expect(event?.integration == "slack")
            #expect(event?.details["actions"] == [["id": "approve", "type": "button", "value": "yes"]])
            #expect(event.map { !"\($0.json)".contains("canary") } == true)
            let kept = desk.memory.withLock { $0.inboxes["slack"] }?.items(after: 0, atMost: 10)
            #expect(kept?["interactions"]?[0]?["responseUrl"] == "https://hooks.slack.com/response-canary")
            #expect(kept?["interactions"]?.arrayValue?.count == 1)
        }
    }

    @Test("Discord is answered as it wants: a ping, a click, and nothing to what is forged or old")
    func discord() async throws {
        let publicKey = Self.hex(key.publicKey.rawRepresentation)
        try await open { desk in
            try await configure(
                desk,
                "discord",
                ["DISCORD_BOT_TOKEN": "bot-1", "DISCORD_PUBLIC_KEY": publicKey, "DISCORD_API_URL": Self.nowhere]
            )
            let ping = #"{"type":1,"id":"1","token":"t","application_id":"a"}"#
            #expect(try await desk.receive(try discord(ping, at: now)) == ["type": 1])
            let click = #"""
                {"type":3,"id":"2","token":"token-canary","application_id":"a","channel_id":"9","message":{"id":"7"},
                 "member":{"user":{"id":"5"}},"data":{"custom_id":"approve","component_type":2}}
                """#
            #expect(try await desk.receive(try discord(click, at: now)) == ["type": 6])
            let kept = desk.memory.withLock { $0.inboxes["discord"] }?.items(after: 0, atMost: 10)
            #expect(kept?["interactions"]?[0]?["customId"] == "approve")
            #expect(kept?["interactions"]?[0]?["user"] == "5")
            let old = try discord(ping, at: now - 400)
            let problem = await #expect(throws: Problem.self) { try await desk.receive(old) }
            #expect(problem?.status == 401)
            let changed = HookDelivery(
                .discord,
                body: Array(ping.utf8) + [0x20],
                timestamp: old.timestamp,
                signature: old.signature
            )
            await #expect(throws: Problem.self) { try await desk.receive(changed) }
        }
    }

    /// Nobody listens there.
    private static let nowhere = "http://127.0.0.1:9/api"
}
