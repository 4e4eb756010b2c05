/// The blocks that tools, prompts and samples are made of.
extension WireSchema {
    static let content: [WireDefinition] = [
        .shape("ContentBlock", .either(mediaBlocks + resourceBlocks)).named(since: .june2025),
        .object("TextContent", meta, annotated)
            .tag("type", "text")
            .required("text", .string),
        .object("ImageContent", binary, meta, annotated)
            .tag("type", "image"),
        .object("AudioContent", binary, meta, annotated).since(.march2025)
            .tag("type", "audio"),
        .object("ResourceLink", resource).since(.june2025)
            .tag("type", "resource_link"),
        .object("EmbeddedResource", meta, annotated)
            .tag("type", "resource")
            .required("resource", anyContents),
        .object("Annotations").named(since: .march2025)
            .optional("audience", .list(.reference("Role")))
            .optional("priority", .fraction)
            .optional("lastModified", .string, since: .june2025),
        .object("Annotated", annotated).only(in: .november2024),
    ]

    static let mediaBlocks: [WireType] = [
        .reference("TextContent"), .reference("ImageContent"), .reference("AudioContent"),
    ]

    private static let resourceBlocks: [WireType] = [.reference("ResourceLink"), .reference("EmbeddedResource")]

    private static let binary: [WireMember] = [.required("data", .bytes), .required("mimeType", .string)]
}
