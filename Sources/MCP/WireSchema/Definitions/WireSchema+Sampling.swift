/// What a server asks of the client's model, and about its folders.
extension WireSchema {
    static let sampling: [WireDefinition] = [
        .request("CreateMessageRequest", "sampling/createMessage", by: .server(through: .november2025))
            .params("CreateMessageRequestParams")
            .answered(by: "CreateMessageResult", or: .createTask),
        .object("CreateMessageRequestParams", questionMeta, taskWish).named(since: .november2025)
            .required("messages", .list(.reference("SamplingMessage")))
            .required("maxTokens", .integer)
            .optional("modelPreferences", .reference("ModelPreferences"))
            .optional("systemPrompt", .string)
            .optional("includeContext", .choice(["none", "thisServer", "allServers"]))
            .optional("temperature", .number)
            .optional("stopSequences", .strings)
            .optional("metadata", .open)
            .optional("tools", .list(.reference("Tool")), since: .november2025)
            .optional("toolChoice", .reference("ToolChoice"), since: .november2025),
        .object("CreateMessageResult", spoken)
            .optional("_meta", .reference("MetaObject"))
            .required("model", .string)
            .optional("stopReason", .string),
        .object("SamplingMessage", spoken)
            .optional("_meta", .reference("MetaObject"), since: .november2025),
        .shape("SamplingMessageContentBlock", .either(mediaBlocks + toolBlocks)).named(since: .november2025),
        .object("ToolUseContent", meta).since(.november2025)
            .tag("type", "tool_use")
            .required("id", .string)
            .required("name", .string)
            .required("input", .open),
        .object("ToolResultContent", meta, toolOutput).since(.november2025)
            .tag("type", "tool_result")
            .required("toolUseId", .string),
        .object("ToolChoice").since(.november2025)
            .optional("mode", .choice(["auto", "required", "none"])),
        .object("ModelPreferences")
            .optional("hints", .list(.reference("ModelHint")))
            .optional("costPriority", .fraction)
            .optional("speedPriority", .fraction)
            .optional("intelligencePriority", .fraction),
        .object("ModelHint")
            .optional("name", .string),
    ]

    static let roots: [WireDefinition] = [
        .request("ListRootsRequest", "roots/list", by: .server(through: .november2025))
            .params(.object(rootsMeta), optionalThrough: .latest)
            .answered(by: "ListRootsResult"),
        .object("ListRootsResult", answerMeta)
            .required("roots", .list(.reference("Root"))),
        .object("Root", meta)
            .required("uri", .uri)
            .optional("name", .string),
        .notification("RootsListChangedNotification", "notifications/roots/list_changed", by: .client)
            .through(.november2025)
            .params("NotificationParams", optionalThrough: .latest),
    ]

    private static let spoken: [WireMember] = [
        .required("role", .reference("Role")),
        .required("content", block, through: .june2025),
        .required("content", .either([block, .list(block)]), since: .november2025),
    ]

    private static let block = WireType.reference("SamplingMessageContentBlock")

    private static let toolBlocks: [WireType] = [.reference("ToolUseContent"), .reference("ToolResultContent")]

    private static let rootsMeta: [WireMember] = [
        .optional("_meta", .reference("RequestMetaObject"), through: .november2025),
        .optional("_meta", .reference("MetaObject"), since: .july2026),
    ]
}
