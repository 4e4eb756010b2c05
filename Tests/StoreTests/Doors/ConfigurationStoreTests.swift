import Health
import Store
import Testing

@Suite("What people set for an integration")
struct ConfigurationStoreTests {
    @Test("keeps settings and secrets apart, and counts changes", arguments: StoreDoor.allCases)
    func keeps(door: StoreDoor) async throws {
        try await door.withStore { store in
            #expect(try await store.configuration(of: "jira") == nil)
            let first = ConfigurationChange(values: ["URL": .plain("https://a"), "TOKEN": .sealed(.sample(1))])
            try await store.configure("jira", first, at: .after(0))
            var second = ConfigurationChange(values: ["URL": .plain("https://b")], isEnabled: false)
            second.server = .some("pypi")
            let present = try await store.configure("jira", second, at: .after(5))
            #expect(present.revision == 2)
            #expect(present.settings == ["URL": "https://b"])
            #expect(present.secrets == ["TOKEN": .sample(1)])
            #expect(present.isEnabled == false)
            #expect(present.server == "pypi")
            #expect(present.changedAt == .after(5))
            #expect(try await store.configuration(of: "jira") == present)
        }
    }

    @Test(
        "a variable that becomes a secret is no plain value any more, nor the other way round",
        arguments: StoreDoor.allCases
    )
    func oneValue(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.configure("a", ConfigurationChange(values: ["X": .plain("1")]), at: .after(0))
            let sealed = try await store.configure(
                "a",
                ConfigurationChange(values: ["X": .sealed(.sample(2))]),
                at: .after(1)
            )
            #expect(sealed.settings.isEmpty)
            #expect(sealed.secrets == ["X": .sample(2)])
            let none = try await store.configure("a", ConfigurationChange(values: ["X": .absent]), at: .after(2))
            #expect(none.settings.isEmpty && none.secrets.isEmpty)
        }
    }

    @Test("a change made from an old revision changes nothing", arguments: StoreDoor.allCases)
    func conflict(door: StoreDoor) async throws {
        try await door.withStore { store in
            let new = ConfigurationChange(values: ["X": .plain("1")], expectedRevision: 0)
            try await store.configure("a", new, at: .after(0))
            let stale = ConfigurationChange(values: ["X": .plain("2")], expectedRevision: 0)
            let error = await #expect(throws: StoreError.self) { try await store.configure("a", stale, at: .after(1)) }
            #expect(error?.code == .conflict)
            #expect(try await store.configuration(of: "a")?.settings == ["X": "1"])
        }
    }

    @Test("what breaks a rule of the store is refused as a whole", arguments: StoreDoor.allCases)
    func refused(door: StoreDoor) async throws {
        try await door.withStore { store in
            let wrong = ConfigurationChange(values: ["X": .plain("1"), "": .plain("2")])
            let error = await #expect(throws: StoreError.self) { try await store.configure("a", wrong, at: .after(0)) }
            #expect(error?.code == .refused)
            let all = try await store.configurations()
            #expect(all.isEmpty)
        }
    }

    @Test("lists every configuration by id", arguments: StoreDoor.allCases)
    func lists(door: StoreDoor) async throws {
        try await door.withStore { store in
            for id in ["b", "a", "c"] {
                try await store.configure(id, ConfigurationChange(values: ["ID": .plain(id)]), at: .after(0))
            }
            let all = try await store.configurations()
            #expect(all.map(\.integration) == ["a", "b", "c"])
            #expect(all.map(\.settings) == [["ID": "a"], ["ID": "b"], ["ID": "c"]])
        }
    }

    @Test("keeps what a log-in brought until it is forgotten", arguments: StoreDoor.allCases)
    func logins(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.keepLogin(.sample(1), "grant https://a/mcp", of: "a", at: .after(0))
            try await store.keepLogin(.sample(2), "grant https://a/mcp", of: "a", at: .after(1))
            #expect(try await store.login("grant https://a/mcp", of: "a") == .sample(2))
            #expect(try await store.login("grant https://a/mcp", of: "b") == nil)
            try await store.keepLogin(nil, "grant https://a/mcp", of: "a", at: .after(2))
            #expect(try await store.login("grant https://a/mcp", of: "a") == nil)
        }
    }

    @Test("forgetting an integration leaves its audit and nothing else", arguments: StoreDoor.allCases)
    func forgets(door: StoreDoor) async throws {
        try await door.withStore { store in
            for id in ["gone", "kept"] {
                try await store.configure(id, ConfigurationChange(values: ["T": .sealed(.sample(1))]), at: .after(0))
                try await store.keepLogin(.sample(2), "grant", of: id, at: .after(0))
                try await store.addInstall(.sample(id, "1.0"))
                try await store.record([StoredContact(integration: id, at: .after(0), code: .ok)], [.sample(id)])
                try await store.approve([.sample("t", "h")], of: id, by: "me", at: .after(0))
                var row = AuditRow(at: .after(0), action: "configure", party: "me", outcome: "ok")
                row.integration = id
                try await store.audit([row])
            }
            try await store.assign([RoleAssignment("gone"), RoleAssignment("kept")], to: "ops")
            #expect(try await store.forget("gone"))
            #expect(try await store.forget("gone") == false)
            #expect(try await store.configurations().map(\.integration) == ["kept"])
            #expect(try await store.login("grant", of: "gone") == nil)
            #expect(try await store.installs(of: "gone") == [])
            #expect(try await store.contacts(of: "gone", since: .after(-60)) == [])
            #expect(try await store.latestHealthChanges().keys.sorted() == ["kept"])
            #expect(try await store.approvals(of: "gone") == [])
            #expect(try await store.roleAssignments() == ["ops": [RoleAssignment("kept")]])
            #expect(try await store.auditPage(AuditQuery(integration: "gone")).rows.count == 1)
        }
    }

    @Test("seals every value again, or none when one cannot be", arguments: StoreDoor.allCases)
    func reseals(door: StoreDoor) async throws {
        struct Refusal: Error {}
        try await door.withStore { store in
            try await store.configure(
                "a",
                ConfigurationChange(values: ["X": .sealed(.sample(1)), "Y": .plain("y")]),
                at: .after(0)
            )
            try await store.keepLogin(.sample(2), "grant", of: "b", at: .after(0))
            await #expect(throws: StoreError.self) {
                try await store.reseal { place, secret in
                    guard place.kind == .setting else { throw Refusal() }
                    return SealedSecret(keyID: "k2", box: secret.box)
                }
            }
            #expect(try await store.vaultKeys() == ["k1"])
            let count = try await store.reseal { _, secret in SealedSecret(keyID: "k2", box: secret.box + [7]) }
            #expect(count == 2)
            #expect(try await store.vaultKeys() == ["k2"])
            #expect(try await store.configuration(of: "a")?.secrets["X"]?.box == [1, 0, 255, 7])
        }
    }
}
