import Conformance
import HTTPTypes
import Hummingbird
import MCP
import MockEverything
import NIOCore
import Testing

/// Lets in those with the right token, and tells the others where to get one.
private struct SoundDoor: EndpointFault {
    static let name = "sound-door"
    static let summary = "does everything right"

    func respond(to request: Request, _ sound: (Request) async throws -> Response) async throws -> Response {
        let address = "http://\(request.head.authority ?? "127.0.0.1")/mcp"
        if request.method == .get, request.uri.query == "metadata" {
            let document = #"{"resource":"\#(address)","authorization_servers":["https://login.example.com"]}"#
            return Response(
                status: .ok,
                headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: document))
            )
        }
        guard request.headers[.authorization] != "Bearer good" else { return try await sound(request) }
        let challenge = "Bearer resource_metadata=\"\(address)?metadata\""
        return Response(status: .unauthorized, headers: [.wwwAuthenticate: challenge])
    }
}

@Suite("A server that wants a token")
struct ProtectedServerTests {
    private static let checks: [CheckID] = ["HTTP-TOKEN-MISSING", "HTTP-TOKEN-WRONG", "HTTP-RESOURCE-METADATA"]

    private func verdicts(_ faults: [any EndpointFault], _ revision: ProtocolRevision) async throws -> [VerdictName] {
        let run = MockRun(revisions: .only(revision), checks: Self.checks.compactMap(CheckRegistry.check))
        return try await run.reportOverHTTP(behind: faults).results.map(\.verdict.name)
    }

    @Test(
        "passes when it refuses as it should, and says where tokens come from",
        .timeLimit(.minutes(1)),
        arguments: [ProtocolRevision.november2025, .july2026]
    )
    func sound(revision: ProtocolRevision) async throws {
        #expect(try await verdicts([SoundDoor()], revision) == [.passed, .passed, .passed])
    }

    @Test("is not missed where everybody is let in", .timeLimit(.minutes(1)))
    func open() async throws {
        #expect(try await verdicts([], .july2026) == [.notApplicable, .notApplicable, .notApplicable])
    }
}
