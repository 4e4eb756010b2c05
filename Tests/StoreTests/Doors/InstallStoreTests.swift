import Store
import Testing

@Suite("Installed versions of a server")
struct InstallStoreTests {
    @Test("the one added last is in use, and only that one", arguments: StoreDoor.allCases)
    func adds(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.addInstall(.sample("a", "1.0", at: .after(0)))
            try await store.addInstall(.sample("a", "1.1", at: .after(9)))
            try await store.addInstall(.sample("b", "5", at: .after(3)))
            let installs = try await store.installs(of: "a")
            #expect(installs.map(\.version) == ["1.1", "1.0"])
            #expect(installs.map(\.isCurrent) == [true, false])
            #expect(installs.last?.integrity == "sha256:00")
        }
    }

    @Test("an upgrade is taken back to what was in use before, never to what failed", arguments: StoreDoor.allCases)
    func rollsBack(door: StoreDoor) async throws {
        try await door.withStore { store in
            for (version, second) in [("1.0", 0), ("1.1", 1), ("1.2", 2)] {
                try await store.addInstall(.sample("a", version, at: .after(Int64(second))))
            }
            #expect(try await store.rollBackInstall(of: "a")?.version == "1.1")
            #expect(try await store.rollBackInstall(of: "a")?.version == "1.0")
            #expect(try await store.rollBackInstall(of: "a") == nil)
            #expect(try await store.installs(of: "a").filter(\.isCurrent).map(\.version) == ["1.0"])
        }
    }

    @Test("installing a version again makes it the one in use", arguments: StoreDoor.allCases)
    func again(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.addInstall(.sample("a", "1.0", at: .after(0)))
            try await store.addInstall(.sample("a", "1.1", at: .after(1)))
            try await store.addInstall(.sample("a", "1.0", at: .after(2)))
            #expect(try await store.installs(of: "a").filter(\.isCurrent).map(\.version) == ["1.0"])
            #expect(try await store.rollBackInstall(of: "a")?.version == "1.1")
        }
    }

    @Test("what is in use cannot be removed", arguments: StoreDoor.allCases)
    func removes(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.addInstall(.sample("a", "1.0"))
            try await store.addInstall(.sample("a", "1.1"))
            #expect(try await store.removeInstall(of: "a", version: "1.1") == false)
            #expect(try await store.removeInstall(of: "a", version: "1.0"))
            #expect(try await store.removeInstall(of: "a", version: "1.0") == false)
            #expect(try await store.rollBackInstall(of: "a") == nil)
        }
    }
}
