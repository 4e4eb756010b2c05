/// Tools: listing and calling them.
extension WireSchema {
    static let tools: [WireDefinition] = [
        .request("ListToolsRequest", "tools/list", by: .client)
            .params("PaginatedRequestParams", optionalThrough: .november2025)
            .answered(by: "ListToolsResult"),
        .object("ListToolsResult", result, page, cacheable)
            .required("tools", .list(.reference("Tool"))),

        .request("CallToolRequest", "tools/call", by: .client)
            .params("CallToolRequestParams")
            .answered(by: "CallToolResult", or: .createTask, .inputRequired),
        .object("CallToolRequestParams", requestMeta, taskWish, retry).named(since: .november2025)
            .required("name", .string)
            .optional("arguments", .open),
        .object("CallToolResult", result, toolOutput),

        .notification("ToolListChangedNotification", "notifications/tools/list_changed", by: .server)
            .params("NotificationParams", optionalThrough: .latest),

        .object("Tool", named, described, icons, meta)
            .required("inputSchema", objectSchema, through: .november2025)
            .required("inputSchema", .object([.tag("type", "object"), dialect]), since: .july2026)
            .optional("outputSchema", objectSchema, since: .june2025, through: .november2025)
            .optional("outputSchema", .object([dialect]), since: .july2026)
            .optional("annotations", .reference("ToolAnnotations"), since: .march2025)
            .optional("execution", .reference("ToolExecution"), since: .november2025, through: .november2025),
        .object("ToolAnnotations").since(.march2025)
            .optional("title", .string)
            .optional("readOnlyHint", .boolean)
            .optional("destructiveHint", .boolean)
            .optional("idempotentHint", .boolean)
            .optional("openWorldHint", .boolean),
        .object("ToolExecution").only(in: .november2025)
            .optional("taskSupport", .choice(["forbidden", "optional", "required"])),
    ]

    /// What a tool gives back: to the client or, by way of a sample, to the model.
    static let toolOutput: [WireMember] = [
        .required("content", .list(.reference("ContentBlock"))),
        .optional("structuredContent", .open, since: .june2025, through: .november2025),
        .optional("structuredContent", .any, since: .july2026),
        .optional("isError", .boolean),
    ]

    private static let dialect = WireMember.optional("$schema", .string, since: .november2025)

    private static let objectSchema = WireType.object([
        .tag("type", "object"),
        dialect,
        .optional("properties", .map(.open)),
        .optional("required", .strings),
    ])
}
