/// Resources: listing, reading and watching them.
extension WireSchema {
    static let resources: [WireDefinition] = [
        .request("ListResourcesRequest", "resources/list", by: .client)
            .params("PaginatedRequestParams", optionalThrough: .november2025)
            .answered(by: "ListResourcesResult"),
        .object("ListResourcesResult", result, page, cacheable)
            .required("resources", .list(.reference("Resource"))),
        .object("Resource", resource),

        .request("ListResourceTemplatesRequest", "resources/templates/list", by: .client)
            .params("PaginatedRequestParams", optionalThrough: .november2025)
            .answered(by: "ListResourceTemplatesResult"),
        .object("ListResourceTemplatesResult", result, page, cacheable)
            .required("resourceTemplates", .list(.reference("ResourceTemplate"))),
        .object("ResourceTemplate", named, described, icons, annotated, meta)
            .required("uriTemplate", .uriTemplate)
            .optional("mimeType", .string),

        .request("ReadResourceRequest", "resources/read", by: .client)
            .params("ReadResourceRequestParams")
            .answered(by: "ReadResourceResult", or: .inputRequired),
        .object("ReadResourceRequestParams", requestMeta, place, retry).named(since: .november2025),
        .object("ReadResourceResult", result, cacheable)
            .required("contents", .list(anyContents)),
        .object("ResourceContents", contents),
        .object("TextResourceContents", contents)
            .required("text", .string),
        .object("BlobResourceContents", contents)
            .required("blob", .bytes),

        .request("SubscribeRequest", "resources/subscribe", by: .client).through(.november2025)
            .params("SubscribeRequestParams")
            .answered(by: "EmptyResult"),
        .object("SubscribeRequestParams", requestMeta, place).named(since: .november2025).through(.november2025),
        .request("UnsubscribeRequest", "resources/unsubscribe", by: .client).through(.november2025)
            .params("UnsubscribeRequestParams")
            .answered(by: "EmptyResult"),
        .object("UnsubscribeRequestParams", requestMeta, place).named(since: .november2025).through(.november2025),
        .object("ResourceRequestParams", requestMeta, place).since(.november2025),

        .notification("ResourceListChangedNotification", "notifications/resources/list_changed", by: .server)
            .params("NotificationParams", optionalThrough: .latest),
        .notification("ResourceUpdatedNotification", "notifications/resources/updated", by: .server)
            .params("ResourceUpdatedNotificationParams"),
        .object("ResourceUpdatedNotificationParams", notificationMeta, place).named(since: .november2025),
    ]

    /// A resource as listed, and as linked to from content.
    static let resource: [WireMember] =
        place + named + described + icons + annotated + meta
        + [.optional("mimeType", .string), .optional("size", .integer)]

    static let anyContents = WireType.either([.reference("TextResourceContents"), .reference("BlobResourceContents")])

    private static let contents: [WireMember] = place + meta + [.optional("mimeType", .string)]

    private static let place: [WireMember] = [.required("uri", .uri)]
}
