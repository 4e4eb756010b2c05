import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// What was done, measured and proven.
    static let records: [Route] = [
        Route(
            .get,
            "/api/audit",
            RouteFacts(
                name: "listAudit",
                summary: "What was done, by whom and how it ended, the newest first",
                tag: "records",
                query: [
                    QueryParameter("integration", .id, "only what was done to this one"),
                    QueryParameter("before", .integer(1...Int.max), "where the page begins, as the one before said"),
                    QueryParameter("limit", .integer(1...1_000), "how many on a page"),
                ],
                answer: .json("Audit", status: 200)
            )
        ) { request, service in
            let before = request.query["before"].flatMap { Int64($0) }
            let limit = request.integer("limit", default: 100)
            return .json(
                try await service.audit(integration: request.query["integration"], before: before, limit: limit).json
            )
        },
        Route(
            .get,
            "/api/changes",
            RouteFacts(
                name: "listChanges",
                summary: "Changes of state of all integrations with what they rest on, the newest first",
                tag: "records",
                query: [QueryParameter("limit", .integer(1...1_000), "how many")],
                answer: .json("ChangeList", status: 200)
            )
        ) { request, service in
            let changes = try await service.changes(limit: request.integer("limit", default: 100))
            return .json(["changes": .array(changes.map(\.json))])
        },
        Route(
            .get,
            "/api/latencies",
            RouteFacts(
                name: "listLatencies",
                summary:
                    "The last contacts of every integration, span by span: how long they took, and how many went well",
                tag: "records",
                query: [QueryParameter("points", .integer(1...120), "how many spans of each, the last")],
                answer: .json("LatencyList", status: 200),
                hasTag: true
            )
        ) { request, service in
            let trends = try await service.latencies(points: request.integer("points", default: 30))
            return .json(["latencies": .array(trends.map(\.json))])
        },
        Route(
            .get,
            "/api/conformance",
            RouteFacts(
                name: "listConformance",
                summary: "What the newest conformance report in the home's folder for them says of each integration",
                tag: "records",
                answer: .json("ConformanceList", status: 200),
                hasTag: true
            )
        ) { _, service in
            .json(["integrations": .array(try await service.conformance().map(\.json))])
        },
    ]
}
