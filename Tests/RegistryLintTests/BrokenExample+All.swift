import JSON

/// At least one for every rule.
extension BrokenExample {
    static let all = servers + fields + tools + probes + answers

    private static let servers: [BrokenExample] = [
        .init("REG-SERVER", ["servers": [], "listedPackage": "a"], "servers is empty"),
        .init(
            "REG-SERVER-KIND",
            ["servers": [server(["package": nil, "url": "https://example.com"])]],
            "servers[0].package is missing",
            "servers[0].url has no meaning"
        ),
        .init(
            "REG-SERVER-KIND",
            ["servers": [remote(["transport": "stdio"])]],
            "servers[0].transport is stdio"
        ),
        .init(
            "REG-SERVER-KIND",
            ["servers": [server(["kind": "command", "package": nil])]],
            "servers[0].executable is missing"
        ),
        .init("REG-VERSION", ["servers": [server(["version": nil])]], "servers[0].version is missing"),
        .init(
            "REG-VERSION",
            ["servers": [server(["version": "latest"])]],
            "servers[0].version is \"latest\", which may change"
        ),
        .init(
            "REG-VERSION",
            ["servers": [server(["version": "^1.2"])]],
            "servers[0].version is \"^1.2\", which may change"
        ),
        .init(
            "REG-VERSION",
            ["servers": [server(["kind": "oci", "version": "sha256:123"])]],
            "servers[0].version is \"sha256:123\", which may change"
        ),
        .init(
            "REG-NEVER-PUBLISHED",
            ["servers": [server(["package": "@sound/mcp"])]],
            "servers[0].package is \"@sound/mcp\", which was never published"
        ),
        .init(
            "REG-ADDRESS",
            [
                "servers": [
                    remote([
                        "url": "http://example.com",
                        "alternateUrls": ["http://localhost:80/", "http://localhost.evil.example"],
                    ])
                ]
            ],
            "servers[0].url is \"http://example.com\"",
            "servers[0].alternateUrls[1] is \"http://localhost.evil.example\""
        ),
        .init(
            "REG-VARIABLE",
            ["servers": [server(["arguments": ["--token=${SOUND_TOKN}"], "env": ["SOUND_TOKEN", "NOISE"]])]],
            "servers[0].arguments[0] names SOUND_TOKN, which is not configured for this server",
            "servers[0].env[1] names NOISE, which is not configured for this server"
        ),
        .init(
            "REG-VARIABLE",
            ["auth": ["kind": "apiKey", "alternatives": [["SOUND_TOKEN"], ["USER"]]]],
            "auth.alternatives[1][0] names USER, which is not configured for this server"
        ),
        .init("REG-PROVENANCE", ["description": .null], "description is missing"),
        .init("REG-PROVENANCE", ["servers": [server(["provenance": nil])]], "servers[0].provenance is missing"),
    ]

    private static let fields: [BrokenExample] = [
        .init(
            "REG-SECRET",
            ["configSchema": ["SOUND_TOKEN": ["secret": true], "API_KEY": [:], "KEY_PATH": [:], "CLIENT_KEY": [:]]],
            "configSchema.API_KEY is named like a secret but is not marked"
        ),
        .init(
            "REG-SECRET-DEFAULT",
            ["configSchema": ["SOUND_TOKEN": ["secret": true, "default": "snd_a"]]],
            "configSchema.SOUND_TOKEN.default gives a secret away"
        ),
        .init(
            "REG-PATTERN",
            ["configSchema": ["SOUND_TOKEN": ["secret": true, "pattern": "snd_["]]],
            "configSchema.SOUND_TOKEN.pattern is \"snd_[\", which is no regular expression"
        ),
        .init(
            "REG-PATTERN",
            ["probe": ["tool": "whoami", "expect": [["exists": true, "path": "/id"], ["matches": "("]]]],
            "probe.expect[1].matches is \"(\", which is no regular expression"
        ),
        .init(
            "REG-DEFAULT",
            [
                "configSchema": [
                    "SOUND_TOKEN": ["secret": true], "SIZE": ["type": "integer", "default": "big"],
                    "COLOUR": ["choices": ["red", "blue"], "default": "green"],
                    "MODE": ["pattern": "^[a-z]+$", "choices": ["fast", "SLOW"]],
                ]
            ],
            "configSchema.SIZE.default is no whole number",
            "configSchema.COLOUR.default is none of red, blue",
            "configSchema.MODE.choices[1] does not match ^[a-z]+$"
        ),
        .init(
            "REG-CREDENTIAL",
            ["configSchema": [:]],
            "auth is apiKey, but nothing secret can be configured for npm"
        ),
        .init("REG-CREDENTIAL", ["auth": "none"], "auth is none, but SOUND_TOKEN is a required secret"),
    ]

    private static let tools: [BrokenExample] = [
        .init(
            "REG-TOOL-NAME",
            [
                "tools": [
                    ["name": "whoami", "readOnly": true], "whoami", "run", "what is",
                    .string(String(repeating: "x", count: 65)),
                ]
            ],
            "tools[1] is \"whoami\" a second time",
            "tools[3] has \" \" in its name",
            "tools[4] has a name of 65 bytes"
        ),
        .init(
            "REG-TOOL-ARGUMENTS",
            ["tools": ["run", ["name": "whoami", "readOnly": true, "required": [], "optional": ["a", "b", "a"]]]],
            "tools[1].optional[2] is \"a\" a second time"
        ),
        .init(
            "REG-TOOL-GROUPS",
            [
                "tools": [
                    ["name": "whoami", "readOnly": true], ["name": "b", "toolset": "lost"],
                    ["name": "c", "via": "none"],
                ],
                "genericTools": [["tool": "gone", "call": ["x": "y"]]],
            ],
            "tools[1].toolset is \"lost\"",
            "tools[2].via is \"none\"",
            "genericTools[0].tool is \"gone\", which is not listed",
            "genericTools[0].call names no tool"
        ),
        .init(
            "REG-STAND-IN",
            [
                "standIn": [
                    "skill": "slack",
                    "tools": [
                        ["tool": "gone", "calls": "x"], ["tool": "run", "calls": "x"], ["tool": "run", "calls": "y"],
                    ],
                ]
            ],
            "standIn.tools[0].tool is \"gone\", which no server has",
            "standIn.tools[2].tool is \"run\" a second time"
        ),
        .init("REG-STAND-IN", ["standIn": ["skill": "slack", "tools": []]], "standIn.tools is empty"),
    ]

    private static let probes: [BrokenExample] = [
        .init("REG-PROBE", ["probe": .null], "servers[0].probe is missing"),
        .init("REG-PROBE-TOOL", ["probe": probe("whoam")], "probe.tool is \"whoam\", which npm does not have"),
        .init(
            "REG-PROBE-TOOL",
            ["probe": probe("hidden")],
            "probe.tool is \"hidden\", which is only called through run"
        ),
        .init("REG-PROBE-TOOL", ["probe": probe("extra")], "probe.tool is \"extra\", which is off by default"),
        .init(
            "REG-PROBE-READONLY",
            ["probe": probe("delete_all", ["reason": "test"])],
            "probe.tool calls delete_all of npm, which changes something"
        ),
        .init(
            "REG-PROBE-READONLY",
            ["probe": probe("run", ["name": "delete_all"])],
            "probe.tool calls delete_all of npm, which changes something"
        ),
        .init(
            "REG-PROBE-ARGUMENTS",
            ["probe": probe("whoami", ["verbos": true])],
            "probe.arguments.verbos is no argument of whoami of npm"
        ),
        .init(
            "REG-PROBE-ARGUMENTS",
            [
                "tools": ["run", ["name": "whoami", "required": ["user"], "readOnly": true]], "probe": probe("whoami"),
            ],
            "probe.arguments lacks user, which whoami of npm requires"
        ),
        .init("REG-PROBE-EXPECT", ["probe": ["tool": "whoami"]], "probe.expect is missing"),
    ]

    private static let answers: [BrokenExample] = [
        .init(
            "REG-SIGNATURE",
            [
                "authSignatures": [
                    ["outcome": "credential_invalid", "isError": true, "body": ["contains": "401"]],
                    [
                        "outcome": "credential_expired", "isError": true, "when": "call",
                        "body": ["contains": "error 401"],
                    ],
                    ["outcome": "credential_missing", "exitCode": 1, "isError": true],
                    ["outcome": "credential_missing", "httpStatus": 401],
                ]
            ],
            "authSignatures[1] can never be reached: number 0 before it holds whenever it does",
            "authSignatures[2] can never hold: a process that ends does not answer",
            "authSignatures[3] can never hold: there is no HTTP"
        ),
        .init(
            "REG-REACTION",
            [
                "servers": [
                    server([
                        "reactions": [
                            "missing": ["when": "start", "how": "isError"],
                            "invalid": ["when": "connect", "how": "http"],
                            "scope": [
                                ["when": "call", "how": "isError", "status": 403],
                                ["when": "call", "how": "silent", "tools": ["what"]],
                            ],
                        ]
                    ])
                ]
            ],
            "servers[0].reactions.missing.when is start",
            "servers[0].reactions.invalid.how is http, but there is only a process",
            "servers[0].reactions.scope[0].status has no meaning",
            "servers[0].reactions.scope[1].tools[0] is \"what\", which the server does not have"
        ),
        .init(
            "REG-REACTION",
            [
                "servers": [remote(["reactions": ["invalid": ["when": "connect", "how": "http"]]])],
                "authSignatures": [],
            ],
            "servers[0].reactions.invalid.status is missing"
        ),
    ]

    private static func probe(_ tool: JSONValue, _ arguments: JSONValue = [:]) -> JSONValue {
        ["tool": tool, "arguments": arguments, "expect": ["path": "/id", "exists": true]]
    }
}
