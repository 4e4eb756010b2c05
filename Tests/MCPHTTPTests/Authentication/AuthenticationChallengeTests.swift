import Testing

@testable import MCPHTTP

@Suite("WWW-Authenticate")
struct AuthenticationChallengeTests {
    typealias Challenge = AuthenticationChallenge

    @Test(
        "holds any number of challenges, each with its parameters",
        arguments: [
            (["Bearer"], [Challenge(scheme: "bearer")]),
            (
                [#"Bearer realm="a, b", error="invalid_token""#],
                [Challenge(scheme: "bearer", parameters: [.init("realm", "a, b"), .init("error", "invalid_token")])]
            ),
            (
                [#"Basic realm="x", Bearer resource_metadata="https://a/.well-known/x", scope="r w""#],
                [
                    Challenge(scheme: "basic", parameters: [.init("realm", "x")]),
                    Challenge(
                        scheme: "bearer",
                        parameters: [.init("resource_metadata", "https://a/.well-known/x"), .init("scope", "r w")]
                    ),
                ]
            ),
            (["Negotiate, Basic"], [Challenge(scheme: "negotiate"), Challenge(scheme: "basic")]),
            (
                ["Negotiate dG9rZW4=, Bearer a=b"],
                [
                    Challenge(scheme: "negotiate", token: "dG9rZW4="),
                    Challenge(scheme: "bearer", parameters: [.init("a", "b")]),
                ]
            ),
            (
                [#"Bearer realm="say \"hi\" \\ ""#],
                [Challenge(scheme: "bearer", parameters: [.init("realm", #"say "hi" \ "#)])]
            ),
            (
                ["Bearer  realm = x ,, scope=y"],
                [Challenge(scheme: "bearer", parameters: [.init("realm", "x"), .init("scope", "y")])]
            ),
            (
                ["Bearer a=1", "Basic b=2"],
                [
                    Challenge(scheme: "bearer", parameters: [.init("a", "1")]),
                    Challenge(scheme: "basic", parameters: [.init("b", "2")]),
                ]
            ),
            ([#"BEARER REALM="X""#], [Challenge(scheme: "bearer", parameters: [.init("realm", "X")])]),
            ([#"Bearer realm="unfinished"#], [Challenge(scheme: "bearer", parameters: [.init("realm", "unfinished")])]),
            (
                [#"Bearer a=1 junk, b=2"#],
                [Challenge(scheme: "bearer", parameters: [.init("a", "1"), .init("b", "2")])]
            ),
            (["", " , ,"], []),
            ([#""nonsense", Bearer"#], [Challenge(scheme: "bearer")]),
        ] as [([String], [Challenge])]
    )
    func parsing(values: [String], expected: [Challenge]) {
        #expect(Challenge.parse(values) == expected)
    }

    @Test("gives parameters by name in any case, the first of a repeated one, and scopes one by one")
    func access() throws {
        let challenge = try #require(Challenge.parse([#"Bearer Scope="a  b", scope="c""#]).first)
        #expect(challenge["SCOPE"] == "a  b")
        #expect(challenge.scopes == ["a", "b"])
        #expect(challenge["realm"] == nil)
    }

    @Test(
        "never fails, whatever is in it",
        arguments: ["=", "\"", "\\", "Bearer =", "Bearer \"", "a=,b", "Bearer a=\"\\"]
    )
    func garbage(value: String) {
        _ = Challenge.parse([value])
    }
}
