/// Metadata, and what requests, notifications and results have in common.
extension WireSchema {
    static let base: [WireDefinition] = [
        .shape("JSONValue", .any).since(.july2026),
        .shape("JSONArray", .list(.any)).since(.july2026),
        .object("JSONObject").named(since: .july2026),
        .shape("RequestId", .scalar(["string", "integer"])),
        .shape("ProgressToken", .scalar(["string", "integer"])),
        .shape("Cursor", .string),
        .shape("Role", .choice(["user", "assistant"])),

        .object("MetaObject").named(since: .july2026),
        .object("RequestMetaObject").named(since: .july2026)
            .optional("progressToken", .reference("ProgressToken"))
            .required("io.modelcontextprotocol/protocolVersion", .string, since: .july2026)
            .required(
                "io.modelcontextprotocol/clientCapabilities",
                .reference("ClientCapabilities"),
                since: .july2026
            )
            .optional("io.modelcontextprotocol/clientInfo", .reference("Implementation"), since: .july2026)
            .optional("io.modelcontextprotocol/logLevel", .reference("LoggingLevel"), since: .july2026),
        .object("NotificationMetaObject").named(since: .july2026)
            .optional("io.modelcontextprotocol/subscriptionId", .reference("RequestId"), since: .july2026),
        .object("ResultMetaObject", serverIdentity).named(since: .july2026),

        .object("Request", anyRequest),
        .object("RequestParams", requestMeta).named(since: .november2025)
            .optional("_meta", .reference("RequestMetaObject"), through: .june2025),
        .object("Notification", anyNotification),
        .object("NotificationParams").named(since: .november2025)
            .optional("_meta", .reference("NotificationMetaObject")),
        .object("Result", result),
        .shape("EmptyResult", .reference("Result")),
        .shape("ResultType", .string).since(.july2026),
        .object("CacheableResult", result, cacheable).since(.july2026),

        .object("PaginatedRequest")
            .required("jsonrpc", .word("2.0"), since: .november2025)
            .required("id", .reference("RequestId"), since: .november2025)
            .required("method", .string)
            .params("PaginatedRequestParams", optionalThrough: .november2025),
        .object("PaginatedRequestParams", requestMeta).named(since: .november2025)
            .optional("cursor", .reference("Cursor")),
        .object("PaginatedResult", result, page),
    ]

    static let anyRequest: [WireMember] = [
        .required("method", .string),
        .optional("params", .reference("RequestParams"), through: .june2025),
        .optional("params", .open, since: .november2025),
    ]

    static let anyNotification: [WireMember] = [
        .required("method", .string),
        .optional("params", .reference("NotificationParams"), through: .june2025),
        .optional("params", .open, since: .november2025),
    ]

    /// Parameters of single methods speak of metadata only since they have definitions of their own.
    static let requestMeta: [WireMember] = [
        .optional("_meta", .reference("RequestMetaObject"), since: .november2025, through: .november2025),
        .required("_meta", .reference("RequestMetaObject"), since: .july2026),
    ]

    static let notificationMeta: [WireMember] = [
        .optional("_meta", .reference("NotificationMetaObject"), since: .november2025)
    ]

    /// Metadata of what a server asks: gone since the question travels inside of a result.
    static let questionMeta: [WireMember] = [
        .optional("_meta", .reference("RequestMetaObject"), since: .november2025, through: .november2025)
    ]

    /// Metadata of what a client answers: gone since the answer travels inside of a request.
    static let answerMeta: [WireMember] = [.optional("_meta", .reference("MetaObject"), through: .november2025)]

    /// Metadata of things that are neither request, notification nor result.
    static let meta: [WireMember] = [.optional("_meta", .reference("MetaObject"), since: .june2025)]

    static let serverIdentity: [WireMember] = [
        .optional("io.modelcontextprotocol/serverInfo", .reference("Implementation"), since: .july2026)
    ]

    static let result: [WireMember] = [
        .optional("_meta", .reference("ResultMetaObject")),
        .required("resultType", .reference("ResultType"), since: .july2026),
    ]

    static let cacheable: [WireMember] = [
        .required("ttlMs", .scalar(["integer"], minimum: 0), since: .july2026),
        .required("cacheScope", .choice(["public", "private"]), since: .july2026),
    ]

    static let page: [WireMember] = [.optional("nextCursor", .reference("Cursor"))]

    /// How a thing is called: by programs, and since June 2025 by people too.
    static let named: [WireMember] = [.required("name", .string), .optional("title", .string, since: .june2025)]

    static let described: [WireMember] = [.optional("description", .string)]

    static let icons: [WireMember] = [.optional("icons", .list(.reference("Icon")), since: .november2025)]

    static let annotated: [WireMember] = [.optional("annotations", .reference("Annotations"))]
}
