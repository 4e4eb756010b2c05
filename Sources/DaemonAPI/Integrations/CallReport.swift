package import JSON

/// What a tool answered to a call that somebody made by hand.
package struct CallReport: Sendable, Hashable {
    /// The tool.
    package var tool: String
    /// `ok`, the code of what the answer was found to mean, such as `credential_invalid`, or `tool_error` for no more than that.
    package var outcome: String
    /// The result as the server gave it, known secrets masked.
    package var result: JSONValue
    /// How long it took, in milliseconds.
    package var durationMs: Int

    /// An answer.
    package init(tool: String, outcome: String, result: JSONValue, durationMs: Int) {
        self.tool = tool
        self.outcome = outcome
        self.result = result
        self.durationMs = durationMs
    }

    /// As it stands in the API.
    package var json: JSONValue {
        [
            "tool": .string(tool), "outcome": .string(outcome), "result": result, "durationMs": JSONValue(durationMs),
        ]
    }

    /// Reads it back.
    package init(json: JSONValue) throws(AnswerError) {
        let reader = try AnswerReader(json, at: "call")
        tool = try reader.text("tool")
        outcome = try reader.text("outcome")
        result = reader["result"] ?? .null
        durationMs = try reader.count("durationMs")
    }
}
