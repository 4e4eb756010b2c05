package import JSON

/// The last contacts of one integration, span by span: for a line that fits on a card.
package struct LatencyTrend: Sendable, Hashable {
    /// The contacts of one span of time.
    package struct Point: Sendable, Hashable {
        /// When it begins.
        package var at: Timestamp
        /// The mean of the latencies, in milliseconds; nil without any.
        package var meanMs: Int?
        /// How many contacts there were.
        package var contacts: Int
        /// How many of them went well.
        package var good: Int

        /// A span.
        package init(at: Timestamp, meanMs: Int?, contacts: Int, good: Int) {
            self.at = at
            self.meanMs = meanMs
            self.contacts = contacts
            self.good = good
        }
    }

    /// The integration.
    package var integration: String
    /// The oldest first.
    package var points: [Point]

    /// The trend of an integration.
    package init(integration: String, points: [Point]) {
        self.integration = integration
        self.points = points
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "integration": .string(integration),
            "points": .array(
                points.map { point in
                    [
                        "at": JSONValue(point.at), "meanMs": point.meanMs.map { JSONValue($0) } ?? .null,
                        "contacts": JSONValue(point.contacts), "good": JSONValue(point.good),
                    ]
                }
            ),
        ]
    }
}
