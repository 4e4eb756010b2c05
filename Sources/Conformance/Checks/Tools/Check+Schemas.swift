import JSON
import JSONSchema
import MCP

extension Check {
    static let inputSchemas = Check(
        "TOOLS-INPUT-SCHEMA",
        "Every inputSchema is a JSON Schema of an object",
        requirement: """
            inputSchema is a valid JSON Schema in the dialect that it names (2020-12 when it names none; before \
            2025-11-25 no dialect was the default, and draft-07 is taken as well), and its type is object.
            """,
        reason: "Models write arguments by it, and clients that check it refuse the tool or the whole list.",
        method: "The schema of every tool is compiled; references must resolve without the network.",
        twin: "A server with \"type\": \"objekt\", or with a $ref to nothing.",
        rules: [.always(.must, .specification("server/tools#tool"))],
        steps: [.firstListing]
    ) { record in
        record.eachTool { tool in
            guard let schema = tool.definition["inputSchema"], schema.objectValue != nil else {
                return .failed(
                    expected: "an inputSchema of \(tool.label) that is an object",
                    actual: tool.definition["inputSchema"]?.text() ?? "none",
                    message: tool.excerpt
                )
            }
            guard schema["type"] == "object" else {
                return .failed(
                    expected: "\"type\": \"object\" in the inputSchema of \(tool.label)",
                    actual: schema["type"]?.text() ?? "no type",
                    message: tool.excerpt
                )
            }
            return judge(schema, of: tool, "inputSchema", record.revision)
        }
    }

    static let outputSchemas = Check(
        "TOOLS-OUTPUT-SCHEMA",
        "Every outputSchema is a JSON Schema",
        requirement: """
            An outputSchema, where a tool has one, is a valid JSON Schema in its dialect. Until 2025-11-25 its type \
            is object; since 2026-07-28 it may be any.
            """,
        reason: "Clients check results by it, and refuse a tool whose schema they cannot read.",
        method: "The schema of every tool that has one is compiled.",
        twin: "A server whose outputSchema has \"required\": \"name\".",
        rules: [
            CheckRule(
                ProtocolRevision.june2025...ProtocolRevision.november2025,
                .must,
                .specification("server/tools#output-schema")
            ),
            .modern(.must, .specification("server/tools#output-schema")),
        ],
        steps: [.firstListing]
    ) { record in
        record.listing(.firstListing) { listing in
            guard listing.tools.contains(where: { $0["outputSchema"] != nil }) else {
                return .notApplicable("no tool has an outputSchema")
            }
            return record.eachTool { tool in
                guard let schema = tool.definition["outputSchema"] else {
                    return .passed
                }
                guard schema.objectValue != nil else {
                    return .failed(
                        expected: "an outputSchema of \(tool.label) that is an object",
                        actual: schema.text(),
                        message: tool.excerpt
                    )
                }
                guard record.revision.era == .modern || schema["type"] == "object" else {
                    return .failed(
                        expected: "\"type\": \"object\" in the outputSchema of \(tool.label)",
                        actual: schema["type"]?.text() ?? "no type",
                        message: tool.excerpt
                    )
                }
                return judge(schema, of: tool, "outputSchema", record.revision)
            }
        }
    }

    private static func judge(
        _ schema: JSONValue,
        of tool: ListedTool,
        _ member: String,
        _ revision: ProtocolRevision
    ) -> Verdict {
        guard let fault = fault(in: schema, revision) else {
            return .passed
        }
        if case .unsupportedDialect(let uri, _) = fault {
            return .incomplete("the \(member) of \(tool.label) is written in \(uri), which we cannot check")
        }
        return .failed(
            expected: "a valid JSON Schema as \(member) of \(tool.label)",
            actual: "\(fault)",
            message: Excerpt(schema.utf8())
        )
    }

    private static func fault(in schema: JSONValue, _ revision: ProtocolRevision) -> SchemaError? {
        do {
            _ = try JSONSchema(schema)
            return nil
        } catch {
            guard revision < .november2025, schema["$schema"] == nil,
                (try? JSONSchema(schema, dialect: .draft7)) != nil
            else {
                return error
            }
            return nil
        }
    }
}
