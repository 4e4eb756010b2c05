package import Health
package import JSON

/// The health of one integration now, and how it came to be so.
package struct HealthHistory: Sendable, Hashable {
    /// One change of state.
    package struct Change: Sendable, Hashable {
        /// When.
        package var at: Timestamp
        /// What it was.
        package var from: HealthState
        /// What it became.
        package var to: HealthState
        /// Why, as a word for programs.
        package var code: String
        /// Why, in a sentence.
        package var message: String
        /// What it rests on, redacted; nil where there was no contact.
        package var evidence: JSONValue?

        /// A change.
        package init(at: Timestamp, from: HealthState, to: HealthState, code: String, message: String) {
            self.at = at
            self.from = from
            self.to = to
            self.code = code
            self.message = message
        }
    }

    /// The contacts of one span of time, counted.
    package struct Span: Sendable, Hashable {
        /// When it begins.
        package var start: Timestamp
        /// How long it is, in seconds.
        package var seconds: Int
        /// Contacts by class of outcome; classes without any are absent.
        package var counts: [String: Int]
        /// The mean of the latencies in milliseconds; nil without any.
        package var meanMs: Int?

        /// A span.
        package init(start: Timestamp, seconds: Int, counts: [String: Int], meanMs: Int?) {
            self.start = start
            self.seconds = seconds
            self.counts = counts
            self.meanMs = meanMs
        }
    }

    /// How it is now.
    package var now: IntegrationStatus
    /// Changes of state, the newest first.
    package var changes: [Change]
    /// Contacts, the oldest span first.
    package var contacts: [Span]

    /// A history.
    package init(now: IntegrationStatus, changes: [Change], contacts: [Span]) {
        self.now = now
        self.changes = changes
        self.contacts = contacts
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "now": now.json, "changes": .array(changes.map(\.json)), "contacts": .array(contacts.map(\.json)),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "health")
        now = try reader.value("now") { json throws(AnswerError) in try IntegrationStatus(json: json) }
        changes = try reader.list("changes") { json throws(AnswerError) in try Change(json: json) }
        contacts = try reader.list("contacts") { json throws(AnswerError) in try Span(json: json) }
    }
}

extension HealthHistory.Change {
    /// As it stands in the API.
    package var json: JSONValue {
        [
            "at": JSONValue(at), "from": .string(from.rawValue), "to": .string(to.rawValue), "code": .string(code),
            "message": .string(message), "evidence": evidence ?? .null,
        ]
    }

    fileprivate init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "changes")
        self.init(
            at: try reader.time("at"),
            from: try reader.word("from"),
            to: try reader.word("to"),
            code: try reader.text("code"),
            message: try reader.text("message")
        )
        evidence = reader["evidence"]
    }
}

extension HealthHistory.Span {
    fileprivate var json: JSONValue {
        [
            "start": JSONValue(start), "seconds": JSONValue(seconds),
            "counts": .object(JSONObject(counts.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
            "meanMs": meanMs.map { JSONValue($0) } ?? .null,
        ]
    }

    fileprivate init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "contacts")
        let counts = (reader["counts"]?.objectValue ?? [:]).map { ($0.key, $0.value.intValue ?? 0) }
        self.init(
            start: try reader.time("start"),
            seconds: try reader.count("seconds"),
            counts: Dictionary(counts) { $1 },
            meanMs: reader["meanMs"]?.intValue
        )
    }
}
