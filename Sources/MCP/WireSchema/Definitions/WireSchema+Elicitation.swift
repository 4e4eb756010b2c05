/// What a server asks of the user.
extension WireSchema {
    static let elicitation: [WireDefinition] = [
        .request("ElicitRequest", "elicitation/create", by: .server(through: .november2025)).since(.june2025)
            .params("ElicitRequestParams")
            .answered(by: "ElicitResult", or: .createTask),
        .shape("ElicitRequestParams", .either(elicitationModes)).since(.june2025).named(since: .november2025),
        .object("ElicitRequestFormParams", questionMeta, taskWish).since(.june2025).named(since: .november2025)
            .optional("mode", .word("form"), since: .november2025)
            .required("message", .string)
            .required("requestedSchema", .object(formSchema)),
        .object("ElicitRequestURLParams", questionMeta, taskWish).since(.november2025)
            .tag("mode", "url")
            .required("message", .string)
            .required("elicitationId", .string, through: .november2025)
            .required("url", .uri),
        .object("ElicitResult", answerMeta).since(.june2025)
            .required("action", .choice(["accept", "decline", "cancel"]))
            .optional("content", .map(formValue), through: .june2025)
            .optional("content", .map(.either([formValue, .strings])), since: .november2025),
        .notification("ElicitationCompleteNotification", "notifications/elicitation/complete", by: .server)
            .only(in: .november2025)
            .params(.object([.required("elicitationId", .string)])),
    ]

    private static let elicitationModes: [WireType] = [
        .reference("ElicitRequestFormParams"), .reference("ElicitRequestURLParams"),
    ]

    private static let formSchema: [WireMember] = [
        .tag("type", "object"),
        .optional("$schema", .string, since: .november2025),
        .required("properties", .map(.reference("PrimitiveSchemaDefinition"))),
        .optional("required", .strings),
    ]

    private static let formValue = WireType.scalar(["string", "number", "boolean"])
}
