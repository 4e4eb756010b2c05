import JSON
@testable import Skills

/// A skill file for tests over the loopback vendor: one tool that asks for a way of answering.
struct JSONFile {
    var json: JSONValue

    static let demo = JSONFile(seconds: 20)

    init(seconds: Double) {
        json = [
            "format": 1, "id": "ways", "name": "Ways",
            "base": ["url": "https://ways.example.com", "variable": "DEMO_API_URL"],
            "variables": [
                "DEMO_TOKEN": ["description": "Token.", "secret": true],
                "DEMO_API_URL": ["description": "Address.", "required": false],
            ],
            "auth": ["kind": "bearer", "variable": "DEMO_TOKEN"],
            "errorText": ["/message"],
            "limits": [
                "answerBytes": 65_536, "seconds": .number(JSONNumber(seconds) ?? 20), "waitSeconds": 5, "attempts": 3,
            ],
            "operations": [
                [
                    "name": "ask", "description": "Asks.", "effect": "read", "method": "GET", "path": "/ways/{way}",
                    "arguments": ["way": ["in": "path"]],
                ]
            ],
        ]
    }

    func skill() throws -> Skill { try Skill(json: json) }
}
