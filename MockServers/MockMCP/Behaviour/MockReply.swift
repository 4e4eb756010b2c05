package import MCP

/// What a mock makes of one request, before anything can be in the way.
package struct MockReply: Sendable {
    /// The answer.
    package let result: Result<Members, ErrorObject>
    /// How long the answer takes.
    package var delay = Duration.zero
    /// How many notifications of progress are spread over that time, for a client that wants any.
    package var progressSteps = 0
    /// Notifications that go before the answer, as the script has them.
    package var notifications: [MCP.Notification] = []
    /// Places in the script of the changes whose moment has come; they are made behind the answer.
    package var changes: [Int] = []

    /// An answer at once.
    package init(_ result: Result<Members, ErrorObject>) {
        self.result = result
    }
}
