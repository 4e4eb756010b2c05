package import JSON

/// All that is known of a server's health at one moment, made for showing.
package struct HealthStatus: Sendable, Hashable {
    /// What people are told.
    package var state: HealthState
    /// Why.
    package var reason: HealthReason
    /// When it became so.
    package var since: Moment
    /// The three questions behind it.
    package var layers: HealthLayers
    /// The middle of the latencies in the window; nil without any.
    package var p50: Duration?
    /// 95 of 100 contacts in the window were at least as quick; nil without any.
    package var p95: Duration?
    /// The share of failed contacts in the window; nil without any.
    package var errorRate: Double?
    /// When anybody last had contact, good or bad; nil for never.
    package var lastContact: Moment?
    /// When it should next be probed.
    package var nextProbe: Moment
    /// The moment for which all this holds.
    package var at: Moment

    /// The status as the API gives it; times in milliseconds before now.
    package func json(for integration: String) -> JSONValue {
        func ago(_ moment: Moment?) -> JSONValue { moment.map { JSONValue(Int(at.since($0).milliseconds)) } ?? .null }
        func layer(_ layer: HealthLayers.Layer) -> JSONValue {
            ["holds": layer.holds.map { .bool($0) } ?? .null, "detail": .string(layer.detail), "ageMs": ago(layer.at)]
        }
        return [
            "state": .string(state.rawValue), "icon": .string(state.icon), "sinceMs": ago(since),
            "reason": reason.json(for: integration, at: at),
            "layers": [
                "configured": layer(layers.configured), "authorised": layer(layers.authorised),
                "effective": layer(layers.effective),
            ],
            "latency": [
                "p50Ms": p50.map { JSONValue(Int($0.milliseconds)) } ?? .null,
                "p95Ms": p95.map { JSONValue(Int($0.milliseconds)) } ?? .null,
            ],
            "errorRate": errorRate.flatMap { JSONNumber($0) }.map { .number($0) } ?? .null,
            "lastContactMs": ago(lastContact),
            "nextProbeInMs": JSONValue(Int(max(.zero, nextProbe.since(at)).milliseconds)),
        ]
    }
}
