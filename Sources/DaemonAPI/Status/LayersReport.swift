package import JSON

/// The three questions that a single state blurs: is it configured, is its credential good, are its tools there.
package struct LayersReport: Sendable, Hashable {
    /// One answer.
    package struct Layer: Sendable, Hashable {
        /// Yes, no, or nil where nobody knows.
        package var holds: Bool?
        /// Why, in a few words.
        package var detail: String
        /// When it was found out; nil when it never was.
        package var at: Timestamp?

        /// An answer, found out at a moment.
        package init(_ holds: Bool?, _ detail: String, at: Timestamp? = nil) {
            self.holds = holds
            self.detail = detail
            self.at = at
        }

        fileprivate var json: JSONValue {
            ["holds": holds.map { .bool($0) } ?? .null, "detail": .string(detail), "at": JSONValue(at)]
        }

        fileprivate init(json: JSONValue) throws(AnswerError) {
            let reader = try AnswerReader(json, at: "layers")
            self.init(reader["holds"]?.boolValue, try reader.text("detail"), at: reader.timeIfAny("at"))
        }
    }

    /// Whether all required settings have a value.
    package var configured: Layer
    /// Whether the vendor accepts the credential.
    package var authorised: Layer
    /// Whether its tools are listed and can be called.
    package var effective: Layer

    /// Nobody has looked yet, unless answers are given.
    package init(
        configured: Layer = Layer(nil, "not looked at"),
        authorised: Layer = Layer(nil, "never tried"),
        effective: Layer = Layer(nil, "not looked at")
    ) {
        self.configured = configured
        self.authorised = authorised
        self.effective = effective
    }

    /// As it stands in the API.
    package var json: JSONValue {
        ["configured": configured.json, "authorised": authorised.json, "effective": effective.json]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "layers")
        let read = { (json: JSONValue) throws(AnswerError) in try Layer(json: json) }
        configured = try reader.value("configured", read)
        authorised = try reader.value("authorised", read)
        effective = try reader.value("effective", read)
    }
}
