import Health
import JSON
import Registry
import Testing

@Suite("What a tool's answer means")
struct ClassifierAnswerTests {
    @Test(
        "by the codes in it, marked as an error or not",
        arguments: [
            AnswerRow(
                #"{"status":401,"object":"error","code":"unauthorized","message":"API token is invalid."}"#,
                .credentialInvalid
            ),
            AnswerRow(
                #"{"ok":false,"status_code":401,"data":{"status":401,"code":"INVALID_ACCESS_TOKEN"}}"#,
                .credentialInvalid
            ),
            AnswerRow(#"{"error":true,"code":"AUTH_FAILED","message":"it is invalid or expired"}"#, .credentialInvalid),
            AnswerRow(#"{"health_check":null,"status_code":401}"#, .credentialInvalid),
            AnswerRow(#"{"health_check":null,"status_code":429}"#, .rateLimited),
            AnswerRow(
                #"{"data":"{\"error\":{\"message\":\"x\",\"details\":{\"error\":{\"code\":\"invalid_grant\"}}}}"}"#,
                .credentialExpired
            ),
            AnswerRow(
                #"{"result":[{"response":{"error":"x","status_code":403,"error_code":"InvalidClientTokenId"}}]}"#,
                .credentialInvalid
            ),
            AnswerRow(#"{"error":"x","status_code":429,"retry_after":2.0}"#, error: true, .rateLimited),
            AnswerRow(#"{"ok":false,"error":"not_authed"}"#, .credentialInvalid),
            AnswerRow(#"{"ok":false,"error":"missing_scope","needed":"channels:read"}"#, .scopeInsufficient),
            AnswerRow(
                #"{"error":{"code":"forbidden","message":"Not authorized","invalidToken":true}}"#,
                .credentialInvalid
            ),
            AnswerRow(#"{"errors":[{"message":"x","extensions":{"code":"RATELIMITED"}}]}"#, .rateLimited),
            AnswerRow(
                #"{"type":"authentication_error","code":"permission_denied","detail":"x","error":"x"}"#,
                .scopeInsufficient
            ),
            AnswerRow(#"{"ok":false,"status":503,"error":"upstream"}"#, .vendorError),
        ]
    )
    func codes(row: AnswerRow) {
        let outcome = Classifier(.keyed()).judge(
            .toolResult(ToolAnswer(tool: "t", isError: row.isError, texts: [row.text]))
        )
        #expect(outcome.code == row.code, "\(outcome.evidence.summary)")
        #expect(outcome.evidence.basis == row.basis)
        #expect(outcome.proof == .nothing)
    }

    @Test(
        "by its words where there is nothing else, and says so",
        arguments: [
            AnswerRow(
                "Error calling tool 'search': Authentication failed for Jira API (401). Token may be expired or invalid.",
                error: true,
                .credentialInvalid,
                .words
            ),
            AnswerRow(
                "**Authorization Expired**\n\nPlease re-authorize to continue.",
                error: true,
                .credentialExpired,
                .words
            ),
            AnswerRow("Error fetching event types: The access token is invalid", .credentialInvalid, .words),
            AnswerRow(
                "Connection failed: 401 API Key Invalid: Your API key may be invalid",
                .credentialInvalid,
                .words
            ),
            AnswerRow(
                "Tool: get_current_user\nStatus: 401\nError: Unauthorized\nRequest: GET /v1/users/me",
                .credentialInvalid,
                .words
            ),
            AnswerRow("HTTP 429 Too Many Requests", error: true, .rateLimited, .words),
            AnswerRow("403 The caller does not have permission", error: true, .scopeInsufficient, .words),
            AnswerRow(
                "503 Getting metadata from plugin failed with error: ('invalid_grant: x')",
                error: true,
                .credentialExpired,
                .words
            ),
            AnswerRow("Internal Server Error", error: true, .vendorError, .words),
            AnswerRow("Error: ConnectError", error: true, .networkDown, .words),
            AnswerRow("Not signed in to QuickBooks. Run auth login.", error: true, .credentialMissing, .words),
            AnswerRow("something broke", error: true, .vendorError, .structure),
        ]
    )
    func words(row: AnswerRow) {
        let outcome = Classifier(.keyed()).judge(
            .toolResult(ToolAnswer(tool: "t", isError: row.isError, texts: [row.text]))
        )
        #expect(outcome.code == row.code, "\(outcome.evidence.summary)")
        #expect(outcome.evidence.basis == row.basis)
    }

    @Test(
        "is good, whatever errors its data speaks of",
        arguments: [
            #"[{"id":1,"title":"401 Unauthorized when logging in","status":"unauthorized"}]"#,
            #"{"issues":[{"key":"X-1","fields":{"summary":"rate limit exceeded"}}]}"#,
            #"{"monitors":[{"status":503}],"errors":[]}"#, #"{"error":null,"ok":true}"#,
            "# Rate limits\nThe API answers 429 Too Many Requests when called too often. Read on to learn how to back off.",
            "Organisations: acme, error-tracking",
        ]
    )
    func good(text: String) {
        let outcome = Classifier(.keyed()).judge(.toolResult(ToolAnswer(tool: "t", texts: [text])))
        #expect(outcome.code == .ok, "\(outcome.evidence.summary)")
        #expect(outcome.proof == .credential)
    }

    @Test(
        "proves nothing when it is empty and the entry says nothing about it",
        arguments: ["", "[]", "{}", #"{"a":null}"#]
    )
    func empty(text: String) {
        let outcome = Classifier(.keyed()).judge(.toolResult(ToolAnswer(tool: "t", texts: [text])))
        #expect(outcome.code == .ok)
        #expect(outcome.proof == .reachable)
    }

    @Test(
        "is what the entry's assertion says, with isError in both directions",
        arguments: [
            (#"{"email":"a@b.c"}"#, false, OutcomeCode.ok), (#"{"email":"a@b.c"}"#, true, .ok),
            (#"{"email":null}"#, false, .credentialInvalid), ("[]", false, .credentialInvalid),
            (#"{"email":null}"#, true, .vendorError),
        ]
    )
    func assertion(text: String, isError: Bool, code: OutcomeCode) throws {
        var rules = ClassifierRules.keyed()
        rules.expectations = [BodyTest(try JSONPointer(parsing: "/email"), exists: true)]
        let outcome = Classifier(rules).judge(.toolResult(ToolAnswer(tool: "t", isError: isError, texts: [text])))
        #expect(outcome.code == code, "\(outcome.evidence.summary)")
        #expect(outcome.proof == (code == .ok ? .credential : .nothing))
    }

    @Test("is what the entry's signature says before its assertion and before words")
    func signature() {
        var rules = ClassifierRules.keyed()
        rules.expectations = [BodyTest(contains: "repositories")]
        rules.signatures = [
            AuthSignature(.credentialMissing, when: .call, body: [BodyTest(contains: "was not authenticated")]),
            AuthSignature(.credentialInvalid, isError: true, body: [BodyTest(matches: "^Permission .*Valid")]),
        ]
        let classifier = Classifier(rules)
        let public_ = classifier.judge(
            .toolResult(ToolAnswer(tool: "t", texts: ["repositories: 3", "The request was not authenticated."]))
        )
        #expect(public_.code == .credentialMissing)
        #expect(public_.evidence.basis == .signature)
        let misleading = classifier.judge(
            .toolResult(ToolAnswer(tool: "t", isError: true, texts: ["Permission denied. Scope: Valid Token"]))
        )
        #expect(misleading.code == .credentialInvalid)
    }

    @Test("with a variable's name in it is about that variable")
    func namedVariable() {
        let outcome = Classifier(.keyed(false)).judge(
            .toolResult(ToolAnswer(tool: "t", isError: true, texts: ["Error executing tool: 'API_KEY'"]))
        )
        #expect(outcome.code == .credentialMissing)
        #expect(outcome.action == .setVariables(["API_KEY"]))
    }

    @Test("of somebody's own call is only about the call, unless a code says otherwise")
    func passive() {
        let classifier = Classifier(.keyed())
        let notFound = ToolAnswer(tool: "other", isError: true, texts: ["no such issue"])
        #expect(classifier.judge(.toolResult(notFound), at: .call, source: .passive).code == .ok)
        let refused = ToolAnswer(tool: "other", texts: [#"{"ok":false,"error":"token_revoked"}"#])
        #expect(classifier.judge(.toolResult(refused), at: .call, source: .passive).code == .credentialExpired)
    }
}
