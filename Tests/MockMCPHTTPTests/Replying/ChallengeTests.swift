import Testing

@testable import MockMCPHTTP

@Suite("A challenge of a remote server, said by its mock")
struct ChallengeTests {
    @Test(
        "names the description of the resource on the mock's own host",
        arguments: [
            (
                #"Bearer resource_metadata="https://mcp.example.com/.well-known/x/mcp", error="invalid_token""#,
                #"Bearer resource_metadata="http://127.0.0.1:1/.well-known/x/mcp", error="invalid_token""#
            ),
            (
                "Bearer resource_metadata=https://mcp.example.com/.well-known/x",
                "Bearer resource_metadata=http://127.0.0.1:1/.well-known/x"
            ),
            (
                #"Bearer realm="a", resource_metadata="https://a""#,
                #"Bearer realm="a", resource_metadata="http://127.0.0.1:1""#
            ),
            (#"Bearer error="invalid_token""#, #"Bearer error="invalid_token""#), ("", ""),
            ("Bearer resource_metadata=", "Bearer resource_metadata="),
        ]
    )
    func pointing(text: String, expected: String) {
        #expect(Challenge(text).pointing(to: "http://127.0.0.1:1") == expected)
    }
}
