import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// What can be done to an integration; each answers with what became of it.
    static let actions: [Route] = [
        Route(
            .post,
            "/api/integrations/{id}/configure",
            RouteFacts(
                name: "configure",
                summary: "Keeps settings (secrets sealed), installs where needed, starts, and answers with the verdict",
                tag: "actions",
                body: "ConfigureRequest",
                answer: .json("Verdict", status: 200),
                problems: problems(422, "settings do not fit; every fault is listed, and no value is quoted")
                    .merging(fetching) { $1 }
            )
        ) { request, service in
            .json(try await service.configure(request.id, ConfigureRequest(body: request.body)).json)
        },
        installing("install", "install", "Installs its server, unless it is there") { service, id, options in
            try await service.install(id, options)
        },
        installing("upgrade", "upgrade", "Installs another version, and goes back when that does not start") {
            service,
            id,
            options in
            try await service.upgrade(id, options)
        },
        acting("rollback", "rollBack", "Goes back to the version before") { try await $0.rollBack($1) },
        acting("enable", "enable", "Runs and watches it from now on") { try await $0.enable($1) },
        acting("disable", "disable", "Stops it, and watches it no more") { try await $0.disable($1) },
        acting("restart", "restart", "Ends its process and starts another") { try await $0.restart($1) },
        acting("test", "test", "Probes it now") { try await $0.test($1) },
        Route(
            .post,
            "/api/integrations/{id}/call",
            RouteFacts(
                name: "callTool",
                summary: "Calls one of its tools, to try it",
                tag: "actions",
                body: "CallRequest",
                answer: .json("CallReport", status: 200),
                problems: problems(422, "the tool or its arguments cannot be used")
                    .merging([502: "its server broke off", 504: "its server did not answer in time"]) { $1 }
            )
        ) { request, service in
            .json(try await service.call(request.id, CallRequest(body: request.body)).json)
        },
    ]

    private static func acting(
        _ word: String,
        _ name: String,
        _ summary: String,
        _ act: @escaping @Sendable (any DaemonService, String) async throws -> Verdict
    ) -> Route {
        Route(
            .post,
            "/api/integrations/{id}/\(word)",
            RouteFacts(
                name: name,
                summary: summary,
                tag: "actions",
                body: "Nothing",
                isBodyOptional: true,
                answer: .json("Verdict", status: 200),
                problems: problems(422, "it cannot be done as things are")
            )
        ) { request, service in .json(try await act(service, request.id).json) }
    }

    private static func installing(
        _ word: String,
        _ name: String,
        _ summary: String,
        _ act: @escaping @Sendable (any DaemonService, String, InstallOptions) async throws -> Verdict
    ) -> Route {
        Route(
            .post,
            "/api/integrations/{id}/\(word)",
            RouteFacts(
                name: name,
                summary: summary,
                tag: "actions",
                body: "InstallOptions",
                isBodyOptional: true,
                answer: .json("Verdict", status: 200),
                problems: problems(422, "it could not be installed; the problem says why").merging(fetching) { $1 }
            )
        ) { request, service in
            let body = request.body.isNull ? [:] : request.body
            return .json(try await act(service, request.id, InstallOptions(body: body)).json)
        }
    }

    /// What only fetching a server can end with.
    private static let fetching = [502: "its registry could not be reached", 507: "the disk is full"]

    private static func problems(_ status: Int, _ words: String) -> [Int: String] {
        unknownIntegration.merging([status: words, 409: "something else is being done to it"]) { $1 }
    }
}
