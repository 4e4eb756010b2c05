package import Health
package import JSON

/// The health of one integration as the API tells it: a state with a cause, an age and what to do about it.
package struct HealthReport: Sendable, Hashable {
    /// What people are told.
    package var state: HealthState
    /// When it became so.
    package var since: Timestamp
    /// Why.
    package var reason: ReasonReport
    /// The three questions behind it.
    package var layers: LayersReport
    /// The middle of the latencies of late, in milliseconds; nil without any.
    package var p50Ms: Int?
    /// 95 of 100 contacts of late were at least as quick; nil without any.
    package var p95Ms: Int?
    /// When anybody last had contact, good or bad; nil for never.
    package var lastContact: Timestamp?
    /// When it is probed next; nil while nobody watches it.
    package var nextProbe: Timestamp?

    /// A state for which there is no contact yet, unless the rest is set.
    package init(state: HealthState, since: Timestamp, reason: ReasonReport, layers: LayersReport = LayersReport()) {
        self.state = state
        self.since = since
        self.reason = reason
        self.layers = layers
    }

    /// What a health machine tells, for the moment at which it was asked.
    package init(_ status: HealthStatus, of integration: String, at now: Timestamp) {
        func time(_ moment: Moment) -> Timestamp { now.before(status.at.since(moment)) }
        func layer(_ layer: HealthLayers.Layer) -> LayersReport.Layer {
            LayersReport.Layer(layer.holds, layer.detail, at: layer.at.map(time))
        }
        state = status.state
        since = time(status.since)
        reason = ReasonReport(status.reason, of: integration, seenAt: time(status.reason.seenAt))
        layers = LayersReport(
            configured: layer(status.layers.configured),
            authorised: layer(status.layers.authorised),
            effective: layer(status.layers.effective)
        )
        p50Ms = status.p50.map { Int($0.milliseconds) }
        p95Ms = status.p95.map { Int($0.milliseconds) }
        lastContact = status.lastContact.map(time)
        nextProbe = time(status.nextProbe)
    }

    /// Its members, to stand in an object of their own or beside others.
    package var members: JSONObject {
        [
            "state": .string(state.rawValue), "icon": .string(state.icon), "since": JSONValue(since),
            "reason": reason.json, "layers": layers.json,
            "latency": [
                "p50Ms": p50Ms.map { JSONValue($0) } ?? .null, "p95Ms": p95Ms.map { JSONValue($0) } ?? .null,
            ],
            "lastContact": JSONValue(lastContact), "nextProbe": JSONValue(nextProbe),
        ]
    }

    /// An object of its own.
    package var json: JSONValue { .object(members) }

    /// Reads it back; also from an object that has other members beside.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "health")
        state = try reader.word("state")
        since = try reader.time("since")
        reason = try reader.value("reason") { json throws(AnswerError) in try ReasonReport(json: json) }
        layers = try reader.value("layers") { json throws(AnswerError) in try LayersReport(json: json) }
        p50Ms = json["latency"]?["p50Ms"]?.intValue
        p95Ms = json["latency"]?["p95Ms"]?.intValue
        lastContact = reader.timeIfAny("lastContact")
        nextProbe = reader.timeIfAny("nextProbe")
    }
}
