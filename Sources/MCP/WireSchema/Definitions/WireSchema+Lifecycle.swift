/// How client and server come to terms, call off and report progress.
extension WireSchema {
    static let lifecycle: [WireDefinition] = [
        .request("InitializeRequest", "initialize", by: .client).through(.november2025)
            .params("InitializeRequestParams")
            .answered(by: "InitializeResult"),
        .object("InitializeRequestParams", requestMeta).named(since: .november2025).through(.november2025)
            .required("protocolVersion", .string)
            .required("capabilities", .reference("ClientCapabilities"))
            .required("clientInfo", .reference("Implementation")),
        .object("InitializeResult", result).through(.november2025)
            .required("protocolVersion", .string)
            .required("capabilities", .reference("ServerCapabilities"))
            .required("serverInfo", .reference("Implementation"))
            .optional("instructions", .string),
        .notification("InitializedNotification", "notifications/initialized", by: .client).through(.november2025)
            .params("NotificationParams", optionalThrough: .latest),

        .request("DiscoverRequest", "server/discover", by: .client).since(.july2026)
            .params("RequestParams")
            .answered(by: "DiscoverResult"),
        .object("DiscoverResult", result, cacheable).since(.july2026)
            .required("supportedVersions", .strings)
            .required("capabilities", .reference("ServerCapabilities"))
            .optional("instructions", .string),

        .request("PingRequest", "ping", by: .client, .server).through(.november2025)
            .params("RequestParams", optionalThrough: .latest)
            .answered(by: "EmptyResult"),

        .notification("CancelledNotification", "notifications/cancelled", by: .client, .server)
            .params("CancelledNotificationParams"),
        .object("CancelledNotificationParams", notificationMeta).named(since: .november2025)
            .required("requestId", .reference("RequestId"), through: .june2025)
            // A task is cancelled by its own identity.
            .optional("requestId", .reference("RequestId"), since: .november2025, through: .november2025)
            .required("requestId", .reference("RequestId"), since: .july2026)
            .optional("reason", .string),

        .notification(
            "ProgressNotification",
            "notifications/progress",
            by: .client(through: .november2025),
            .server
        )
        .params("ProgressNotificationParams"),
        .object("ProgressNotificationParams", notificationMeta).named(since: .november2025)
            .required("progressToken", .reference("ProgressToken"))
            .required("progress", .number)
            .optional("total", .number)
            .optional("message", .string, since: .march2025),
    ]
}
