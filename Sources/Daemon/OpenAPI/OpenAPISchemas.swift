import DaemonAPI
import Health
import JSON
import Registry

/// The shapes of everything that is sent and answered, by name.
enum OpenAPISchemas {
    typealias W = SchemaWords

    static let all = JSONObject(
        [status, integration, requests, documents, logins, agents, records, others].flatMap {
            $0.map { ($0.key, $0.value) }
        }
    )

    private static let states = HealthState.allCases.map(\.rawValue)

    /// The members of a change of state.
    static let change: JSONObject = [
        "at": W.time, "from": W.words(states), "to": W.words(states), "code": W.text, "message": W.text,
        "evidence": ["type": ["object", "null"]],
    ]

    private static let layer = W.object(["holds": W.truthOrNull, "detail": W.text, "at": W.timeOrNull])

    /// The members of a row of the status, which other shapes have beside their own.
    private static let row: JSONObject = [
        "id": W.id, "name": W.text, "tier": W.textOrNull, "enabled": W.truth, "state": W.words(states),
        "icon": W.text, "since": W.time, "reason": W.reference("Reason"), "layers": W.reference("Layers"),
        "latency": W.object(["p50Ms": W.countOrNull, "p95Ms": W.countOrNull]), "lastContact": W.timeOrNull,
        "nextProbe": W.timeOrNull,
    ]

    private static func rowWith(_ members: JSONObject) -> JSONValue {
        var all = row
        for (key, value) in members { all[key] = value }
        return W.object(all)
    }

    private static let status: JSONObject = [
        "Status": W.object([
            "at": W.time,
            "summary": W.object([
                "connected": W.count, "degraded": W.count, "disconnected": W.count, "unknown": W.count,
                "disabled": W.count,
            ]),
            "integrations": W.list(of: "IntegrationStatus"), "roles": W.list(of: "RoleReadiness"),
            "faults": W.list(of: "RegistryFault"),
        ]),
        "IntegrationStatus": W.object(row),
        "Reason": W.object([
            "code": W.text, "message": W.text, "evidence": W.textOrNull, "action": W.text, "seenAt": W.time,
        ]),
        "Layers": W.object(["configured": layer, "authorised": layer, "effective": layer]),
        "RoleReadiness": W.object(["id": W.id, "ready": W.truth, "missing": W.texts]),
        "RegistryFault": W.object([
            "file": W.text, "line": W.count, "field": W.text, "subject": W.textOrNull, "message": W.text,
            "fix": W.text, "severity": W.words(["error", "warning"]),
        ]),
        "Event": W.object([
            "id": W.count, "at": W.time, "kind": W.words(EventMessage.Kind.allCases.map(\.rawValue)),
            "integration": W.textOrNull, "details": ["type": "object"],
        ]),
    ]

    private static let integration: JSONObject = [
        "Integration": rowWith([
            "description": W.textOrNull, "custom": W.truth, "roles": W.texts,
            "configuration": W.list(of: "Field"), "servers": W.list(of: "Server"),
            "install": W.orNull("Install"), "process": W.textOrNull, "processId": W.countOrNull, "tools": W.texts,
            "revision": W.countOrNull,
        ]),
        "IntegrationList": W.object(["integrations": W.list(of: "Integration"), "next": W.textOrNull]),
        "Field": W.object([
            "name": W.text, "type": W.words(["string", "integer", "boolean", "url", "path", "json"]),
            "description": W.textOrNull, "required": W.truth, "secret": W.truth, "set": W.truth,
            "choices": ["type": ["array", "null"], "items": ["type": "string"]], "docs": W.textOrNull,
            "pattern": W.textOrNull, "usual": true,
        ]),
        "Server": W.object([
            "id": W.text, "kind": W.words(["npm", "pypi", "oci", "remote", "command", "skill"]),
            "package": W.textOrNull, "version": W.textOrNull, "chosen": W.truth,
        ]),
        "Install": W.object([
            "server": W.text, "version": W.text, "at": W.time, "previous": W.textOrNull,
        ]),
        "Verdict": rowWith([
            "done": W.words(Verdict.Deed.allCases.map(\.rawValue)), "steps": W.texts, "durationMs": W.count,
        ]),
        "Tool": W.object([
            "name": W.text, "description": W.textOrNull, "inputSchema": ["type": ["object", "boolean", "null"]],
            "listed": W.truth, "readOnly": W.truth,
        ]),
        "ToolList": W.object(["tools": W.list(of: "Tool")]),
        "CallReport": W.object([
            "tool": W.text, "outcome": W.text, "result": true, "durationMs": W.count,
        ]),
        "LogLine": W.object(["at": W.timeOrNull, "text": W.text]),
        "LogLines": W.object(["lines": W.list(of: "LogLine")]),
        "HealthHistory": W.object([
            "now": W.reference("IntegrationStatus"),
            "changes": [
                "type": "array",
                "items": W.object(change),
            ],
            "contacts": [
                "type": "array",
                "items": W.object([
                    "start": W.time, "seconds": W.count,
                    "counts": ["type": "object", "additionalProperties": W.count], "meanMs": W.countOrNull,
                ]),
            ],
        ]),
    ]

    private static let requests: JSONObject = [
        "ConfigureRequest": [
            "type": "object",
            "properties": [
                "env": [
                    "type": "object",
                    "description": "values by the name of the variable; null takes one away",
                    "additionalProperties": ["type": ["string", "number", "boolean", "null"]],
                ],
                "server": ["type": "string", "minLength": 1],
            ],
            "anyOf": [["required": ["env"]], ["required": ["server"]]], "additionalProperties": false,
            "examples": [["env": ["GITHUB_PERSONAL_ACCESS_TOKEN": "ghp_xxx"]]],
        ],
        "InstallOptions": [
            "type": ["object", "null"],
            "properties": [
                "server": ["type": ["string", "null"], "minLength": 1],
                "version": ["type": ["string", "null"], "minLength": 1],
            ],
            "additionalProperties": false,
        ],
        "CallRequest": [
            "type": "object",
            "properties": ["tool": ["type": "string", "minLength": 1], "arguments": ["type": "object"]],
            "required": ["tool"], "additionalProperties": false,
        ],
        "AssignRequest": [
            "type": "object",
            "properties": [
                "integrations": [
                    "type": ["array", "null"],
                    "items": [
                        "anyOf": [
                            W.id, W.object(["id": W.id, "required": W.truth], optional: ["required"]),
                        ]
                    ],
                ],
                "tools": W.orNull("RoleRules"),
            ],
            "anyOf": [["required": ["integrations"]], ["required": ["tools"]]], "additionalProperties": false,
        ],
        "Entry": ["type": "object", "description": "an entry of the registry, in its short or its full form"],
        "Nothing": ["type": ["object", "null"], "description": "nothing is read of it"],
    ]

    private static let roleRules: JSONValue = W.object(
        [
            "allow": W.texts, "deny": W.texts, "readOnly": W.truth,
            "approval": W.words(RoleRules.Approval.allCases.map(\.rawValue)),
        ],
        optional: ["allow", "deny", "readOnly", "approval"]
    )

    private static let agents: JSONObject = [
        "RoleRules": roleRules,
        "EndpointReadiness": W.object([
            "id": W.id, "ready": W.truth, "missing": W.texts, "address": W.text, "tools": W.count,
            "integrations": [
                "type": "array",
                "items": W.object([
                    "id": W.id, "required": W.truth, "state": W.textOrNull, "callable": W.truth, "tools": W.count,
                    "held": W.count, "detail": W.text,
                ]),
            ],
        ]),
        "ToolReview": W.object([
            "integration": W.id, "tool": W.text, "standing": W.words(ToolReview.Standing.allCases.map(\.rawValue)),
            "hash": W.text, "since": W.time, "text": W.text, "definition": true,
            "approved": ["type": ["object", "null"]],
        ]),
        "ToolReviewList": W.object(["tools": W.list(of: "ToolReview")]),
        "ApproveRequest": [
            "type": "object",
            "properties": [
                "tools": [
                    "type": ["array", "null"],
                    "description": "names, or names with the hash that was looked at; null for everything that waits",
                    "items": ["anyOf": [W.text, W.object(["name": W.text, "hash": W.text], optional: ["hash"])]],
                ]
            ],
            "required": ["tools"], "additionalProperties": false,
        ],
        "TokenRequest": [
            "type": "object",
            "properties": [
                "name": [
                    "type": "string", "minLength": 1, "maxLength": 64,
                    "pattern": "^[^\\u0000-\\u001f\\u007f-\\u009f]+$",
                ]
            ],
            "required": ["name"], "additionalProperties": false,
        ],
        "RoleToken": W.object([
            "id": W.text, "role": W.id, "name": W.text, "createdAt": W.time, "token": W.textOrNull,
        ]),
        "ClientList": W.object(["clients": W.list(of: "Client")]),
        "Client": W.object([
            "client": W.text, "name": W.text, "file": W.text, "text": W.text, "command": W.textOrNull,
            "renewal": W.text,
        ]),
        "RoleTokenList": W.object(["tokens": W.list(of: "RoleToken")]),
    ]

    private static let others: JSONObject = [
        "Role": W.object([
            "id": W.id, "name": W.text, "description": W.textOrNull, "assigned": W.truth,
            "integrations": [
                "type": "array",
                "items": W.object(["id": W.id, "required": W.truth, "state": W.textOrNull]),
            ],
            "tools": W.reference("RoleRules"), "ready": W.truth, "missing": W.texts,
        ]),
        "RoleList": W.object(["roles": W.list(of: "Role")]),
        "Upkeep": W.object(["message": W.text, "count": W.countOrNull, "file": W.textOrNull]),
        "Alive": W.object(["alive": W.truth]),
        "Readiness": W.object(["ready": W.truth, "faults": W.texts]),
        "Document": ["type": "object"],
        "Problem": W.object(
            [
                "type": W.text, "status": W.count, "code": W.text, "detail": W.text, "fix": W.text,
                "field": W.text,
                "faults": [
                    "type": "array", "items": W.object(["field": W.text, "message": W.text, "fix": W.text]),
                ],
                "requestId": W.text,
            ],
            optional: ["field", "faults"]
        ),
    ]
}
