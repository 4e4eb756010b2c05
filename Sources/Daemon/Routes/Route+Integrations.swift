import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

extension Route {
    static let unknownIntegration = [404: "there is no such integration; the problem names the nearest"]

    /// What there is, one by one.
    static let integrations: [Route] = [
        Route(
            .get,
            "/api/integrations",
            RouteFacts(
                name: "listIntegrations",
                summary: "Every integration with settings (names only), install, process, health and tools",
                tag: "integrations",
                query: [
                    QueryParameter("limit", .integer(1...1_000), "how many on a page"),
                    QueryParameter("after", .id, "the id after which the page begins"),
                    QueryParameter(
                        "state",
                        .choice(["connected", "degraded", "disconnected", "unknown"]),
                        "only those in a state"
                    ),
                ],
                answer: .json("IntegrationList", status: 200),
                hasTag: true
            )
        ) { request, service in
            IntegrationPage(request).answer(try await service.integrations())
        },
        Route(
            .post,
            "/api/integrations",
            RouteFacts(
                name: "addIntegration",
                summary: "Adds an entry to the user's registry file; entries that start a command are refused here",
                tag: "integrations",
                body: "Entry",
                answer: .json("Integration", status: 201),
                problems: [409: "the id belongs to a shipped entry", 422: "the entry cannot be used"]
            )
        ) { request, service in
            if let problem = CommandRefusal.problem(with: request.body) { throw problem }
            return .json(try await service.add(request.body).json, status: 201)
        },
        Route(
            .get,
            "/api/integrations/{id}",
            RouteFacts(
                name: "getIntegration",
                summary: "One integration with settings (names only), install, process, health and tools",
                tag: "integrations",
                answer: .json("Integration", status: 200),
                problems: unknownIntegration,
                hasTag: true
            )
        ) { request, service in .json(try await service.integration(request.id).json) },
        Route(
            .delete,
            "/api/integrations/{id}",
            RouteFacts(
                name: "removeIntegration",
                summary:
                    "Stops it, forgets its settings and secrets, and takes a user's entry out of the registry file",
                tag: "integrations",
                answer: .nothing,
                problems: unknownIntegration
            )
        ) { request, service in
            try await service.remove(request.id)
            return .nothing
        },
        Route(
            .get,
            "/api/integrations/{id}/tools",
            RouteFacts(
                name: "listTools",
                summary: "Its tools: as its server lists them, or else as its entry has them",
                tag: "integrations",
                answer: .json("ToolList", status: 200),
                problems: unknownIntegration,
                hasTag: true
            )
        ) { request, service in
            .json(["tools": .array(try await service.tools(request.id).map(\.json))])
        },
        Route(
            .get,
            "/api/integrations/{id}/health",
            RouteFacts(
                name: "getHealth",
                summary: "Its health now, what changed when and why, and its contacts",
                tag: "integrations",
                query: [
                    QueryParameter("since", .time, "nothing from before; as far back as is kept, unless given"),
                    QueryParameter("limit", .integer(1...1_000), "how many changes, the newest"),
                ],
                answer: .json("HealthHistory", status: 200),
                problems: unknownIntegration
            )
        ) { request, service in
            let start = request.query["since"].flatMap { Timestamp($0) }
            let limit = request.integer("limit", default: 100)
            return .json(try await service.health(request.id, since: start, limit: limit).json)
        },
        Route(
            .get,
            "/api/integrations/{id}/logs",
            RouteFacts(
                name: "readLogs",
                summary: "The last lines that its server wrote to standard error, without secrets",
                tag: "integrations",
                query: [QueryParameter("lines", .integer(1...10_000), "how many, the last")],
                answer: .json("LogLines", status: 200),
                problems: unknownIntegration
            )
        ) { request, service in
            let lines = try await service.logs(request.id, last: request.integer("lines", default: 200))
            return .json(["lines": .array(lines.map(\.json))])
        },
        Route(
            .get,
            "/api/integrations/{id}/logs/follow",
            RouteFacts(
                name: "followLogs",
                summary: "The last lines, and those that follow, as events",
                tag: "integrations",
                query: [QueryParameter("lines", .integer(0...10_000), "how many to begin with, the last")],
                answer: .events("LogLine"),
                problems: unknownIntegration
            )
        ) { request, service in
            let lines = try await service.followLogs(request.id, last: request.integer("lines", default: 20))
            return .events(AnyEventSource(lines) { ServerSentEvent(data: $0.json.utf8()) })
        },
    ]
}
