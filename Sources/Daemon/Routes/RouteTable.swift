import DaemonAPI
import HTTPTypes
import Wording

/// Every route of the daemon; finds the one that a request means.
struct RouteTable: Sendable {
    let routes: [Route]

    /// Everything but what needs the table itself.
    static let all = RouteTable(
        routes: Route.status + Route.integrations + Route.importing + Route.actions + Route.logins + Route.roles
            + Route.endpoints
            + Route.review + Route.hooks + Route.records + Route.upkeep + Route.service + Route.dashboard
    )

    /// The route of a method and a path.
    /// - Throws: `not_found`, or `method_not_allowed` with the methods that are.
    func find(_ method: HTTPRequest.Method, _ path: String) throws(RouteFault) -> (Route, [String: String]) {
        let segments = path == "/" ? [] : path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        let given = Array(segments)
        let matches = routes.compactMap { route in route.match(given).map { (route, $0) } }
        guard !matches.isEmpty else { throw .unknown(nearest: nearest(to: path)) }
        // What answers GET answers HEAD.
        let wanted = method == .head ? .get : method
        guard let match = matches.first(where: { $0.0.method == wanted }) else {
            throw .method(allowed: allowed(matches.map(\.0.method)))
        }
        return match
    }

    private func allowed(_ methods: [HTTPRequest.Method]) -> [String] {
        let names = methods.map(\.rawValue)
        return (names.contains("GET") ? names + ["HEAD"] : names).sorted()
    }

    private func nearest(to path: String) -> String? {
        NearestName.of(String(path.prefix(128)), among: routes.map(\.path).filter { !$0.contains("{") })
    }
}
