extension ProtocolViolation {
    /// The rules a session watches; raw values are stable, reports and suites refer to them.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        case notJSON = "not-json"
        case oversizeMessage = "oversize-message"
        case truncatedMessage = "truncated-message"
        case invalidMessage = "invalid-message"
        case invalidID = "invalid-id"
        case batchNotAllowed = "batch-not-allowed"
        case paramsNotAnObject = "params-not-an-object"
        case resultNotAnObject = "result-not-an-object"
        case errorWithoutID = "error-without-id"
        case unknownResponseID = "unknown-response-id"
        case duplicateResponse = "duplicate-response"
        case foreignResponseID = "foreign-response-id"
        case invalidResult = "invalid-result"
        case unknownResultType = "unknown-result-type"
        case inputRequiredNotAllowed = "input-required-not-allowed"
        case unofferedVersion = "unoffered-version"
        case serverRequestNotAllowed = "server-request-not-allowed"
        case undeclaredClientCapability = "undeclared-client-capability"
        case duplicateRequestID = "duplicate-request-id"
        case invalidNotification = "invalid-notification"
        case unknownProgressToken = "unknown-progress-token"
        case progressNotIncreasing = "progress-not-increasing"
        case cancellationNotAllowed = "cancellation-not-allowed"
        case serverMessageBeforeReady = "server-message-before-ready"
        case requestBeforeInitialized = "request-before-initialized"
        case repeatedInitialize = "repeated-initialize"

        /// The rule in our own words.
        package var requirement: String {
            switch self {
            case .notJSON: "Everything written to the channel is a JSON-RPC message in valid JSON, and nothing else."
            case .oversizeMessage: "A message stays within the size limit the receiver set."
            case .truncatedMessage: "A message is written wholly, with its line break."
            case .invalidMessage: "A message is a JSON-RPC 2.0 request, notification or response."
            case .invalidID: "The id of a request is a string or an integer, and never null."
            case .batchNotAllowed: "Messages come one by one; only 2025-03-26 has batches."
            case .paramsNotAnObject: "Parameters, where there are any, are an object."
            case .resultNotAnObject: "A result is an object."
            case .errorWithoutID: "An error carries the id of its request, unless that id could not be read."
            case .unknownResponseID: "A response carries the id of a request that was sent."
            case .duplicateResponse: "A request is answered once."
            case .foreignResponseID: "A response repeats the id exactly, type included."
            case .invalidResult: "A result has the members its method and revision require."
            case .unknownResultType: "The type of a result is one that core protocol or a declared extension defines."
            case .inputRequiredNotAllowed:
                "Only tools/call, prompts/get and resources/read may be answered with a request for input."
            case .unofferedVersion: "The server answers initialize with a version that has such a handshake."
            case .serverRequestNotAllowed: "Since 2026-07-28 a server sends no requests; it answers with what it needs."
            case .undeclaredClientCapability: "A server only asks for what the client declared it can do."
            case .duplicateRequestID: "The id of a request differs from those of all requests in flight."
            case .invalidNotification: "A notification has the parameters its method requires."
            case .unknownProgressToken: "Progress refers to a request in flight that asked for it."
            case .progressNotIncreasing: "Each progress value is greater than the one before."
            case .cancellationNotAllowed: "A peer cancels what it asked for itself, or a subscription it serves."
            case .serverMessageBeforeReady: "Until the client is initialized a server sends no requests but ping."
            case .requestBeforeInitialized: "A client sends no requests but ping before it is initialized."
            case .repeatedInitialize: "A connection is initialized once."
            }
        }
    }
}
