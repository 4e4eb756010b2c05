/// The JSON-RPC messages around everything else, and the errors.
extension WireSchema {
    static let envelopes: [WireDefinition] = [
        .shape("JSONRPCMessage", .either(requests + answers + batches)),
        .object("JSONRPCRequest", version, identity, anyRequest),
        .object("JSONRPCNotification", version, anyNotification),
        .object("JSONRPCResponse", version, identity).through(.june2025)
            .required("result", .reference("Result")),
        .object("JSONRPCError", version, identity).through(.june2025)
            .required("error", .reference("Error")),
        .shape("JSONRPCResponse", .either(laterAnswers)).since(.november2025),
        .object("JSONRPCResultResponse", version, identity).since(.november2025)
            .required("result", .reference("Result")),
        .object("JSONRPCErrorResponse", answerEnvelope).since(.november2025)
            .required("error", .reference("Error")),
        .shape("JSONRPCBatchRequest", .list(.either(requests))).only(in: .march2025),
        .shape("JSONRPCBatchResponse", .list(.either(answers))).only(in: .march2025),
    ]

    static let errors: [WireDefinition] = [
        .object("Error", error).named(since: .november2025)
            .required("code", .integer),
        .object("ParseError", error).since(.july2026)
            .required("code", .code(-32700)),
        .object("InvalidRequestError", error).since(.july2026)
            .required("code", .code(-32600)),
        .object("MethodNotFoundError", error).since(.july2026)
            .required("code", .code(-32601)),
        .object("InvalidParamsError", error).since(.july2026)
            .required("code", .code(-32602)),
        .object("InternalError", error).since(.july2026)
            .required("code", .code(-32603)),
        .errorResponse("HeaderMismatchError", -32020)
            .since(.july2026),
        .errorResponse(
            "MissingRequiredClientCapabilityError",
            -32021,
            .required("requiredCapabilities", .reference("ClientCapabilities"))
        )
        .since(.july2026),
        .errorResponse(
            "UnsupportedProtocolVersionError",
            -32022,
            .required("supported", .strings),
            .required("requested", .string)
        )
        .since(.july2026),
        .errorResponse(
            "URLElicitationRequiredError",
            -32042,
            .required("elicitations", .list(.reference("ElicitRequestURLParams")))
        )
        .only(in: .november2025),
    ]

    static let version: [WireMember] = [.required("jsonrpc", .word("2.0"))]
    static let identity: [WireMember] = [.required("id", .reference("RequestId"))]
    /// An error may answer what could not be read, and then has no identity.
    static let answerEnvelope: [WireMember] = version + [.optional("id", .reference("RequestId"))]

    private static let error: [WireMember] = [.required("message", .string), .optional("data", .any)]

    private static let requests: [WireType] = [.reference("JSONRPCRequest"), .reference("JSONRPCNotification")]
    private static let batches: [WireType] = [.reference("JSONRPCBatchRequest"), .reference("JSONRPCBatchResponse")]
    private static let answers: [WireType] = [.reference("JSONRPCResponse"), .reference("JSONRPCError")]
    private static let laterAnswers: [WireType] = [
        .reference("JSONRPCResultResponse"), .reference("JSONRPCErrorResponse"),
    ]
}
