import MCP

extension HTTPFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreachable(let reach, let words): "no connection (\(reach.rawValue)): \(words)"
        case .timedOut(let bound): "no answer within \(bound)"
        case .unauthorized(let status, let challenges):
            "status \(status): the server wants credentials"
                + (challenges.isEmpty ? "" : " (\(challenges.map(\.scheme).joined(separator: ", ")))")
        case .throttled(let status, let pause):
            "status \(status): too many requests" + (pause.map { ", try again in \($0)" } ?? "")
        case .status(let status, let error):
            "status \(status)" + (error.map { ": \($0.message) (\($0.code))" } ?? " without a JSON-RPC error")
        case .redirect(let status, let refusal): "redirect \(status) not followed: \(refusal)"
        case .notMCP(let status, let type, let beginning):
            "status \(status) with \(type ?? "no content type") is no MCP answer: \(beginning.debugDescription)"
        case .oversized(let limit): "the answer is longer than \(limit) bytes"
        case .misplacedAnswer(let id): "the server answered another request, \(id), in the place of this one"
        case .ended: "the answer ended before it was complete"
        case .sessionLost: "the server forgot the session, and the one that replaced it as well"
        case .sessionChanged(let version): "the server came back with revision \(version): connect anew"
        case .badSessionID: "the server named the session with characters that no header can carry"
        case .badEndpoint(let endpoint): "the endpoint event leads to \(endpoint.debugDescription)"
        case .noProtocol(let statuses):
            "no MCP endpoint: the requests were answered with "
                + statuses.map(String.init).joined(separator: ", ") + ". Check the path of the address"
        case .abandoned: "given up by our side"
        case .unsendable(let why): "the message cannot be sent: \(why)"
        }
    }

    /// Whether the same request may do better later, or elsewhere, without anybody changing anything.
    package var isPassing: Bool {
        switch self {
        case .unreachable(let reach, _): reach != .tls
        case .timedOut, .throttled, .ended, .sessionLost: true
        case .status(let status, _): status >= 500
        case .unauthorized, .redirect, .notMCP, .oversized, .misplacedAnswer, .sessionChanged, .badSessionID,
            .badEndpoint, .noProtocol, .abandoned, .unsendable:
            false
        }
    }
}
