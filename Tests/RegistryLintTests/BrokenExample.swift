import JSON
import Testing

/// An entry that breaks just one rule: a sound one with a few members changed.
struct BrokenExample: Sendable, CustomTestStringConvertible {
    let rule: String
    let changes: [String: JSONValue]
    /// Path and fault, one for each.
    let faults: [String]

    init(_ rule: String, _ changes: [String: JSONValue], _ faults: String...) {
        self.rule = rule
        self.changes = changes
        self.faults = faults
    }

    var testDescription: String { "\(rule) \(faults.first ?? "")" }

    /// An entry that keeps every rule; its server runs over the standard streams.
    static let sound: JSONObject = [
        "id": "sound", "name": "Sound", "description": "Serves as an example.", "tier": "P2", "roles": ["ops"],
        "listedPackage": "@sound/mcp", "listedPackageStatus": "neverPublished",
        "configSchema": ["SOUND_TOKEN": ["required": true, "secret": true, "pattern": "^snd_[a-z]+$"]],
        "auth": "apiKey",
        "servers": [["kind": "npm", "package": "sound-mcp", "version": "1.2.3", "provenance": provenance]],
        "tools": [
            ["name": "whoami", "required": [], "optional": ["verbose"], "readOnly": true],
            ["name": "delete_all", "required": ["reason"], "optional": [], "readOnly": false],
            ["name": "run", "required": ["name"], "optional": [], "readOnly": false],
            ["name": "hidden", "readOnly": true, "via": "run"],
            ["name": "extra", "readOnly": true, "toolset": "more"],
        ],
        "toolsets": [["name": "more", "onByDefault": false]],
        "genericTools": [["tool": "run", "call": ["name": "${tool}"]]],
        "probe": ["tool": "whoami", "expect": ["path": "/id", "exists": true]],
        "authSignatures": [["outcome": "credential_invalid", "isError": true, "body": ["contains": "401"]]],
        "provenance": provenance,
    ]

    static let provenance: JSONValue = ["confidence": "ran", "sources": ["example/sound"]]

    var json: JSONValue {
        var object = Self.sound
        for (key, value) in changes {
            if value.isNull { object.removeValue(forKey: key) } else { object[key] = value }
        }
        return .object(object)
    }

    static func server(_ changes: JSONObject) -> JSONValue {
        var object: JSONObject = ["kind": "npm", "package": "sound-mcp", "version": "1.2.3", "provenance": provenance]
        for (key, value) in changes {
            if value.isNull { object.removeValue(forKey: key) } else { object[key] = value }
        }
        return .object(object)
    }

    static func remote(_ changes: JSONObject = [:]) -> JSONValue {
        var members: JSONObject = ["kind": "remote", "package": nil, "version": nil, "url": "https://example.com/mcp"]
        for (key, value) in changes { members[key] = value }
        return server(members)
    }
}
