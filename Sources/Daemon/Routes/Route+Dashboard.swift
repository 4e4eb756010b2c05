import DaemonAPI
import HTTPTypes
import Health
import JSON

extension Route {
    private static let files = DashboardFiles.embedded
    /// New with each start: a form from before is refused, and sent again from a fresh page.
    private static let pages = PlainPages(files: files, token: RequestName.random() + RequestName.random())
    private static let shell = files.shell
    private static let html = RouteFacts.Answer.text("text/html; charset=utf-8")

    /// What people look at.
    static let dashboard: [Route] = [
        Route(
            .get,
            "/",
            RouteFacts(
                name: "goToDashboard",
                summary: "Leads to the dashboard",
                tag: "dashboard",
                answer: .elsewhere,
                doorway: .arrival
            )
        ) { _, _ in .web(WebDocument(location: "/dashboard")) },
        Route(
            .get,
            "/dashboard",
            RouteFacts(
                name: "showDashboard",
                summary: "The dashboard",
                tag: "dashboard",
                answer: html,
                // The page tells nothing by itself: a link may lead here, and a token is asked for by the page.
                doorway: .arrival,
                hasTag: true
            )
        ) { _, _ in .web(shell) },
        Route(
            .get,
            "/dashboard/assets/{version}/{file}",
            RouteFacts(
                name: "getDashboardFile",
                summary: "A file of the dashboard, to be kept for good under the version of this daemon",
                tag: "dashboard",
                answer: .file,
                problems: [404: "the dashboard has no such file"],
                doorway: .arrival
            )
        ) { request, _ in
            let (name, version) = (request.parameters["file"] ?? "", request.parameters["version"] ?? "")
            guard let file = files.file(name, version: version) else {
                throw Problem(404, "not_found", "the dashboard has no such file", fix: "load /dashboard anew")
            }
            return .web(file)
        },
        Route(
            .get,
            "/dashboard/plain",
            RouteFacts(
                name: "showPlainStatus",
                summary: "How everything is, as a page that needs no script",
                tag: "dashboard",
                answer: html,
                hasTag: true
            )
        ) { _, service in .web(.page(pages.status(try await service.status()))) },
        Route(
            .get,
            "/dashboard/plain/{id}",
            RouteFacts(
                name: "showPlainIntegration",
                summary: "One integration and the form that configures it, as a page that needs no script",
                tag: "dashboard",
                answer: html,
                problems: unknownIntegration,
                hasTag: true
            )
        ) { request, service in .web(.page(pages.integration(try await service.integration(request.id)))) },
        Route(
            .post,
            "/dashboard/plain/{id}",
            RouteFacts(
                name: "sendPlainForm",
                summary: "Configures an integration from the form on its page, and shows the verdict",
                tag: "dashboard",
                body: "PlainForm",
                answer: html,
                problems: unknownIntegration.merging(
                    [409: "something else is being done to it", 422: "settings do not fit"]
                ) { $1 },
                bodyForm: .fields
            )
        ) { request, service in .web(try await configure(request, service)) },
    ]

    private static func configure(_ request: APIRequest, _ service: any DaemonService) async throws -> WebDocument {
        guard request.body["_token"]?.stringValue == pages.token else {
            throw Problem(
                403,
                "stale_form",
                "the form is not one that this daemon gave out since it started",
                fix: "open /dashboard/plain/\(request.id) again and fill it in there"
            )
        }
        // What is left empty stays as it is.
        var values: [String: String?] = [:]
        for (name, value) in request.body.objectValue ?? [:] where name != "_token" {
            if let text = value.stringValue, !text.isEmpty { values[name] = .some(text) }
        }
        do {
            let verdict = try await service.configure(request.id, ConfigureRequest(environment: values))
            let report = try await service.integration(request.id)
            let health = verdict.status.health
            let words = "\(health.state.icon) \(health.state.rawValue): \(health.reason.message)"
            return .page(pages.integration(report, notice: (words, health.state == .connected)))
        } catch let problem as Problem {
            return pages.problem(problem)
        }
    }
}
