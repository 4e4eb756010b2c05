/// How much one call may take, and how many may run at once.
package struct CallLimits: Sendable, Hashable {
    /// From the call to its answer.
    package var time: Duration
    /// The same for a call during which a person or a model can be asked, which takes its time.
    package var timeWithQuestions: Duration
    /// The JSON text of the arguments.
    package var argumentsInBytes: Int
    /// The JSON text of the result.
    package var resultInBytes: Int
    /// Calls of one integration that may be in flight for this role.
    package var callsPerIntegration: Int
    /// All calls that may be in flight for this role.
    package var callsPerRole: Int

    /// Sets the limits; by default those of a busy agent with a patient user.
    package init(
        time: Duration = .seconds(120),
        timeWithQuestions: Duration = .seconds(600),
        argumentsInBytes: Int = 4 << 20,
        resultInBytes: Int = 16 << 20,
        callsPerIntegration: Int = 256,
        callsPerRole: Int = 2_048
    ) {
        self.time = time
        self.timeWithQuestions = timeWithQuestions
        self.argumentsInBytes = argumentsInBytes
        self.resultInBytes = resultInBytes
        self.callsPerIntegration = callsPerIntegration
        self.callsPerRole = callsPerRole
    }
}
