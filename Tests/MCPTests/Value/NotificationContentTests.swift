import JSON
import MCP
import Testing

@Suite("What notifications and interim results carry")
struct NotificationContentTests {
    private func params(_ notification: Notification) -> JSONObject? { notification.params }

    @Test("progress, cancellation and log message read back as themselves")
    func roundTrip() throws {
        let progress = Progress(token: "t", progress: 0.5, total: 2, message: "m")
        #expect(try Progress(params: progress.notification.params) == progress)
        let cancellation = Cancellation(requestID: 3, reason: "r")
        #expect(try Cancellation(params: cancellation.notification.params) == cancellation)
        let message = LogMessage(level: .alert, logger: "l", data: ["x": 1])
        #expect(try LogMessage(params: message.notification.params) == message)
    }

    @Test("missing and wrong members are named")
    func faults() {
        #expect(throws: ShapeError.self) { try Progress(params: nil) }
        #expect(throws: ShapeError.self) { try Progress(params: ["progressToken": 1.5, "progress": 1]) }
        #expect(throws: ShapeError.self) { try Cancellation(params: ["requestId": nil]) }
        #expect(throws: ShapeError.self) { try LogMessage(params: ["level": "loud", "data": 1]) }
        #expect(throws: ShapeError.self) { try LogMessage(params: ["level": "info"]) }
    }

    @Test("log levels are ordered by severity")
    func levels() {
        #expect(LoggingLevel.allCases == LoggingLevel.allCases.sorted())
        #expect(LoggingLevel.debug < .emergency)
    }

    @Test("a notification can be marked as belonging to a subscription")
    func subscription() {
        let notification = Notification(method: "notifications/resources/updated", params: ["uri": "u"])
        #expect(notification.subscriptionID == nil)
        #expect(notification.onSubscription("s").subscriptionID == "s")
        #expect(notification.onSubscription(4).params?["uri"] == "u")
        #expect(notification.changedList == nil)
    }

    @Test("a request for input reads back as itself, in the server's order")
    func inputRequired() throws {
        let result = InputRequiredResult(
            inputRequests: [
                .init(key: "b", method: "elicitation/create", params: ["message": "?"]),
                .init(key: "a", method: "roots/list"),
            ],
            requestState: "opaque"
        )
        #expect(try InputRequiredResult(json: .object(result.json)) == result)
        let wrong = json(#"{"inputRequests":{"k":{"params":{}}}}"#)
        let error = try #require(throws: ShapeError.self) { try InputRequiredResult(json: wrong) }
        #expect(error.path.text == "/inputRequests/k/method")
    }

    @Test("a modern error reveals the server's era, others do not", arguments: [-32020, -32021, -32022])
    func modernErrors(code: Int) {
        #expect(ErrorCode(rawValue: Int64(code)).revealsModernServer)
        #expect(!ErrorCode(rawValue: Int64(code - 3)).revealsModernServer)
        #expect(!ErrorCode(rawValue: Int64(code + 3)).revealsModernServer)
    }

    @Test("an unsupported version error carries both lists as its revision demands")
    func unsupportedVersion() {
        let error = ErrorObject.unsupportedVersion("1900-01-01", supported: [.july2026, .november2025])
        #expect(error.code == -32022)
        #expect(error.data == ["supported": ["2026-07-28", "2025-11-25"], "requested": "1900-01-01"])
        #expect(error.supportedVersions == ["2026-07-28", "2025-11-25"])
    }
}
