package import JSON

/// The cheapest call that changes nothing and fails when the credential is not accepted.
package struct Probe: Sendable, Hashable {
    /// A tool that is listed and read-only.
    package var tool: String
    /// What to call it with, in which `${NAME}` stands for a configured value.
    package var arguments: JSONObject
    /// What must be so in the answer, all of it: servers may answer happily with the refusal inside.
    package var expect: [BodyTest]
    /// How long it may take; nil for the policy's own limit.
    package var timeLimit: Duration?
    /// Why this one.
    package var note: String?

    /// Takes what to call; the rest is unknown.
    package init(_ tool: String, arguments: JSONObject = [:], expect: [BodyTest] = []) {
        self.tool = tool
        self.arguments = arguments
        self.expect = expect
    }
}
