import Registry
import Testing

@Suite("A field of the configuration")
struct ConfigFieldTests {
    @Test(
        "is a secret when it is marked, or when nothing is said and it is named like one",
        arguments: [
            ("MY_API_KEY", nil, true), ("GITHUB_TOKEN", nil, true), ("DB_PASSWORD", nil, true), ("REGION", nil, false),
            ("KEY_PATH", nil, false), ("CLIENT_KEY", nil, false), ("SECRET_NAME", nil, false), ("REGION", true, true),
            ("MY_API_KEY", false, false),
        ] as [(String, Bool?, Bool)]
    )
    func secrecy(name: String, marked: Bool?, isSecret: Bool) {
        var field = ConfigField(name)
        field.secrecy = marked
        #expect(field.isSecret == isSecret)
    }

    @Test("asks a server of which nothing else is said for a proof, when it is a secret")
    func proof() {
        var entry = Integration(id: "x", name: "X", servers: [IntegrationServer(.npm, package: "x")])
        entry.configSchema = [ConfigField("REGION")]
        #expect(entry.auth(of: entry.servers[0]).kind == .none)
        entry.configSchema = [ConfigField("MY_API_KEY", required: true)]
        #expect(entry.auth(of: entry.servers[0]).kind == .apiKey)
    }
}
