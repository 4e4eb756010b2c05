import DaemonAPI

/// Why a request has no route.
enum RouteFault: Error, Sendable, Hashable {
    case unknown(nearest: String?)
    case method(allowed: [String])

    var problem: Problem {
        switch self {
        case .unknown(let nearest):
            Problem(
                404,
                "not_found",
                "the daemon has nothing at this address",
                fix: nearest.map { "did you mean \($0)? " } ?? "see /openapi.json for what there is"
            )
        case .method(let allowed):
            Problem(
                405,
                "method_not_allowed",
                "this address does not take the method",
                fix: "use \(allowed.joined(separator: " or "))"
            )
        }
    }
}
