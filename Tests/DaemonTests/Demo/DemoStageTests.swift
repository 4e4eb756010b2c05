import Probing
import Registry
import Testing

@testable import Daemon

@Suite struct DemoStageTests {
    private static let entry = Integration(id: "github", name: "GitHub", servers: [IntegrationServer(.npm)])

    @Test func `A mock plays what is wrong from its next start on`() {
        let stage = DemoStage(mock: "/bin/openwork-mock", standing: ["github": "invalid"])
        let words = { stage.standIn(for: Self.entry, Self.entry.servers[0]).arguments }
        #expect(words().starts(with: ["github", "--server", "npm", "--condition", "invalid"]))
        stage.set(nil, of: "github")
        #expect(words().contains("sound"))
    }

    @Test func `What a pattern demands at the end stays there`() {
        var field = ConfigField("API_KEY", required: true, secret: true)
        field.pattern = "-[a-z]+[0-9]+$"
        #expect(Demo.value(of: field).wholeMatch(of: /.*-[a-z]+[0-9]+/) != nil)
    }

    @Test func `Every incident is of an integration that is shipped`() {
        var loader = RegistryLoader(shipped: ShippedFiles.find())
        let snapshot = loader.load()
        for incident in DemoIncident.script { #expect(snapshot[incident.integration] != nil) }
        for id in DemoIncident.standing.keys { #expect(snapshot[id] != nil) }
    }
}
