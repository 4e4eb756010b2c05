import Foundation
import Store
import Testing

@Suite("The file with the vault's keys")
struct VaultKeyFileTests {
    private func write(_ text: String, to path: String, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test("is made once, for its owner only, and read again")
    func made() async throws {
        try await withTemporaryFolder { folder in
            let file = VaultKeyFile(path: "\(folder)/keys/vault.key", keeper: .daemon)
            let ring = try file.keys(mayMake: true)
            #expect(try file.keys(mayMake: true) == ring)
            for (path, mode) in [(file.path, 0o600), ("\(folder)/keys", 0o700)] {
                #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/keys") == ["vault.key"])
        }
    }

    @Test("is not made anew where secrets are sealed already, nor in the place of one that was named")
    func notMade() async throws {
        try await withTemporaryFolder { folder in
            let own = VaultKeyFile(path: "\(folder)/vault.key", keeper: .daemon)
            #expect(throws: VaultError.keyMissing(path: own.path)) { try own.keys(mayMake: false) }
            let named = VaultKeyFile(path: "\(folder)/vault.key", keeper: .administrator)
            #expect(throws: VaultError.keyMissing(path: own.path)) { try named.keys(mayMake: true) }
        }
    }

    @Test("is refused while others can read it", arguments: [0o640, 0o604, 0o666])
    func exposed(mode: Int) async throws {
        try await withTemporaryFolder { folder in
            let file = VaultKeyFile(path: "\(folder)/vault.key", keeper: .daemon)
            _ = try file.keys(mayMake: true)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
            let error = #expect(throws: VaultError.self) { try file.keys(mayMake: true) }
            #expect(error == .keyExposed(path: file.path, mode: UInt32(mode)))
            #expect(error?.description.contains("chmod 600") == true)
        }
    }

    @Test(
        "says which line is no key, and never what stands there",
        arguments: [
            ("", 1), ("# a note\n", 1), ("c2hvcnQ=\n", 1), ("# a note\nhunter2 hunter2\n", 2),
            (String(repeating: "A", count: 43) + "=\n\nnot-a-key\n", 3),
        ]
    )
    func malformed(text: String, line: Int) async throws {
        try await withTemporaryFolder { folder in
            try write(text, to: "\(folder)/vault.key")
            let file = VaultKeyFile(path: "\(folder)/vault.key", keeper: .administrator)
            let error = #expect(throws: VaultError.self) { try file.keys(mayMake: false) }
            #expect(error == .keyMalformed(path: file.path, line: line))
            #expect(error?.description.contains("hunter2") == false)
        }
    }

    @Test("the one that somebody else keeps is never written")
    func readOnly() async throws {
        try await withTemporaryFolder { folder in
            try write(String(repeating: "A", count: 43) + "=\n", to: "\(folder)/vault.key", mode: 0o400)
            let file = VaultKeyFile(path: "\(folder)/vault.key", keeper: .administrator)
            let ring = try file.keys(mayMake: false)
            #expect(throws: VaultError.self) { try file.write(ring) }
        }
    }

    @Test("the service manager's comes first, then the one that was named, then the one in the home")
    func chosen() async throws {
        try await withTemporaryFolder { folder in
            let named = ["OPENWORK_VAULT_KEY_FILE": "/etc/openwork.key", "CREDENTIALS_DIRECTORY": folder]
            #expect(VaultKeyFile.choose(home: "/h", environment: named).path == "/etc/openwork.key")
            #expect(VaultKeyFile.choose(home: "/h", environment: [:]).path == "/h/keys/vault.key")
            try write("x", to: "\(folder)/openwork-vault-key")
            let credential = VaultKeyFile.choose(home: "/h", environment: named)
            #expect(credential == VaultKeyFile(path: "\(folder)/openwork-vault-key", keeper: .serviceManager))
        }
    }
}
