import DaemonAPI
import HTTPTypes
import JSON
import MCPHTTP

extension Route {
    /// What is going on, at a glance and as it happens.
    static let status: [Route] = [
        Route(
            .get,
            "/api/status",
            RouteFacts(
                name: "getStatus",
                summary: "How every integration and every role is now, with causes and next actions",
                tag: "status",
                answer: .json("Status", status: 200),
                hasTag: true
            )
        ) { _, service in
            let (text, moment) = try await service.statusText()
            return .told(text, at: moment)
        },
        Route(
            .get,
            "/api/events",
            RouteFacts(
                name: "followEvents",
                summary: "Everything that happens, as events; goes on after the field Last-Event-ID",
                tag: "status",
                query: [
                    QueryParameter("after", .integer(0...Int.max), "the last event that the caller has had")
                ],
                answer: .events("Event")
            )
        ) { request, service in
            let last =
                request.fields[MCPField.lastEventID].flatMap { Int64($0) }
                ?? request.query["after"].flatMap { Int64($0) }
            return .events(
                AnyEventSource(service.events.listen(after: last)) { event in
                    ServerSentEvent(type: event.kind.rawValue, data: event.json.utf8(), id: String(event.id))
                }
            )
        },
    ]
}
