/// The restricted JSON Schema in which the fields of an elicitation form are described.
extension WireSchema {
    static let forms: [WireDefinition] = [
        .shape("PrimitiveSchemaDefinition", .either(fields)).since(.june2025),
        .object("StringSchema", labels, defaultText).since(.june2025)
            .tag("type", "string")
            .optional("format", .choice(["email", "uri", "date", "date-time"]))
            .optional("minLength", .integer)
            .optional("maxLength", .integer),
        .object("NumberSchema", labels).since(.june2025)
            .required("type", .choice(["number", "integer"]))
            .optional("minimum", .number)
            .optional("maximum", .number)
            .optional("default", .number, since: .november2025),
        .object("BooleanSchema", labels).since(.june2025)
            .tag("type", "boolean")
            .optional("default", .boolean),

        .shape("EnumSchema", .either(enums)).since(.june2025),
        .object("LegacyTitledEnumSchema", labels, defaultText).since(.june2025).named(since: .november2025)
            .tag("type", "string")
            .required("enum", .strings)
            .optional("enumNames", .strings),
        .shape("SingleSelectEnumSchema", .either(singleSelect)).since(.november2025),
        .object("UntitledSingleSelectEnumSchema", labels, defaultText).since(.november2025)
            .tag("type", "string")
            .required("enum", .strings),
        .object("TitledSingleSelectEnumSchema", labels, defaultText).since(.november2025)
            .tag("type", "string")
            .required("oneOf", titledOptions),
        .shape("MultiSelectEnumSchema", .either(multiSelect)).since(.november2025),
        .object("UntitledMultiSelectEnumSchema", labels, several).since(.november2025)
            .required("items", .object([.tag("type", "string"), .required("enum", .strings)])),
        .object("TitledMultiSelectEnumSchema", labels, several).since(.november2025)
            .required("items", .object([.required("anyOf", titledOptions)])),
    ]

    private static let fields: [WireType] = [
        .reference("StringSchema"), .reference("NumberSchema"), .reference("BooleanSchema"), .reference("EnumSchema"),
    ]

    private static let enums: [WireType] = [
        .reference("SingleSelectEnumSchema"), .reference("MultiSelectEnumSchema"),
        .reference("LegacyTitledEnumSchema"),
    ]

    private static let singleSelect: [WireType] = [
        .reference("UntitledSingleSelectEnumSchema"), .reference("TitledSingleSelectEnumSchema"),
    ]

    private static let multiSelect: [WireType] = [
        .reference("UntitledMultiSelectEnumSchema"), .reference("TitledMultiSelectEnumSchema"),
    ]

    private static let labels: [WireMember] = [.optional("title", .string), .optional("description", .string)]

    private static let defaultText: [WireMember] = [.optional("default", .string, since: .november2025)]

    private static let titledOptions = WireType.list(
        .object([.required("const", .string), .required("title", .string)])
    )

    private static let several: [WireMember] = [
        .tag("type", "array"),
        .optional("minItems", .integer),
        .optional("maxItems", .integer),
        .optional("default", .strings),
    ]
}
