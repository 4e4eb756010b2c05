import JSON
import MCP
import MCPHTTP
import MockEverything
import Testing

/// Sends single modern requests over either transport; the status is nil where there is none.
struct ModernPeer {
    struct Reply {
        let status: Int?
        let answer: JSONValue

        var code: JSONValue { answer["error"]?["code"] ?? .null }
        var result: JSONValue { answer["result"] ?? .null }
    }

    enum Link {
        case http(HTTPAddress)
        case stdio(RawLine)
    }

    var link: Link

    /// Without a server of this very process it is the executable, where a process makes a difference.
    static func with(
        _ reach: Reach,
        _ server: EverythingServer? = nil,
        tampering: (@Sendable (JSONValue) -> JSONValue)? = nil,
        _ body: @escaping (inout ModernPeer) async throws -> Void
    ) async throws {
        switch reach {
        case .http:
            try await withEverything(server: server ?? .forTests()) { address in
                var peer = ModernPeer(link: .http(address))
                try await body(&peer)
            }
        case .stdio:
            try await RawLine.with(server, tampering: tampering) { line in
                var peer = ModernPeer(link: .stdio(line))
                try await body(&peer)
                guard case .stdio(let line) = peer.link else { return }
                #expect(line.faults == [])
            }
        }
    }

    mutating func ask(
        _ method: String,
        _ params: JSONObject = [:],
        meta: JSONObject? = RawPost.meta,
        id: Int,
        fields: [String: String] = [:]
    ) async throws -> Reply {
        let reply: Reply
        switch link {
        case .http(let address):
            let post = try await RawPost.modern(address, method, params, id: id, meta: meta, fields: fields)
            reply = Reply(status: post.status, answer: post.answer)
        case .stdio(var line):
            reply = Reply(status: nil, answer: try await line.ask(method, params, meta: meta, id: id))
            link = .stdio(line)
        }
        #expect(reply.answer["id"] == .number(JSONNumber(id)), "\(method)")
        return reply
    }
}
