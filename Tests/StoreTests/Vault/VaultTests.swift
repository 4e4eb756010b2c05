import Foundation
import Store
import Testing

@Suite("The vault")
struct VaultTests {
    private static let place = SecretPlace(.setting, "jira", "TOKEN")

    @Test("opens what it sealed, and seals the same text differently each time", arguments: ["", "a", "naïve 🔑\n"])
    func roundTrip(text: String) throws {
        let vault = Vault(VaultKeyRing(VaultKey()))
        let (one, two) = try (vault.seal(text, for: Self.place), vault.seal(text, for: Self.place))
        #expect(try vault.open(one, for: Self.place) == text)
        #expect(one.box != two.box)
        #expect(one.keyID == vault.keys.present.id)
    }

    @Test(
        "a value does not open in another place",
        arguments: [
            SecretPlace(.setting, "jira", "TOKEN2"), SecretPlace(.setting, "jir", "aTOKEN"),
            SecretPlace(.login, "jira", "TOKEN"),
        ]
    )
    func moved(other: SecretPlace) throws {
        let vault = Vault(VaultKeyRing(VaultKey()))
        let sealed = try vault.seal("text", for: Self.place)
        #expect(throws: VaultError.damaged(other)) { try vault.open(sealed, for: other) }
    }

    @Test("a value with one bit changed does not open")
    func changed() throws {
        let vault = Vault(VaultKeyRing(VaultKey()))
        let sealed = try vault.seal("text", for: Self.place)
        for index in sealed.box.indices {
            var box = sealed.box
            box[index] ^= 1
            let forged = SealedSecret(keyID: sealed.keyID, box: box)
            #expect(throws: VaultError.damaged(Self.place)) { try vault.open(forged, for: Self.place) }
        }
        let empty = SealedSecret(keyID: sealed.keyID, box: [])
        #expect(throws: VaultError.damaged(Self.place)) { try vault.open(empty, for: Self.place) }
    }

    @Test("names the key that is missing, and shows none")
    func wrongKey() async throws {
        let (right, wrong) = (VaultKey(), VaultKey())
        let sealed = try Vault(VaultKeyRing(right)).seal("text", for: Self.place)
        let vault = Vault(VaultKeyRing(wrong))
        #expect(throws: VaultError.unknownKey(id: right.id)) { try vault.open(sealed, for: Self.place) }
        let store = try SQLiteStore.inMemory()
        try await store.configure("jira", ConfigurationChange(values: ["TOKEN": .sealed(sealed)]), at: .after(0))
        await #expect(throws: VaultError.unknownKey(id: right.id)) { try await vault.check(store) }
        #expect("\(right)" == "key \(right.id)")
        var dumped = ""
        dump(VaultKeyRing(right), to: &dumped)
        #expect(dumped.contains("SymmetricKey") == false)
    }

    @Test("after a rotation everything opens with the new key alone, what was written meanwhile included")
    func rotates() async throws {
        try await withTemporaryFolder { folder in
            let file = VaultKeyFile(path: "\(folder)/keys/vault.key", keeper: .daemon)
            let store = try SQLiteStore.inMemory()
            let vault = try await Vault.open(file, for: store)
            let former = vault.keys.present
            for number in 0..<20 {
                let place = SecretPlace(.setting, "i\(number)", "TOKEN")
                let change = ConfigurationChange(values: ["TOKEN": .sealed(try vault.seal("t\(number)", for: place))])
                try await store.configure(place.integration, change, at: .after(0))
            }
            // Sealed before, written after.
            let late = try vault.seal("late", for: SecretPlace(.login, "a", "grant"))
            #expect(try await vault.rotate(file, in: store) == 20)
            try await store.keepLogin(late, "grant", of: "a", at: .after(1))
            #expect(try vault.open(late, for: SecretPlace(.login, "a", "grant")) == "late")

            let reopened = try await Vault.open(file, for: store)
            #expect(reopened.keys.former == [former])
            #expect(try await reopened.rotate(file, in: store) == 21)
            let last = try await Vault.open(file, for: store)
            #expect(last.keys.former.isEmpty)
            #expect(try file.keys(mayMake: false) == last.keys)
            let sealed = try #require(try await store.configuration(of: "i7")?.secrets["TOKEN"])
            #expect(try last.open(sealed, for: SecretPlace(.setting, "i7", "TOKEN")) == "t7")
        }
    }

    @Test("no secret can be found in the file of the store, in any dress", arguments: ["canary-7f3a9c51-e0b2"])
    func canary(secret: String) async throws {
        try await withTemporaryFolder { folder in
            let store = try SQLiteStore(path: "\(folder)/openwork.db")
            let vault = Vault(VaultKeyRing(VaultKey()))
            let sealed = try vault.seal(secret, for: Self.place)
            try await store.configure("jira", ConfigurationChange(values: ["TOKEN": .sealed(sealed)]), at: .after(0))
            for suffix in ["", "-wal"] {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/openwork.db" + suffix))
                for dress in [Data(secret.utf8), Data(Data(secret.utf8).base64EncodedString().prefix(20).utf8)] {
                    #expect(bytes.range(of: dress) == nil)
                }
            }
            try store.close()
        }
    }
}
