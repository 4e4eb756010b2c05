import JSON
import Setup
import Testing

@Suite("A file that answers the wizard")
struct SetupFileTests {
    private static let text = """
        roles: [engineering]
        integrations:
          github:
            server: npm
            env:
              GITHUB_PERSONAL_ACCESS_TOKEN: { env: GITHUB_TOKEN }
              GITHUB_HOST: https://github.example
              PIN: 0042
          jira:
            env: { JIRA_API_TOKEN: { file: /run/secrets/jira } }
          docker:
        clients: [claude-code]
        """

    @Test("says roles, settings and clients, and where secrets are")
    func whole() throws {
        let file = try SetupFile(try SetupText.read(Array(Self.text.utf8)))
        #expect(file.roles == ["engineering"])
        #expect(file.clients == ["claude-code"])
        #expect(
            file.items == [
                SetupFile.Item(
                    id: "github",
                    server: "npm",
                    values: [
                        ("GITHUB_PERSONAL_ACCESS_TOKEN", .variable("GITHUB_TOKEN")),
                        ("GITHUB_HOST", .plain("https://github.example")), ("PIN", .plain("0042")),
                    ]
                ),
                SetupFile.Item(id: "jira", server: nil, values: [("JIRA_API_TOKEN", .file("/run/secrets/jira"))]),
                SetupFile.Item(id: "docker", server: nil, values: []),
            ]
        )
    }

    @Test("may be JSON")
    func json() throws {
        let file = try SetupFile(try SetupText.read(Array(#"{"roles": ["ops"]}"#.utf8)))
        #expect(file.roles == ["ops"])
    }

    @Test("tells everything that is wrong at once, with its place and the fix")
    func faults() throws {
        let text = "rolls: [a]\nroles: b\nintegrations:\n  x: {enf: {}, env: {A: [1]}}\n"
        let json = try SetupText.read(Array(text.utf8))
        let faults = #expect(throws: SetupFaults.self) { try SetupFile(json) }
        #expect(
            faults?.faults == [
                "rolls is not known here, did you mean roles?", "roles is no list: write [one, another]",
                "integrations.x.enf is not known here, did you mean env?",
                "integrations.x.env.A is neither a value nor a reference: write a text, {env: VARIABLE} or {file: PATH}",
            ]
        )
    }

    @Test(
        "that cannot be read is said to be so, without quoting it",
        arguments: ["a: [s3cr3t", "{\"a\": s3cr3t", "", "s3cr3t"]
    )
    func unreadable(_ text: String) {
        let faults = #expect(throws: SetupFaults.self) { try SetupFile(try SetupText.read(Array(text.utf8))) }
        #expect(faults?.description.contains("s3cr3t") == false)
    }
}
