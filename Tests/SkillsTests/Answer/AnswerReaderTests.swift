import JSON
import MCP
@testable import Skills
import Testing

@Suite("Reading an answer")
struct AnswerReaderTests {
    private func read(
        _ answer: VendorAnswer,
        _ tool: String = "demo_list",
        skill: Skill? = nil,
        _ arguments: JSONObject = [:]
    ) throws -> Result<SkillResult, SkillFailure> {
        let skill = try skill ?? DemoSkill.skill()
        let operation = try #require(skill.operations.first { $0.tool.name == tool })
        return AnswerReader(skill: skill, operation: operation, arguments: arguments, now: 1_767_225_600).read(answer)
            .result
    }

    @Test("picks what the skill asks for, and the next cursor")
    func picking() throws {
        let body = #"{"items": [{"id": 1, "profile": {"name": "a"}, "noise": 1}, {"id": 2}], "next": "c2"}"#
        let result = try read(VendorAnswer(200, body)).get()
        #expect(result.structured == ["items": [["id": 1, "name": "a"], ["id": 2]], "nextCursor": "c2"])
        #expect(result.content == [.text(#"{"items":[{"id":1,"name":"a"},{"id":2}],"nextCursor":"c2"}"#)])
    }

    @Test(
        "makes an object of any answer",
        arguments: [
            ("{\"a\":1}", ["a": 1]), ("[1]", ["result": [1]]), ("\"x\"", ["result": "x"]), ("", ["status": 204]),
        ]
            as [(String, JSONObject)]
    )
    func wholeAnswers(body: String, expected: JSONObject) throws {
        #expect(try read(VendorAnswer(204, body), "demo_delete").get().structured == expected)
    }

    @Test(
        "sorts failures by status, body and rule",
        arguments: [
            (401, "{}", SkillOutcome.credentialInvalid, nil),
            (403, "{}", .scopeInsufficient, nil),
            (403, #"{"plan": "free"}"#, .toolError, nil),
            (400, #"{"code": "expired", "message": "old"}"#, .credentialExpired, "expired"),
            (404, #"{"message": "no such item"}"#, .toolError, nil),
            (302, "", .toolError, nil),
            (418, "I am a teapot", .vendorError, nil),
            (418, "I am not", .toolError, nil),
            (429, "", .rateLimited, nil),
            (500, "<html>oops</html>", .vendorError, nil),
            (503, "{}", .vendorError, nil),
            (200, "<html>Log in to the hotel</html>", .protocolError, nil),
            (200, "{\"items\": [", .protocolError, nil),
        ] as [(Int, String, SkillOutcome, String?)]
    )
    func failures(status: Int, body: String, outcome: SkillOutcome, code: String?) throws {
        let result = try read(VendorAnswer(status, body))
        let failure = #expect(throws: SkillFailure.self) { try result.get() }
        #expect(failure?.outcome == outcome)
        #expect(failure?.status == status)
        #expect(failure?.vendorCode == code)
    }

    @Test("words a failure with what the vendor says, the hint and the details")
    func words() throws {
        let expired = try read(VendorAnswer(400, #"{"code": "expired", "message": "Token is old."}"#))
        let first = #expect(throws: SkillFailure.self) { try expired.get() }
        #expect(
            first?.message
                == "Demo says that the credential has expired: Token is old. (status 400, code expired). Log in again."
        )
        let limited = try read(VendorAnswer(429, "", ["Retry-After": "7"]))
        let second = #expect(throws: SkillFailure.self) { try limited.get() }
        #expect(
            second?.json == [
                "outcome": "rate_limited", "status": 429, "retryAfterSeconds": 7,
                "message": "Demo has had too many requests (status 429); try again in 7.0 s",
            ]
        )
        let plan = try read(VendorAnswer(403, #"{"plan": "free"}"#))
        let third = #expect(throws: SkillFailure.self) { try plan.get() }
        #expect(third?.details == ["plan": "free"])
    }

    @Test(
        "finds the error in an answer with status 200",
        arguments: [
            ("slack", "slack_check_token", #"{"ok":false,"error":"invalid_auth"}"#, SkillOutcome.credentialInvalid),
            ("slack", "slack_check_token", #"{"ok":false,"error":"not_authed"}"#, .credentialMissing),
            ("slack", "slack_check_token", #"{"ok":false,"error":"token_expired"}"#, .credentialExpired),
            (
                "slack", "slack_list_users", #"{"ok":false,"error":"missing_scope","needed":"users:read"}"#,
                .scopeInsufficient
            ),
            ("slack", "slack_list_users", #"{"ok":false,"error":"ratelimited"}"#, .rateLimited),
            ("slack", "slack_list_users", #"{"ok":false,"error":"fatal_error"}"#, .vendorError),
            ("slack", "slack_list_users", #"{"ok":false,"error":"channel_not_found"}"#, .toolError),
            (
                "buffer", "buffer_get_account",
                #"{"data":null,"errors":[{"message":"no","extensions":{"code":"UNAUTHORIZED"}}]}"#, .credentialInvalid
            ),
            ("buffer", "buffer_create_post", #"{"data":{"createPost":{"message":"limit reached"}}}"#, .toolError),
        ] as [(String, String, String, SkillOutcome)]
    )
    func errorsInside(id: String, tool: String, body: String, outcome: SkillOutcome) throws {
        let result = try read(VendorAnswer(200, body), tool, skill: SkillLibrary.skill(id))
        #expect(#expect(throws: SkillFailure.self) { try result.get() }?.outcome == outcome)
    }

    @Test(
        "knows the refusals of each vendor",
        arguments: [
            (
                "vercel", "vercel_get_user", 403,
                #"{"error":{"code":"forbidden","message":"Not authorized","invalidToken":true}}"#,
                SkillOutcome.credentialInvalid
            ),
            (
                "vercel", "vercel_get_user", 403, #"{"error":{"code":"forbidden","message":"Not authorized"}}"#,
                .scopeInsufficient
            ),
            ("discord", "discord_check_token", 401, #"{"message":"401: Unauthorized","code":0}"#, .credentialInvalid),
            ("discord", "discord_list_members", 403, #"{"message":"Missing Access","code":50001}"#, .scopeInsufficient),
            ("discord", "discord_update_message", 403, #"{"message":"Not yours","code":50005}"#, .toolError),
            (
                "discord", "discord_post_message", 429, #"{"message":"slow","retry_after":64.57,"global":false}"#,
                .rateLimited
            ),
            (
                "typeform", "typeform_list_forms", 403, #"{"code":"AUTHENTICATION_FAILED","description":"x"}"#,
                .credentialInvalid
            ),
            (
                "pandadoc", "pandadoc_get_current_member", 401, #"{"type":"authentication_error","detail":"x"}"#,
                .credentialInvalid
            ),
            ("pandadoc", "pandadoc_download_document", 202, "{}", .toolError),
            ("lemlist", "lemlist_get_team", 400, "Bad team", .credentialInvalid),
            ("ahrefs", "site-explorer-metrics", 403, #"{"error":"no units"}"#, .scopeInsufficient),
            ("productboard", "productboard_list_entities", 401, #"{"errors":[{"code":null}]}"#, .credentialInvalid),
            ("loom", "loom_get_video", 404, "Not Found", .toolError),
        ] as [(String, String, Int, String, SkillOutcome)]
    )
    func refusals(id: String, tool: String, status: Int, body: String, outcome: SkillOutcome) throws {
        let result = try read(VendorAnswer(status, body), tool, skill: SkillLibrary.skill(id))
        let failure = #expect(throws: SkillFailure.self) { try result.get() }
        #expect(failure?.outcome == outcome)
        if id == "discord", status == 429 { #expect(failure?.retryAfter == .milliseconds(64_570)) }
    }

    @Test("gives a file as a resource in base64")
    func file() throws {
        var answer = VendorAnswer(200, "%PDF", ["Content-Type": "application/pdf"])
        answer.body = [0x25, 0x00, 0xFF]
        let result = try read(answer, "pandadoc_download_document", skill: SkillLibrary.skill("pandadoc")).get()
        #expect(
            result.content == [
                .resource(
                    ResourceContents(
                        uri: "skill://pandadoc/pandadoc_download_document",
                        mimeType: "application/pdf",
                        body: .blob("JQD/")
                    )
                )
            ]
        )
        #expect(result.structured == nil)
    }
}
