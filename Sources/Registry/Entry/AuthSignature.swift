/// How to recognise what an answer or an exit means: all that is given must hold, and the first that holds decides.
package struct AuthSignature: Sendable, Hashable {
    /// What it means.
    package var outcome: SignatureOutcome
    /// Only at this point of the contact; nil for any.
    package var when: ContactPhase?
    /// The status of an HTTP answer.
    package var httpStatus: Int?
    /// The code of a JSON-RPC error.
    package var jsonrpcCode: Int?
    /// The status with which the process ended.
    package var exitCode: Int?
    /// Whether the tool's result says that it is an error; nil for either.
    package var isError: Bool?
    /// What must be so in the body, the error's message, or what an ended process wrote to standard error.
    package var body: [BodyTest]
    /// A text that must occur in the `WWW-Authenticate` field.
    package var challenge: String?

    /// Takes the meaning and what is needed for it.
    package init(
        _ outcome: SignatureOutcome,
        when: ContactPhase? = nil,
        httpStatus: Int? = nil,
        jsonrpcCode: Int? = nil,
        exitCode: Int? = nil,
        isError: Bool? = nil,
        body: [BodyTest] = []
    ) {
        self.outcome = outcome
        self.when = when
        self.httpStatus = httpStatus
        self.jsonrpcCode = jsonrpcCode
        self.exitCode = exitCode
        self.isError = isError
        self.body = body
    }
}
