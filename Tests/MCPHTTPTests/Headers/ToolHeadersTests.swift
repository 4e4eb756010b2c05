import HTTPTypes
import JSON
import Testing

@testable import MCPHTTP

@Suite("The header annotations of a tool")
struct ToolHeadersTests {
    @Test("are found at every depth that property names alone reach")
    func found() throws {
        let schema: JSONValue = [
            "type": "object",
            "properties": [
                "region": ["type": "string", "x-mcp-header": "Region"],
                "options": [
                    "type": "object",
                    "properties": ["limit": ["type": "integer", "x-mcp-header": "Limit"]],
                ],
                "x-mcp-header": ["type": "string"],
                "query": ["type": "string", "default": ["x-mcp-header": "no schema"]],
            ],
        ]
        let headers = try ToolHeaders(inputSchema: schema).headers
        #expect(headers.map(\.field.rawName) == ["Mcp-Param-Region", "Mcp-Param-Limit"])
        #expect(headers.map(\.path) == [["region"], ["options", "limit"]])
        #expect(headers.map(\.kind) == [.string, .integer])
    }

    static let broken: [(JSONValue, ToolHeaderError.Fault)] = [
        (["properties": ["a": ["type": "string", "x-mcp-header": ""]]], .empty),
        (["properties": ["a": ["type": "string", "x-mcp-header": 1]]], .notAString),
        (["properties": ["a": ["type": "string", "x-mcp-header": "My Region"]]], .notAToken("My Region")),
        (["properties": ["a": ["type": "string", "x-mcp-header": "A:B"]]], .notAToken("A:B")),
        (["properties": ["a": ["type": "string", "x-mcp-header": "Ré"]]], .notAToken("Ré")),
        (["properties": ["a": ["type": "string", "x-mcp-header": "A\r\nB"]]], .notAToken("A\r\nB")),
        (["properties": ["a": ["type": "number", "x-mcp-header": "A"]]], .type(#""number""#)),
        (["properties": ["a": ["type": "object", "x-mcp-header": "A"]]], .type(#""object""#)),
        (["properties": ["a": ["x-mcp-header": "A"]]], .type(nil)),
        (
            [
                "properties": [
                    "a": ["type": "string", "x-mcp-header": "Same"], "b": ["type": "string", "x-mcp-header": "sAME"],
                ]
            ], .repeated("sAME")
        ),
        (["type": "string", "x-mcp-header": "Root"], .unreachable),
        (["properties": ["a": ["items": ["type": "string", "x-mcp-header": "A"]]]], .unreachable),
        (["properties": ["a": ["anyOf": [["type": "string", "x-mcp-header": "A"]]]]], .unreachable),
        (["$defs": ["d": ["type": "string", "x-mcp-header": "A"]]], .unreachable),
        (["if": ["properties": ["a": ["type": "string", "x-mcp-header": "A"]]]], .unreachable),
        (["additionalProperties": ["type": "string", "x-mcp-header": "A"]], .unreachable),
    ]

    @Test("make a tool invalid when one breaks a rule", arguments: broken)
    func invalid(schema: JSONValue, fault: ToolHeaderError.Fault) {
        let error = #expect(throws: ToolHeaderError.self) { try ToolHeaders(inputSchema: schema) }
        #expect(error?.fault == fault)
        #expect(error?.description.contains("x-mcp-header") == true)
    }
}
