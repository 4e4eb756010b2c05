import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// What machines ask that look after the daemon.
    static let service: [Route] = [
        Route(
            .get,
            "/healthz",
            RouteFacts(
                name: "isAlive",
                summary: "Whether the daemon answers at all",
                tag: "service",
                answer: .json("Alive", status: 200),
                doorway: .open
            )
        ) { _, _ in .json(["alive": true]) },
        Route(
            .get,
            "/readyz",
            RouteFacts(
                name: "isReady",
                summary: "Whether the daemon can answer as it should: store open, registry read",
                tag: "service",
                answer: .json("Readiness", status: 200),
                problems: [503: "it cannot; the problem says why"]
            )
        ) { _, service in
            let readiness = await service.readiness()
            guard readiness.isReady else {
                throw Problem(
                    503,
                    "not_ready",
                    readiness.faults.joined(separator: "; "),
                    fix: "wait, or read the daemon's log"
                )
            }
            return .json(readiness.json)
        },
        Route(
            .get,
            "/metrics",
            RouteFacts(
                name: "getMetrics",
                summary: "Numbers in the text format of Prometheus",
                tag: "service",
                answer: .text(MetricsText.type)
            )
        ) { _, service in
            let status = try await service.status()
            let listeners = Measurement(
                "openwork_event_listeners",
                .gauge,
                help: "Callers that follow events.",
                value: Double(service.events.listenerCount)
            )
            let numbers = status.measurements + [listeners] + ProcessNumbers.now + (await service.measurements())
            return .text(MetricsText.write(numbers), type: MetricsText.type)
        },
        Route(
            .get,
            "/openapi.json",
            RouteFacts(
                name: "getDocument",
                summary: "This interface as an OpenAPI 3.1 document",
                tag: "service",
                answer: .json("Document", status: 200),
                hasTag: true
            )
        ) { _, _ in .json(OpenAPIDocument.whole) },
    ]
}
