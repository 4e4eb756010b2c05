import Crypto
import MCPAuthorization
@testable import Skills
import Testing

@Suite("The signature of Slack")
struct SlackSignatureTests {
    private static let body = Array("payload=%7B%22type%22%3A%22block_actions%22%7D".utf8)
    private static let time = 1_531_420_618.0

    private func signature(_ secret: String, _ timestamp: String, _ body: [UInt8]) -> String {
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(secret.utf8)))
        code.update(data: Array("v0:\(timestamp):".utf8) + body)
        return "v0=" + code.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func check(
        secret: String = "signing-secret",
        timestamp: String? = "1531420618",
        signature: String?,
        now: Double = SlackSignatureTests.time,
        body: [UInt8] = SlackSignatureTests.body
    ) throws {
        try SlackSignature(secret: Secret(secret))
            .check(body: body, timestamp: timestamp, signature: signature, now: now)
    }

    @Test("lets in what was signed with the secret")
    func right() throws {
        try check(signature: signature("signing-secret", "1531420618", Self.body))
        try check(
            signature: signature("signing-secret", "1531420618", Self.body).uppercased().replacing("V0=", with: "v0=")
        )
    }

    @Test("keeps out what was signed with another one, or changed")
    func wrong() {
        let good = signature("signing-secret", "1531420618", Self.body)
        let forged = InteractionFault.forged("X-Slack-Signature belongs to another body or another secret")
        #expect(throws: forged) { try check(secret: "other", signature: good) }
        #expect(throws: forged) { try check(signature: good, body: Self.body + [0x20]) }
        #expect(throws: forged) { try check(timestamp: "1531420619", signature: good) }
        #expect(throws: forged) { try check(signature: "v0=00") }
        #expect(throws: InteractionFault.badKey("the signing secret is empty")) {
            try check(secret: "", signature: good)
        }
    }

    @Test("keeps out what was recorded earlier", arguments: [-301.0, 301.0])
    func replay(seconds: Double) {
        let good = signature("signing-secret", "1531420618", Self.body)
        #expect(throws: InteractionFault.forged("it was made more than 5 minutes from now")) {
            try check(signature: good, now: Self.time + seconds)
        }
    }

    @Test("keeps out what is not signed", arguments: [nil, "", "v1=00", "v0=0", "v0=zz"])
    func unsigned(signature: String?) {
        #expect(throws: InteractionFault.self) { try check(signature: signature) }
        #expect(throws: InteractionFault.unsigned("X-Slack-Request-Timestamp is no number of seconds")) {
            try check(timestamp: signature, signature: "v0=00")
        }
    }
}
