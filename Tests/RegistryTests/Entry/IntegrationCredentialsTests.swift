import Registry
import Testing

@Suite("What has to be configured")
struct IntegrationCredentialsTests {
    private static func entry(_ fields: [ConfigField], _ auth: AuthScheme?) -> (Integration, IntegrationServer) {
        let server = IntegrationServer(.npm, package: "x", version: "1.0.0")
        var integration = Integration(id: "x", name: "X", servers: [server])
        integration.configSchema = fields
        integration.auth = auth
        return (integration, server)
    }

    @Test(
        "is there or not, and a made-up configuration is always enough",
        arguments: [
            ([ConfigField("KEY", required: true, secret: true)], nil, ["KEY"], ["OTHER"]),
            ([ConfigField("KEY", secret: true)], nil, ["KEY"], []),
            (
                [
                    ConfigField("URL", .url, required: true), ConfigField("A", secret: true),
                    ConfigField("B", secret: true),
                ],
                AuthScheme(.apiKey, alternatives: [["A"], ["B", "URL"]]),
                ["URL", "B"],
                ["URL"]
            ),
            ([ConfigField("SITE", required: true)], AuthScheme(.oauth2), ["SITE"], []),
        ] as [([ConfigField], AuthScheme?, Set<String>, Set<String>)]
    )
    func complete(fields: [ConfigField], auth: AuthScheme?, enough: Set<String>, tooLittle: Set<String>) {
        let (integration, server) = Self.entry(fields, auth)
        #expect(integration.hasCredentials(for: server, given: enough.contains))
        #expect(!integration.hasCredentials(for: server, given: tooLittle.contains))
        let sample = integration.sampleConfiguration(of: server)
        #expect(integration.hasCredentials(for: server) { sample[$0] != nil })
    }

    @Test("is nothing where the entry declares no credential")
    func none() {
        let (integration, server) = Self.entry([ConfigField("COLOUR")], AuthScheme(.none))
        #expect(integration.hasCredentials(for: server) { _ in false })
        #expect(integration.sampleConfiguration(of: server).isEmpty)
    }
}
