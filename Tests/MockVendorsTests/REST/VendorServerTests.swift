import HTTPTypes
import JSON
import Logging
import MCPHTTP
import MockVendors
import Registry
import Testing

@Suite("A served vendor")
struct VendorServerTests {
    @Test("answers over HTTP, and obeys who changes it while it serves", .timeLimit(.minutes(1)))
    func orders() async throws {
        var facts = VendorFacts(base: "https://api.acme.example/v2")
        facts.unauthorized = VendorAnswer(401, body: "Who are you?")
        let api = VendorAPI(
            id: "acme",
            facts: facts,
            credentials: [.header("Authorization", after: "Bearer ")],
            routes: [VendorRoute("GET", "/me", answer: VendorAnswer(200, body: ["login": "sample"]))]
        )
        let mood = VendorMood(good: ["right"])
        try await VendorServer.with(api, mood: mood, now: { 0 }, logger: Logger(label: "test")) { server in
            try await HTTPPool.with { pool in
                let first = try await Self.status(.get, server.base + "/me", pool)
                #expect(first == 200)
                for (order, expected) in [("throttled", 429), ("down", 503), ("well", 200), ("revoke", 401)] {
                    let obeyed = try await Self.status(.post, server.origin + "/_mock/" + order, pool)
                    #expect(obeyed == 204)
                    let status = try await Self.status(.get, server.base + "/me", pool)
                    #expect(status == expected)
                }
                let unknown = try await Self.status(.post, server.origin + "/_mock/explode", pool)
                #expect(unknown == 404)
            }
            #expect(server.events.map(\.status) == [200, 429, 503, 200, 401])
        }
    }

    private static func status(
        _ method: HTTPRequest.Method,
        _ address: String,
        _ pool: HTTPPool
    ) async throws -> Int {
        let fields: HTTPFields = [.authorization: "Bearer right"]
        return try await pool.exchange(HTTPCall(method, try HTTPAddress(address), fields: fields)).status
    }
}
