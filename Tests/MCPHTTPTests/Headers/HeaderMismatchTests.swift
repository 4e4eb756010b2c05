import HTTPTypes
import JSON
import MCP
import Testing

@testable import MCPHTTP

@Suite("The headers of a modern request")
struct HeaderMismatchTests {
    static let schema: JSONValue = [
        "properties": [
            "region": ["type": "string", "x-mcp-header": "Region"],
            "limit": ["type": "integer", "x-mcp-header": "Limit"],
            "dry": ["type": "boolean", "x-mcp-header": "Dry"],
        ]
    ]

    static func tool() throws -> ToolHeaders { try ToolHeaders(inputSchema: schema) }

    static func fields(_ pairs: KeyValuePairs<String, String>) -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        return fields
    }

    @Test("repeat revision, method, name and annotated arguments, encoded")
    func mirrored() throws {
        let params: JSONObject = [
            "name": "größe", "arguments": ["region": "us-west1", "limit": 42.0, "dry": false, "query": "x"],
        ]
        let headers = MirroredHeaders(
            version: "2026-07-28",
            method: "tools/call",
            params: params,
            tool: try Self.tool()
        )
        #expect(
            headers.fields
                == Self.fields([
                    "MCP-Protocol-Version": "2026-07-28",
                    "Mcp-Method": "tools/call",
                    "Mcp-Name": "=?base64?Z3LDtsOfZQ==?=",
                    "Mcp-Param-Region": "us-west1",
                    "Mcp-Param-Limit": "42",
                    "Mcp-Param-Dry": "false",
                ])
        )
        let mismatch = HeaderMismatch.find(
            in: headers.fields,
            method: "tools/call",
            params: params,
            version: "2026-07-28",
            tool: try Self.tool()
        )
        #expect(mismatch == nil)
    }

    @Test(
        "leave out what is null, absent, or cannot be in a header",
        arguments: [
            ["region": nil], [:], ["region": ["x"]], ["limit": 1.5], ["limit": 9_007_199_254_740_992],
        ] as [JSONValue]
    )
    func omitted(arguments: JSONValue) throws {
        let params: JSONObject = ["name": "t", "arguments": arguments]
        let headers = MirroredHeaders(
            version: "2026-07-28",
            method: "tools/call",
            params: params,
            tool: try Self.tool()
        )
        #expect(headers.fields.count == 3)
        let mismatch = HeaderMismatch.find(
            in: headers.fields,
            method: "tools/call",
            params: params,
            version: "2026-07-28",
            tool: try Self.tool()
        )
        #expect(mismatch == nil)
    }

    @Test(
        "name what a method is about",
        arguments: [
            ("tools/call", ["name": "a"], "a"), ("prompts/get", ["name": "b"], "b"),
            ("resources/read", ["uri": "file:///c"], "file:///c"), ("tasks/get", ["taskId": "d"], "d"),
            ("tools/list", ["name": "e"], nil), ("tools/call", [:], nil),
        ] as [(String, JSONObject, String?)]
    )
    func names(method: String, params: JSONObject, name: String?) {
        #expect(MirroredHeaders.name(method: method, params: params) == name)
    }

    static let mismatches: [(HTTPFields, HeaderMismatch)] = [
        (
            fields(["Mcp-Method": "tools/call", "Mcp-Name": "t"]),
            HeaderMismatch("MCP-Protocol-Version", .missing)
        ),
        (
            fields(["MCP-Protocol-Version": "2025-11-25", "Mcp-Method": "tools/call", "Mcp-Name": "t"]),
            HeaderMismatch("MCP-Protocol-Version", .differs(header: "2025-11-25", body: "2026-07-28"))
        ),
        (
            fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Name": "t"]),
            HeaderMismatch("Mcp-Method", .missing)
        ),
        (
            fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "TOOLS/CALL", "Mcp-Name": "t"]),
            HeaderMismatch("Mcp-Method", .differs(header: "TOOLS/CALL", body: "tools/call"))
        ),
        (
            fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call"]),
            HeaderMismatch("Mcp-Name", .missing)
        ),
        (
            fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "u"]),
            HeaderMismatch("Mcp-Name", .differs(header: "u", body: "t"))
        ),
        (
            fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "=?base64?dA?="]),
            HeaderMismatch("Mcp-Name", .malformed)
        ),
        (
            fields([
                "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "t", "mcp-name": "t",
            ]),
            HeaderMismatch("Mcp-Name", .repeated)
        ),
    ]

    @Test("are refused where they say something else than the body", arguments: mismatches)
    func refused(fields: HTTPFields, expected: HeaderMismatch) {
        let mismatch = HeaderMismatch.find(
            in: fields,
            method: "tools/call",
            params: ["name": "t"],
            version: "2026-07-28"
        )
        #expect(mismatch == expected)
        #expect(mismatch?.error.code == .headerMismatch)
    }

    @Test(
        "are accepted with names in any case, blanks around values, and Base64 where none was needed",
        arguments: [
            ["mcp-protocol-version": "2026-07-28", "MCP-METHOD": "tools/call", "mcp-name": "t"],
            ["MCP-Protocol-Version": " 2026-07-28", "Mcp-Method": "tools/call ", "Mcp-Name": "  t  "],
            ["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "=?base64?dA==?="],
        ] as [KeyValuePairs<String, String>]
    )
    func accepted(pairs: KeyValuePairs<String, String>) {
        let mismatch = HeaderMismatch.find(
            in: Self.fields(pairs),
            method: "tools/call",
            params: ["name": "t"],
            version: "2026-07-28"
        )
        #expect(mismatch == nil)
    }

    @Test(
        "carry arguments that agree with the body, integers as numbers",
        arguments: [
            ("Limit", "42", ["limit": 42], nil),
            ("Limit", "42.0", ["limit": 42], nil),
            ("Limit", "42", ["limit": 42.0], nil),
            ("Limit", "43", ["limit": 42], .differs(header: "43", body: "42")),
            ("Limit", "x", ["limit": 42], .differs(header: "x", body: "42")),
            ("Dry", "true", ["dry": true], nil),
            ("Dry", "True", ["dry": true], .differs(header: "True", body: "true")),
            ("Region", "=?base64?ZXU=?=", ["region": "eu"], nil),
            ("Region", "=?base64?ZXU?=", ["region": "eu"], .malformed),
            ("Region", "eu", [:], .unfounded),
            ("Region", "eu", ["region": nil], .unfounded),
            ("Unknown", "whatever", [:], nil),
        ] as [(String, String, JSONValue, HeaderMismatch.Fault?)]
    )
    func arguments(name: String, value: String, arguments: JSONValue, fault: HeaderMismatch.Fault?) throws {
        var fields = Self.fields([
            "MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "t",
        ])
        fields[try #require(HTTPField.Name("mcp-param-" + name))] = value
        let mismatch = HeaderMismatch.find(
            in: fields,
            method: "tools/call",
            params: ["name": "t", "arguments": arguments],
            version: "2026-07-28",
            tool: try Self.tool()
        )
        #expect(mismatch?.fault == fault)
    }

    @Test("must not omit an argument that the body has")
    func omittedArgument() throws {
        let mismatch = HeaderMismatch.find(
            in: Self.fields(["MCP-Protocol-Version": "2026-07-28", "Mcp-Method": "tools/call", "Mcp-Name": "t"]),
            method: "tools/call",
            params: ["name": "t", "arguments": ["region": "eu"]],
            version: "2026-07-28",
            tool: try Self.tool()
        )
        #expect(mismatch == HeaderMismatch("Mcp-Param-Region", .missing))
    }
}
