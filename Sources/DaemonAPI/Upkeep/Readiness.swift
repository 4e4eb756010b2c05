package import JSON

/// Whether the daemon can answer requests as it should.
package struct Readiness: Sendable, Hashable {
    /// What is not in order yet, or no longer; empty when all is well.
    package var faults: [String]

    /// Ready unless there are faults.
    package init(faults: [String] = []) {
        self.faults = faults
    }

    /// Whether it is.
    package var isReady: Bool { faults.isEmpty }

    /// As it stands in the API.
    package var json: JSONValue { ["ready": .bool(isReady), "faults": JSONValue(texts: faults)] }
}
