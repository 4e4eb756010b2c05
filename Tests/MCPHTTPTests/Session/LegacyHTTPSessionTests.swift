import HTTPTypes
import MCP
import Testing

@testable import MCPHTTP

@Suite("A legacy session over HTTP")
struct LegacyHTTPSessionTests {
    private func session(id: String? = "s1", version: String = "2025-11-25") throws -> LegacyHTTPSession {
        var session = LegacyHTTPSession()
        try session.initialized(sessionID: id, version: version)
        return session
    }

    @Test("names itself and its revision in every message, once they are known")
    func fields() throws {
        #expect(LegacyHTTPSession().fields.isEmpty)
        let fields = try session().fields
        #expect(fields[MCPField.sessionID] == "s1")
        #expect(fields[MCPField.protocolVersion] == "2025-11-25")
        #expect(try session(version: "2025-03-26").fields[MCPField.protocolVersion] == nil)
        #expect(try session(id: nil).fields[MCPField.sessionID] == nil)
    }

    @Test("refuses a name no header can carry", arguments: ["", "a b", "a\r\nb", "ä"])
    func badName(id: String) {
        #expect(throws: HTTPFault.badSessionID) { try session(id: id) }
    }

    @Test("is opened again once when the server forgot it, and the request repeated")
    func recovery() throws {
        var session = try session()
        let first = session.generation
        #expect(session.forgotten(in: first, isRepeated: false) == .initialize)
        #expect(session.forgotten(in: first, isRepeated: false) == .wait, "one at a time")
        try session.initialized(sessionID: "s2", version: "2025-11-25")
        #expect(session.forgotten(in: first, isRepeated: false) == .repeatRequest, "a late 404 about the old session")
        #expect(session.forgotten(in: session.generation, isRepeated: true) == .fail(.sessionLost))
    }

    @Test("may be lost again later, and after a recovery that failed")
    func again() throws {
        var session = try session()
        #expect(session.forgotten(in: session.generation, isRepeated: false) == .initialize)
        session.recoveryFailed()
        #expect(session.forgotten(in: session.generation, isRepeated: false) == .initialize)
        try session.initialized(sessionID: "s2", version: "2025-11-25")
        #expect(session.forgotten(in: session.generation, isRepeated: false) == .initialize)
    }

    @Test("does not change its revision under the feet of those who use it")
    func changed() throws {
        var session = try session()
        #expect(throws: HTTPFault.sessionChanged("2025-06-18")) {
            try session.initialized(sessionID: "s2", version: "2025-06-18")
        }
    }

    @Test("cannot be forgotten where there is none: then 404 is just 404")
    func stateless() throws {
        var session = try session(id: nil)
        #expect(session.forgotten(in: session.generation, isRepeated: false) == .fail(.status(404, error: nil)))
    }
}
