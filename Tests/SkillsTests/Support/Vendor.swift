import Glibc
import HTTPTypes
import Hummingbird
import Logging
import MCPHTTP
import MockVendors
import NIOCore
@testable import Skills
import Synchronization

/// A vendor on loopback whose every path is a way of answering.
enum Vendor {
    /// Runs a body with the demo skill against the vendor, over real connections.
    static func with<Value>(
        file: JSONFile = .demo,
        values: [String: String] = ["DEMO_TOKEN": "tok_good"],
        _ body: (SkillServer, Requests) async throws -> Value
    ) async throws -> Value {
        let requests = Requests()
        return try await withLoopback(
            router(requests),
            logger: Logger(label: "vendor") { _ in SwiftLogNoOpLogHandler() }
        ) { port in
            try await HTTPPool.with { pool in
                var values = values
                values["DEMO_API_URL"] = "http://127.0.0.1:\(port)"
                let server = SkillServer(try file.skill(), values: SkillValues(values), pool)
                return try await body(server, requests)
            }
        }
    }

    /// What came in.
    final class Requests: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
        func count(_ line: String) -> Int { all.count { $0 == line } }
    }

    private static func router(_ requests: Requests) -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.get("ways/:way") { request, context -> Response in
            let way = context.parameters.get("way") ?? ""
            requests.add(way)
            guard request.headers[.authorization] == "Bearer tok_good" else {
                return answer(.unauthorized, #"{"message":"bad token"}"#)
            }
            return try await answer(way, before: requests.count(way) - 1)
        }
        return router
    }

    private static func answer(_ way: String, before: Int) async throws -> Response {
        switch way {
        case "good": answer(.ok, #"{"ok":true}"#)
        case "forbidden": answer(.forbidden, #"{"message":"not yours"}"#)
        case "once": before == 0 ? throttled("0") : answer(.ok, #"{"ok":true}"#)
        case "seconds": throttled("120")
        case "date": throttled(date(in: 600))
        case "always": throttled("0")
        case "broken": answer(.badGateway, "<html>Bad gateway</html>", type: "text/html")
        case "garbage": answer(.ok, "<html>Welcome</html>", type: "text/html")
        case "huge": answer(.ok, "[" + String(repeating: "1,", count: 100_000) + "1]")
        case "endless":
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    while true { try await writer.write(ByteBuffer(repeating: 0x20, count: 1_024)) }
                }
            )
        case "redirect": Response(status: .found, headers: [.location: "https://elsewhere.example/"])
        case "hang":
            Response(
                status: .ok,
                body: ResponseBody { writer in
                    try await writer.write(ByteBuffer(string: "{"))
                    let (never, _) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
                    for await _ in never {}
                    try await writer.finish(nil)
                }
            )
        case "echo": answer(.ok, #"{"you sent":"tok_good"}"#)
        default: answer(.notFound, #"{"message":"no such way"}"#)
        }
    }

    /// A date as headers have it.
    private static func date(in seconds: Int) -> String {
        var moment = time(nil) + seconds
        var parts = tm()
        gmtime_r(&moment, &parts)
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func throttled(_ retryAfter: String) -> Response {
        var response = answer(.tooManyRequests, #"{"message":"slow down"}"#)
        response.headers[.retryAfter] = retryAfter
        return response
    }

    private static func answer(
        _ status: HTTPResponse.Status,
        _ text: String,
        type: String = "application/json"
    ) -> Response {
        Response(
            status: status,
            headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text))
        )
    }
}
