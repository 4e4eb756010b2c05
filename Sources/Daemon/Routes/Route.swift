import DaemonAPI
import HTTPTypes
import JSON

/// One thing that can be asked of the daemon: method, path, facts and what answers.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// Such as `/api/integrations/{id}`.
    let path: String
    let facts: RouteFacts
    let answer: @Sendable (APIRequest, any DaemonService) async throws -> APIAnswer
    let segments: [Substring]

    init(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ facts: RouteFacts,
        _ answer: @escaping @Sendable (APIRequest, any DaemonService) async throws -> APIAnswer
    ) {
        self.method = method
        self.path = path
        self.facts = facts
        self.answer = answer
        segments = path.split(separator: "/")
    }

    /// Names in the path, in order.
    var parameterNames: [String] {
        segments.filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Whether it changes something, so that nobody may be tricked into sending it.
    var isMutation: Bool { method != .get }

    /// Whether agents connect here.
    var isEndpoint: Bool {
        if case .protocolMessages = facts.answer { true } else { false }
    }

    /// What the path holds for the names; nil when it is another path.
    func match(_ path: [Substring]) -> [String: String]? {
        guard segments.count == path.count else { return nil }
        var parameters: [String: String] = [:]
        for (mine, given) in zip(segments, path) {
            if mine.hasPrefix("{") {
                parameters[String(mine.dropFirst().dropLast())] = String(given)
            } else if mine != given {
                return nil
            }
        }
        return parameters
    }
}
