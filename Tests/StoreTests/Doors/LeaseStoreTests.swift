import Store
import Testing

@Suite("Leases")
struct LeaseStoreTests {
    @Test("one holder at a time, who may keep it, lose it by age, or give it back", arguments: StoreDoor.allCases)
    func oneHolder(door: StoreDoor) async throws {
        try await door.withStore { store in
            func take(_ holder: String, at second: Int64) async throws -> Bool {
                try await store.takeLease("probe a", for: holder, lasting: .seconds(30), at: .after(second))
            }
            #expect(try await take("one", at: 0))
            #expect(try await take("two", at: 29) == false)
            #expect(try await take("one", at: 29))
            #expect(try await take("two", at: 58) == false)
            #expect(try await take("two", at: 59))
            #expect(try await take("one", at: 60) == false)
            try await store.giveLeaseBack("probe a", of: "one")
            #expect(try await take("one", at: 61) == false)
            try await store.giveLeaseBack("probe a", of: "two")
            #expect(try await take("one", at: 62))
            #expect(try await store.takeLease("probe b", for: "two", lasting: .seconds(1), at: .after(62)))
        }
    }
}
