import Fixtures
import JSON
import Recording
import Registry
import Testing

@Suite("An early end, judged by what the entry says")
struct AnswerJudgeEntryTests {
    private static func entry() throws -> Integration {
        try Integration(
            json: [
                "id": "clock", "name": "Clock", "auth": "apiKey",
                "configSchema": ["CLOCK_KEY": ["required": true, "secret": true, "description": "Key."]],
                "tools": ["now"],
                "authSignatures": [
                    [
                        "outcome": "credential_missing", "exitCode": 78,
                        "body": ["contains": "CLOCK_KEY is not set"],
                    ]
                ],
                "servers": [
                    [
                        "kind": "pypi", "package": "clock", "version": "1.0.0",
                        "reactions": [
                            "missing": ["when": "start", "how": "exit", "exitCode": 78, "text": "CLOCK_KEY is not set"]
                        ],
                    ]
                ],
            ]
        )
    }

    private static func judge(_ end: EarlyEnd) throws -> AnswerJudge.Finding {
        let entry = try entry()
        let server = try #require(entry.preferredServer)
        return AnswerJudge.entry(entry, server: server, isMissing: true).judgeEarlyEnd(end)
    }

    @Test("is a refusal with the exit code and the words of the signature")
    func kept() throws {
        let finding = try Self.judge(EarlyEnd(exitCode: 78, lines: ["starting", "CLOCK_KEY is not set"]))
        #expect(finding == .refused("it came to credential_missing"))
    }

    @Test(
        "is none when one of them differs, and the entry's words are told",
        arguments: [
            EarlyEnd(exitCode: 1, lines: ["ModuleNotFoundError: No module named 'clock'"]),
            EarlyEnd(exitCode: 78, lines: ["Segmentation fault"]),
            EarlyEnd(exitCode: 137, lines: []),
        ]
    )
    func broken(_ end: EarlyEnd) throws {
        guard case .failed(let reason) = try Self.judge(end) else {
            Issue.record("it was taken for a refusal")
            return
        }
        #expect(reason.contains("exit code 78 “CLOCK_KEY is not set”"))
    }
}
