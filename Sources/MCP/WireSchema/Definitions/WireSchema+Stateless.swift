/// What came with the stateless revision: streams of notifications, and requests that are retried with answers.
extension WireSchema {
    static let stateless = (subscriptions + retries).map { $0.since(.july2026) }

    private static let subscriptions: [WireDefinition] = [
        .request("SubscriptionsListenRequest", "subscriptions/listen", by: .client)
            .params("SubscriptionsListenRequestParams")
            .answered(by: "SubscriptionsListenResult"),
        .object("SubscriptionsListenRequestParams", requestMeta)
            .required("notifications", .reference("SubscriptionFilter")),
        .object("SubscriptionsListenResult")
            .required("_meta", .reference("SubscriptionsListenResultMetaObject"))
            .required("resultType", .reference("ResultType")),
        .object("SubscriptionsListenResultMetaObject", serverIdentity)
            .required("io.modelcontextprotocol/subscriptionId", .reference("RequestId")),
        .notification(
            "SubscriptionsAcknowledgedNotification",
            "notifications/subscriptions/acknowledged",
            by: .server
        )
        .params("SubscriptionsAcknowledgedNotificationParams"),
        .object("SubscriptionsAcknowledgedNotificationParams", notificationMeta)
            .required("notifications", .reference("SubscriptionFilter")),
        .object("SubscriptionFilter")
            .optional("toolsListChanged", .boolean)
            .optional("promptsListChanged", .boolean)
            .optional("resourcesListChanged", .boolean)
            .optional("resourceSubscriptions", .strings),
    ]

    private static let retries: [WireDefinition] = [
        .object("InputRequiredResult", result)
            .optional("inputRequests", .reference("InputRequests"))
            .optional("requestState", .string),
        .shape("InputRequests", .map(.reference("InputRequest"))),
        .shape("InputRequest", .either(questions)),
        .object("InputResponseRequestParams", requestMeta, retry),
        .shape("InputResponses", .map(.reference("InputResponse"))),
        .shape("InputResponse", .either(answers)),
    ]

    /// A request sent again with what the server had asked for.
    static let retry: [WireMember] = [
        .optional("inputResponses", .reference("InputResponses"), since: .july2026),
        .optional("requestState", .string, since: .july2026),
    ]

    private static let questions: [WireType] = [
        .reference("CreateMessageRequest"), .reference("ListRootsRequest"), .reference("ElicitRequest"),
    ]

    private static let answers: [WireType] = [
        .reference("CreateMessageResult"), .reference("ListRootsResult"), .reference("ElicitResult"),
    ]
}
