import Health
import JSON
import Testing

@Suite("A refusal over HTTP that a bridge carried over a pipe")
struct BridgedRefusalTests {
    private func code(_ status: Int, _ headers: JSONObject = [:], body: JSONValue = "no") -> OutcomeCode {
        var rules = ClassifierRules()
        rules.variables = [CredentialVariable("API_KEY", isSecret: true, isRequired: true, isSet: true)]
        let data: JSONValue = ["httpStatus": JSONValue(status), "headers": .object(headers), "body": body]
        let error = Sighting.rpcError(code: -32_000, message: "HTTP \(status)", data: data)
        return Classifier(rules).outcome(of: ContactFacts(error, step: .handshake)).code
    }

    @Test(
        "is judged by its status",
        arguments: [
            (401, OutcomeCode.credentialInvalid), (403, .scopeInsufficient), (429, .rateLimited), (503, .vendorError),
        ]
    )
    func status(status: Int, wanted: OutcomeCode) {
        #expect(code(status) == wanted)
    }

    @Test("is judged by its challenge and its body")
    func details() {
        #expect(code(403, ["WWW-Authenticate": "Bearer error=\"insufficient_scope\""]) == .scopeInsufficient)
        #expect(code(401, body: ["error": "token_expired"]) == .credentialExpired)
    }

    @Test("is no refusal without a status of HTTP", arguments: [JSONValue(7), "401", .null])
    func foreign(status: JSONValue) {
        let error = Sighting.rpcError(code: -32_000, message: "x", data: ["httpStatus": status])
        #expect(Classifier(ClassifierRules()).outcome(of: ContactFacts(error, step: .probe)).code == .vendorError)
    }
}
