import HTTPTypes
import Hummingbird
import JSON
import MCPHTTP
import Synchronization

/// The session that was opened last, for faults that mix sessions up.
final class LastSession: Sendable {
    private let id = Mutex<String?>(nil)

    /// Reads or changes it.
    func withLock<Value: Sendable>(_ body: (inout sending String?) -> sending Value) -> Value {
        id.withLock { body(&$0) }
    }

    /// Puts the last session where one is missing, in the legacy era only.
    func respond(
        _ request: Request,
        filling isMissing: (String?) -> Bool,
        _ sound: (Request) async throws -> Response
    ) async throws -> Response {
        let (request, message) = try await request.withMessage()
        let isOpening = ["initialize", "server/discover"].contains(message?["method"]?.stringValue)
        let fills = request.method == .post && !isOpening && isMissing(request.headers[MCPField.sessionID])
        let last = withLock { $0 }
        let filled = fills && last != nil ? request.changing { $0.headerFields[MCPField.sessionID] = last } : request
        let response = try await sound(filled)
        if let opened = response.headers[MCPField.sessionID] {
            withLock { $0 = opened }
        }
        return response
    }
}
