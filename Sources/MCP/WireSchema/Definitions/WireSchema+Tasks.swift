/// Tasks, which only the revision of November 2025 has in its core.
extension WireSchema {
    static let tasks = taskShapes.map { $0.only(in: .november2025) }

    private static let taskShapes: [WireDefinition] = [
        .request("GetTaskRequest", "tasks/get", by: .client, .server)
            .params(taskIdentity)
            .answered(by: "GetTaskResult"),
        .shape("GetTaskResult", .all([.reference("Result"), .reference("Task")])),
        .request("GetTaskPayloadRequest", "tasks/result", by: .client, .server)
            .params(taskIdentity)
            .answered(by: "GetTaskPayloadResult"),
        .shape("GetTaskPayloadResult", .reference("Result")),
        .request("CancelTaskRequest", "tasks/cancel", by: .client, .server)
            .params(taskIdentity)
            .answered(by: "CancelTaskResult"),
        .shape("CancelTaskResult", .all([.reference("Result"), .reference("Task")])),
        .request("ListTasksRequest", "tasks/list", by: .client, .server)
            .params("PaginatedRequestParams", optionalThrough: .latest)
            .answered(by: "ListTasksResult"),
        .object("ListTasksResult", result, page)
            .required("tasks", .list(.reference("Task"))),
        .object("CreateTaskResult", result)
            .required("task", .reference("Task")),
        .notification("TaskStatusNotification", "notifications/tasks/status", by: .client, .server)
            .params("TaskStatusNotificationParams"),
        .shape("TaskStatusNotificationParams", .all([.reference("NotificationParams"), .reference("Task")])),

        .object("Task")
            .required("taskId", .string)
            .required("status", .reference("TaskStatus"))
            .optional("statusMessage", .string)
            .required("createdAt", .string)
            .required("lastUpdatedAt", .string)
            .required("ttl", .scalar(["integer", "null"]))
            .optional("pollInterval", .integer),
        .shape("TaskStatus", .choice(["working", "input_required", "completed", "failed", "cancelled"])),
        .object("TaskMetadata")
            .optional("ttl", .integer),
        .shape("RelatedTaskMetadata", taskIdentity),
        .object("TaskAugmentedRequestParams", requestMeta, taskWish),
    ]

    /// The wish that a request be run as a task.
    static let taskWish: [WireMember] = [
        .optional("task", .reference("TaskMetadata"), since: .november2025, through: .november2025)
    ]

    private static let taskIdentity = WireType.object([.required("taskId", .string)])
}
