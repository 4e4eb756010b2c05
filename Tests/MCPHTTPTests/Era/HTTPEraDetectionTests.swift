import MCP
import Testing

@testable import MCPHTTP

@Suite("Finding the protocol at an address")
struct HTTPEraDetectionTests {
    typealias Step = HTTPEraDetection.Step

    static let html = HTTPFault.notMCP(status: 200, contentType: "text/html", beginning: "<html>")
    static func status(_ status: Int) -> HTTPAnswer { .other(status: status, .status(status, error: nil)) }
    static func error(_ status: Int, _ code: ErrorCode) -> HTTPAnswer {
        .error(status: status, ErrorObject(code, "x"))
    }
    static let unauthorized = HTTPFault.unauthorized(status: 401, challenges: [])

    @Test(
        "begins with a modern request and judges its answer",
        arguments: [
            (.result, .settled(.modern)),
            (error(400, .unsupportedProtocolVersion), .settled(.modern)),
            (error(400, .headerMismatch), .settled(.modern)),
            (error(400, .missingClientCapability), .settled(.modern)),
            (error(200, .unsupportedProtocolVersion), .settled(.modern)),
            (error(502, .unsupportedProtocolVersion), .settled(.modern)),
            (error(400, .invalidRequest), .initialize),
            (error(404, .methodNotFound), .initialize),
            (error(200, .methodNotFound), .initialize),
            (error(500, .internalError), .failed(.status(500, error: nil))),
            (status(400), .initialize), (status(404), .initialize), (status(405), .initialize),
            (status(406), .initialize), (status(415), .initialize), (status(202), .initialize),
            (.other(status: 200, html), .initialize),
            (.other(status: 401, unauthorized), .failed(unauthorized)),
            (status(403), .failed(.status(403, error: nil))),
            (status(429), .failed(.status(429, error: nil))),
            (status(408), .failed(.status(408, error: nil))),
            (status(500), .failed(.status(500, error: nil))),
            (status(503), .failed(.status(503, error: nil))),
            (status(307), .failed(.status(307, error: nil))),
            (.nothing(.timedOut(after: .seconds(3))), .failed(.timedOut(after: .seconds(3)))),
            (.nothing(.unreachable(.refused, "x")), .failed(.unreachable(.refused, "x"))),
        ] as [(HTTPAnswer, Step)]
    )
    func probe(answer: HTTPAnswer, step: Step) {
        var detection = HTTPEraDetection()
        #expect(detection.first == .probe)
        #expect(detection.probed(answer) == step)
    }

    @Test(
        "goes on with initialize and judges its answer",
        arguments: [
            (.result, .settled(.streamable)),
            (error(200, .invalidParams), .settled(.streamable)),
            (error(422, .invalidParams), .settled(.streamable)),
            (error(400, .unsupportedProtocolVersion), .settled(.modern)),
            (error(400, .invalidRequest), .openStream),
            (status(400), .openStream), (status(404), .openStream), (status(405), .openStream),
            (status(403), .failed(.status(403, error: nil))),
            (.other(status: 401, unauthorized), .failed(unauthorized)),
            (status(500), .failed(.status(500, error: nil))),
            (status(422), .failed(.noProtocol(statuses: [400, 422]))),
            (.other(status: 200, html), .failed(html)),
            (.nothing(.timedOut(after: .seconds(3))), .failed(.timedOut(after: .seconds(3)))),
        ] as [(HTTPAnswer, Step)]
    )
    func initialize(answer: HTTPAnswer, step: Step) {
        var detection = HTTPEraDetection()
        #expect(detection.probed(Self.status(400)) == .initialize)
        #expect(detection.initialized(answer) == step)
    }

    @Test(
        "ends with the event stream of 2024-11-05",
        arguments: [
            (nil, .settled(.eventStream)),
            (.status(405, error: nil), .failed(.noProtocol(statuses: [404, 405, 405]))),
            (
                .notMCP(status: 200, contentType: "text/html", beginning: ""),
                .failed(.noProtocol(statuses: [404, 405, 200]))
            ),
            (.timedOut(after: .seconds(5)), .failed(.noProtocol(statuses: [404, 405]))),
            (unauthorized, .failed(unauthorized)),
            (.badEndpoint("http://b/"), .failed(.badEndpoint("http://b/"))),
        ] as [(HTTPFault?, Step)]
    )
    func stream(fault: HTTPFault?, step: Step) {
        var detection = HTTPEraDetection()
        #expect(detection.probed(Self.status(404)) == .initialize)
        #expect(detection.initialized(Self.status(405)) == .openStream)
        #expect(detection.streamOpened(fault) == step)
    }

    @Test("gives the server's own reason when it refused initialize and has no event stream either")
    func reason() {
        var detection = HTTPEraDetection(offer: .legacy)
        #expect(detection.first == .initialize)
        #expect(detection.initialized(Self.error(400, .invalidParams)) == .openStream)
        #expect(
            detection.streamOpened(.status(405, error: nil))
                == .failed(.status(400, error: ErrorObject(.invalidParams, "x")))
        )
    }

    @Test("tries nothing of an era that is not offered")
    func pinned() throws {
        var modern = HTTPEraDetection(offer: .modern)
        #expect(modern.probed(Self.error(400, .invalidRequest)) == .settled(.modern))
        #expect(modern.probed(.other(status: 200, Self.html)) == .failed(Self.html))

        var late = HTTPEraDetection(offer: .only(.november2025))
        #expect(late.initialized(Self.status(404)) == .settled(.streamable), "2024-11-05 is not offered")

        var legacy = HTTPEraDetection(offer: .legacy)
        #expect(legacy.initialized(Self.error(400, .unsupportedProtocolVersion)) == .settled(.streamable))
    }
}
