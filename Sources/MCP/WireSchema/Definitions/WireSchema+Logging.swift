/// Log messages of the server.
extension WireSchema {
    static let logging: [WireDefinition] = [
        .shape("LoggingLevel", .choice(levels)),
        .request("SetLevelRequest", "logging/setLevel", by: .client).through(.november2025)
            .params("SetLevelRequestParams")
            .answered(by: "EmptyResult"),
        .object("SetLevelRequestParams", requestMeta).named(since: .november2025).through(.november2025)
            .required("level", .reference("LoggingLevel")),
        .notification("LoggingMessageNotification", "notifications/message", by: .server)
            .params("LoggingMessageNotificationParams"),
        .object("LoggingMessageNotificationParams", notificationMeta).named(since: .november2025)
            .required("level", .reference("LoggingLevel"))
            .required("data", .any)
            .optional("logger", .string),
    ]

    private static let levels = [
        "debug", "info", "notice", "warning", "error", "critical", "alert", "emergency",
    ]
}
