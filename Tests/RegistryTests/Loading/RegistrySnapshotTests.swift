import JSON
import Registry
import Testing

@Suite struct RegistrySnapshotTests {
    private static let shipped = """
        {
          "id": "github", "name": "GitHub", "roles": ["engineering"],
          "servers": [{"kind": "remote", "url": "https://example.com"}],
          "tools": ["get_me"]
        }
        """

    private static func document(_ text: String, _ file: String = "user.json") -> RegistryDocument {
        RegistryDocument(file: file, bytes: Array(text.utf8), .integrations)
    }

    private static func snapshot(_ user: String) -> RegistrySnapshot {
        RegistrySnapshot(catalogue: [document(shipped, "github.json")], userEntries: [document(user)])
    }

    @Test(
        "takes a list, one entry, or an object with the list",
        arguments: [
            #"[{"id": "a", "name": "A"}]"#, #"{"id": "a", "name": "A"}"#,
            #"{"integrations": [{"id": "a", "name": "A"}]}"#,
        ]
    )
    func forms(text: String) {
        let snapshot = Self.snapshot(text)
        #expect(snapshot.integrations.map(\.id) == ["github", "a"])
        #expect(snapshot.faults.isEmpty)
    }

    @Test("replaces the members that the user gives, and keeps the others")
    func overlay() {
        let snapshot = Self.snapshot(#"{"id": "github", "name": "Our GitHub", "health": {"interval": "5m"}}"#)
        let entry = snapshot["github"]
        #expect(entry?.name == "Our GitHub")
        #expect(entry?.health.interval == .seconds(300))
        #expect(entry?.tools == [ToolFacts("get_me")])
        #expect(!snapshot.isAsShipped("github"))
    }

    @Test("finds what somebody probably meant", arguments: [("gihtub", "github"), ("git", "github"), ("zzz", nil)])
    func nearest(id: String, meant: String?) {
        #expect(Self.snapshot("[]").nearest(to: id) == meant)
        #expect(Self.snapshot("[]")[id] == nil)
    }

    @Test("takes the user's package instead of the shipped servers")
    func package() {
        let entry = Self.snapshot(#"{"id": "github", "npmPackage": "ours@1.0.0"}"#)["github"]
        #expect(entry?.servers == [IntegrationServer(.npm, package: "ours", version: "1.0.0")])
    }

    @Test("reports a bad entry with its line, and keeps the others and what is shipped")
    func badEntries() {
        let snapshot = Self.snapshot(
            """
            [
              {"id": "good", "name": "Good"},
              {"id": "bad", "name": "Bad", "tols": []},
              {"id": "github",
               "tier": "P9"},
              {"id": "good", "name": "Again"},
              7
            ]
            """
        )
        #expect(snapshot.integrations.map(\.name) == ["GitHub", "Good"])
        #expect(
            snapshot.faults.map(\.description) == [
                "user.json:7:3: [4] is the number 7: write an object in braces",
                "user.json:3:32: bad.tols is not known: did you mean tools?",
                "user.json:5:4: github.tier is \"P9\": write P0, or another one of P0, P1, P2",
                "user.json:6:4: good.id is \"good\" a second time: choose another id, or mend the entry in user.json",
            ]
        )
    }

    @Test("says where a text stops being JSON")
    func notJSON() {
        let snapshot = Self.snapshot("[\n  {\"id\": \"a\",}\n]")
        #expect(
            snapshot.faults.map(\.description) == [
                "user.json:2:14: the file is not JSON: a comma stands before the closing bracket"
            ]
        )
        #expect(snapshot.integrations.map(\.id) == ["github"])
    }

    @Test("adds an entry to the roles that it names, and reports names that nobody has")
    func roles() {
        let roles = """
            [{"id": "engineering", "name": "Engineering", "mcpServers": ["gihtub"]},
             {"id": "ops", "name": "Ops"}]
            """
        let snapshot = RegistrySnapshot(
            catalogue: [Self.document(Self.shipped, "github.json")],
            roles: [RegistryDocument(file: "roles.json", bytes: Array(roles.utf8), .roles)],
            userEntries: [Self.document(#"{"id": "a", "name": "A", "roles": ["ops", "enginering"]}"#)]
        )
        #expect(snapshot.integrations(ofRole: "engineering")?.map(\.id) == ["github"])
        #expect(snapshot.integrations(ofRole: "ops")?.map(\.id) == ["a"])
        #expect(snapshot.integrations(ofRole: "nobody") == nil)
        #expect(
            snapshot.faults.map(\.description) == [
                "roles.json:1:62: engineering.mcpServers[0] is \"gihtub\", which no entry has: did you mean github?",
                "user.json:1:43: a.roles[1] is \"enginering\", which is no role: did you mean engineering?",
            ]
        )
    }

    @Test("lets the user's role take the place of the shipped one")
    func userRole() {
        let shipped = #"{"id": "ops", "name": "Ops", "mcpServers": ["github"]}"#
        let own = #"{"id": "ops", "name": "Our ops"}"#
        let snapshot = RegistrySnapshot(
            catalogue: [Self.document(Self.shipped)],
            roles: [RegistryDocument(file: "ops.json", bytes: Array(shipped.utf8), .roles)],
            userRoles: [RegistryDocument(file: "own.json", bytes: Array(own.utf8), .roles)]
        )
        #expect(snapshot.role("ops") == Role(id: "ops", name: "Our ops"))
        // The entry names a role that is not there.
        #expect(snapshot.faults.map(\.rule) == ["REG-ROLE"])
    }
}
