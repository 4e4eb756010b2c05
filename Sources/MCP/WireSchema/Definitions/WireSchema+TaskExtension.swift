/// Tasks as the extension of July 2026 has them; they are no part of that revision's own schema.
extension WireSchema {
    static let taskExtension = (taskCalls + detailedTasks).map { $0.since(.july2026) }

    private static let taskCalls: [WireDefinition] = [
        .shape("CreateTaskResult", .all([.reference("Result"), .reference("Task"), claim("task")])),
        .request("GetTaskRequest", "tasks/get", by: .client)
            .params(.all([.reference("RequestParams"), taskIdentity]))
            .answered(by: "GetTaskResult"),
        .shape("GetTaskResult", .all([.reference("Result"), .reference("DetailedTask"), claim("complete")])),
        .request("UpdateTaskRequest", "tasks/update", by: .client)
            .params(.all([.reference("RequestParams"), taskIdentity, brought]))
            .answered(by: "UpdateTaskResult"),
        .shape("UpdateTaskResult", .all([.reference("Result"), claim("complete")])),
        .request("CancelTaskRequest", "tasks/cancel", by: .client)
            .params(.all([.reference("RequestParams"), taskIdentity]))
            .answered(by: "CancelTaskResult"),
        .shape("CancelTaskResult", .all([.reference("Result"), claim("complete")])),
        .notification("TaskStatusNotification", "notifications/tasks", by: .server)
            .params("TaskStatusNotificationParams"),
        .shape("TaskStatusNotificationParams", .all([.reference("NotificationParams"), .reference("DetailedTask")])),
    ]

    private static let detailedTasks: [WireDefinition] = [
        .object("Task")
            .required("taskId", .string)
            .required("status", .reference("TaskStatus"))
            .optional("statusMessage", .string)
            .required("createdAt", .string)
            .required("lastUpdatedAt", .string)
            .required("ttlMs", .scalar(["integer", "null"]))
            .optional("pollIntervalMs", .integer),
        .shape("TaskStatus", .choice(TaskStatus.allCases.map(\.rawValue))),
        .shape(
            "DetailedTask",
            .either(
                ["WorkingTask", "InputRequiredTask", "CompletedTask", "FailedTask", "CancelledTask"]
                    .map { .reference($0) }
            )
        ),
        state("WorkingTask", .working),
        state("InputRequiredTask", .inputRequired, [.required("inputRequests", .reference("InputRequests"))]),
        state("CompletedTask", .completed, [.required("result", .open)]),
        state("FailedTask", .failed, [.required("error", .reference("Error"))]),
        state("CancelledTask", .cancelled),
    ]

    private static func state(_ name: String, _ status: TaskStatus, _ content: [WireMember] = []) -> WireDefinition {
        .shape(name, .all([.reference("Task"), .object([.tag("status", status.rawValue)] + content)]))
    }

    private static func claim(_ resultType: String) -> WireType { .object([.tag("resultType", resultType)]) }

    private static let taskIdentity = WireType.object([.required("taskId", .string)])

    private static let brought = WireType.object([.required("inputResponses", .reference("InputResponses"))])
}
