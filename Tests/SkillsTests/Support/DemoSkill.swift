import JSON
import MCP
@testable import Skills
import Testing

/// A small skill with one of everything, for tests to use whole or with changes.
enum DemoSkill {
    static let file: JSONValue = [
        "format": 1,
        "id": "demo",
        "name": "Demo",
        "base": ["url": "https://api.example.com/v1", "variable": "DEMO_API_URL"],
        "variables": [
            "DEMO_TOKEN": ["description": "Token.", "secret": true, "pattern": "^tok_"],
            "DEMO_API_URL": ["description": "Address.", "required": false],
        ],
        "auth": ["kind": "bearer", "variable": "DEMO_TOKEN"],
        "limits": ["answerBytes": 4096, "seconds": 20, "waitSeconds": 1, "attempts": 3],
        "tiers": ["slow": ["requests": 2, "seconds": 10, "per": "id"]],
        "errors": [
            ["pointer": "/code", "in": ["expired"], "outcome": "credential_expired", "hint": "Log in again."],
            [
                "status": [403], "pointer": "/plan", "present": true, "outcome": "tool_error",
                "details": ["plan": "/plan"],
            ],
            ["status": [418], "contains": "TEAPOT", "outcome": "vendor_error"],
        ],
        "errorText": ["/message"],
        "errorCode": ["/code"],
        "retryAfter": ["/retry_after"],
        "definitions": ["short": ["type": "string", "maxLength": 50]],
        "probe": ["operation": "demo_list", "arguments": ["limit": 1]],
        "operations": [
            [
                "name": "demo_list", "description": "Lists.", "effect": "read", "method": "GET", "path": "/items",
                "query": ["fixed": "a b"],
                "arguments": [
                    "limit": ["in": "query", "schema": ["type": "integer"], "default": 2],
                    "tags": ["in": "query", "style": "comma", "schema": ["type": "array"]],
                    "kinds": ["in": "query", "as": "kind", "style": "brackets", "schema": ["type": "array"]],
                    "cursor": ["in": "query"],
                    "X-Note": ["in": "header"],
                ],
                "pagination": ["kind": "cursor", "argument": "cursor", "pointer": "/next"],
                "result": ["pick": ["items": ["from": "/items", "fields": ["id": "/id", "name": "/profile/name"]]]],
            ],
            [
                "name": "demo_get", "description": "Gets.", "effect": "read", "method": "GET",
                "path": "/items/{item.id}/x",
                "arguments": ["id": ["in": "path", "as": "item.id"]],
                "tier": "slow",
            ],
            [
                "name": "demo_post", "description": "Posts.", "effect": "write", "method": "POST", "path": "/items",
                "arguments": [
                    "text": ["in": "body", "schema": ["use": "short"], "required": true],
                    "count": ["in": "body", "as": "n", "schema": ["type": "integer"]],
                ],
            ],
            [
                "name": "demo_form", "description": "Sends a form.", "effect": "write", "method": "POST",
                "path": "/form",
                "body": "form", "auth": false,
                "arguments": ["text": ["in": "body"], "list": ["in": "body", "schema": ["type": "array"]]],
            ],
            [
                "name": "demo_delete", "description": "Deletes.", "effect": "destroy", "method": "DELETE",
                "path": "/items/{id}", "arguments": ["id": ["in": "path"]],
            ],
        ],
    ]

    static let values: SkillValues = ["DEMO_TOKEN": "tok_very-secret/1"]

    static func skill() throws -> Skill { try Skill(json: file) }

    /// The file with one value replaced, or taken away with nil.
    static func changed(_ path: String, _ value: JSONValue?) throws -> JSONValue {
        replace(in: file, try JSONPointer(parsing: path).tokens[...], value)
    }

    static func operation(_ name: String) throws -> SkillOperation {
        try #require(try skill().operations.first { $0.tool.name == name })
    }

    private static func replace(in whole: JSONValue, _ tokens: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
        guard let token = tokens.first else { return value ?? whole }
        let rest = tokens.dropFirst()
        switch whole {
        case .object(var object):
            object[token] = rest.isEmpty ? value : replace(in: object[token] ?? [:], rest, value)
            return .object(object)
        case .array(var array):
            guard let index = Int(token) else { return whole }
            array[index] = replace(in: array[index], rest, value)
            return .array(array)
        default:
            return whole
        }
    }
}
