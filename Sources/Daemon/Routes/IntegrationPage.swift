import DaemonAPI
import Health
import JSON

/// Which part of the list of integrations somebody asks for.
struct IntegrationPage: Sendable {
    private let limit: Int?
    private let after: String?
    private let state: String?

    init(_ request: APIRequest) {
        limit = request.query["limit"].flatMap { Int($0) }
        after = request.query["after"]
        state = request.query["state"]
    }

    /// The page: what comes after the id, or everything when the id is not there any more.
    func answer(_ all: [IntegrationReport]) -> APIAnswer {
        let wanted = all.filter { state == nil || $0.status.health.state.rawValue == state }
        let start = after.flatMap { id in wanted.firstIndex { $0.status.id == id } }.map { $0 + 1 } ?? 0
        let page = wanted[start...].prefix(limit ?? wanted.count)
        let next = page.endIndex < wanted.endIndex ? page.last?.status.id : nil
        return .page(
            ["integrations": .array(page.map(\.json)), "next": next.map { .string($0) } ?? .null],
            next: next.map { id in
                let rest = [limit.map { "limit=\($0)" }, state.map { "state=\($0)" }].compactMap(\.self)
                return "/api/integrations?" + (["after=\(id)"] + rest).joined(separator: "&")
            }
        )
    }
}
