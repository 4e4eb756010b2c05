import Health
import JSON

extension OpenAPISchemas {
    /// The shapes of what was done, measured and proven, and of what pages send.
    static let records: JSONObject = [
        "Audit": W.object([
            "rows": [
                "type": "array",
                "items": W.object([
                    "at": W.time, "action": W.text, "party": W.text, "integration": W.textOrNull,
                    "tool": W.textOrNull, "outcome": W.text, "durationMs": W.countOrNull,
                ]),
            ],
            "next": W.countOrNull,
        ]),
        "Change": W.object(JSONObject(change.map { ($0.key, $0.value) } + [("integration", W.id)])),
        "ChangeList": W.object(["changes": W.list(of: "Change")]),
        "LatencyList": W.object([
            "latencies": [
                "type": "array",
                "items": W.object([
                    "integration": W.id,
                    "points": [
                        "type": "array",
                        "items": W.object([
                            "at": W.time, "meanMs": W.countOrNull, "contacts": W.count, "good": W.count,
                        ]),
                    ],
                ]),
            ]
        ]),
        "Conformance": W.object([
            "integration": W.text, "file": W.text, "startedAt": W.textOrNull,
            "counts": ["type": "object", "additionalProperties": W.count],
            "findings": [
                "type": "array",
                "items": W.object([
                    "check": W.text, "title": W.textOrNull, "verdict": W.words(["failed", "incomplete"]),
                    "advisory": W.truth, "expected": W.textOrNull, "actual": W.textOrNull, "repeat": W.textOrNull,
                ]),
            ],
        ]),
        "ConformanceList": W.object(["integrations": W.list(of: "Conformance")]),
        "PlainForm": [
            "type": "object", "properties": ["_token": ["type": "string"]], "required": ["_token"],
            "additionalProperties": ["type": "string"],
            "description": "the fields of the form on /dashboard/plain/{id}, and the token that stands in it",
        ],
    ]
}
