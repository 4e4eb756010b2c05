/// Prompts, and completion of their arguments and of resource templates.
extension WireSchema {
    static let prompts: [WireDefinition] = [
        .request("ListPromptsRequest", "prompts/list", by: .client)
            .params("PaginatedRequestParams", optionalThrough: .november2025)
            .answered(by: "ListPromptsResult"),
        .object("ListPromptsResult", result, page, cacheable)
            .required("prompts", .list(.reference("Prompt"))),
        .object("Prompt", named, described, icons, meta)
            .optional("arguments", .list(.reference("PromptArgument"))),
        .object("PromptArgument", named, described)
            .optional("required", .boolean),

        .request("GetPromptRequest", "prompts/get", by: .client)
            .params("GetPromptRequestParams")
            .answered(by: "GetPromptResult", or: .inputRequired),
        .object("GetPromptRequestParams", requestMeta, retry).named(since: .november2025)
            .required("name", .string)
            .optional("arguments", .map(.string)),
        .object("GetPromptResult", result, described)
            .required("messages", .list(.reference("PromptMessage"))),
        .object("PromptMessage")
            .required("role", .reference("Role"))
            .required("content", .reference("ContentBlock")),

        .notification("PromptListChangedNotification", "notifications/prompts/list_changed", by: .server)
            .params("NotificationParams", optionalThrough: .latest),
    ]

    static let completion: [WireDefinition] = [
        .request("CompleteRequest", "completion/complete", by: .client)
            .params("CompleteRequestParams")
            .answered(by: "CompleteResult"),
        .object("CompleteRequestParams", requestMeta).named(since: .november2025)
            .required("ref", .either(completable))
            .required("argument", .object([.required("name", .string), .required("value", .string)]))
            .optional("context", .object([.optional("arguments", .map(.string))]), since: .june2025),
        .object("CompleteResult", result)
            .required("completion", .object(proposals)),
        .object("PromptReference", named)
            .tag("type", "ref/prompt"),
        .object("ResourceReference", templateReference).through(.march2025),
        .object("ResourceTemplateReference", templateReference).since(.june2025),
    ]

    private static let completable: [WireType] = [
        .reference("PromptReference"), .reference("ResourceReference"), .reference("ResourceTemplateReference"),
    ]

    private static let proposals: [WireMember] = [
        .required("values", .strings, through: .november2025),
        .required("values", .list(.string, atMost: 100), since: .july2026),
        .optional("total", .integer),
        .optional("hasMore", .boolean),
    ]

    private static let templateReference: [WireMember] = [
        .tag("type", "ref/resource"),
        .required("uri", .uriTemplate),
    ]
}
