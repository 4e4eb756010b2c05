package import JSON

/// What the last conformance report says of one integration.
package struct ConformanceSummary: Sendable, Hashable {
    /// A check that an integration did not pass.
    package struct Finding: Sendable, Hashable {
        /// The identifier of the check.
        package var check: String
        /// What it asks for.
        package var title: String?
        /// `failed` or `incomplete`.
        package var verdict: String
        /// Whether it is advice only.
        package var isAdvisory: Bool
        /// What was expected.
        package var expected: String?
        /// What came.
        package var actual: String?
        /// The command that repeats just this check.
        package var command: String?

        /// A finding of which the rest can be set.
        package init(check: String, verdict: String, isAdvisory: Bool) {
            self.check = check
            self.verdict = verdict
            self.isAdvisory = isAdvisory
        }
    }

    /// The integration, or whatever else was checked.
    package var integration: String
    /// The file in the folder for reports.
    package var file: String
    /// When the run began, as the report says; nil where it does not.
    package var startedAt: String?
    /// How many checks ended in each verdict.
    package var counts: [String: Int]
    /// What was not passed, at most a hundred.
    package var findings: [Finding]

    /// A summary without findings, unless they are given.
    package init(
        integration: String,
        file: String,
        startedAt: String?,
        counts: [String: Int] = [:],
        findings: [Finding] = []
    ) {
        self.integration = integration
        self.file = file
        self.startedAt = startedAt
        self.counts = counts
        self.findings = findings
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "integration": .string(integration), "file": .string(file), "startedAt": JSONValue(startedAt),
            "counts": .object(JSONObject(counts.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
            "findings": .array(
                findings.map { finding in
                    [
                        "check": .string(finding.check), "title": JSONValue(finding.title),
                        "verdict": .string(finding.verdict), "advisory": .bool(finding.isAdvisory),
                        "expected": JSONValue(finding.expected), "actual": JSONValue(finding.actual),
                        "repeat": JSONValue(finding.command),
                    ]
                }
            ),
        ]
    }
}
