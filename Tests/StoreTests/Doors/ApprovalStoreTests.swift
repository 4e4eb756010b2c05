import Store
import Testing

@Suite("Approved definitions of tools")
struct ApprovalStoreTests {
    @Test("a changed definition waits beside the approved one until it is approved", arguments: StoreDoor.allCases)
    func waits(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.approve([.sample("t", "h1"), .sample("s", "h1")], of: "a", by: "me", at: .after(0))
            try await store.quarantine([.sample("t", "h2"), .sample("new", "h1")], of: "a", at: .after(5))
            try await store.quarantine([.sample("t", "h2")], of: "a", at: .after(9))
            var known = try await store.approvals(of: "a")
            #expect(known.map(\.tool) == ["new", "s", "t"])
            #expect(known.map(\.approved?.definition.hash) == [nil, "h1", "h1"])
            #expect(known.map(\.waiting?.definition.hash) == ["h1", nil, "h2"])
            #expect(known.last?.waiting?.since == .after(5))
            #expect(known.last?.approved?.party == "me")
            try await store.approve([.sample("t", "h2")], of: "a", by: "you", at: .after(10))
            known = try await store.approvals(of: "a")
            #expect(known.last?.approved?.definition == .sample("t", "h2"))
            #expect(known.last?.waiting == nil)
        }
    }

    @Test("what the server took back no longer waits", arguments: StoreDoor.allCases)
    func drops(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.approve([.sample("t", "h1")], of: "a", by: "me", at: .after(0))
            try await store.quarantine([.sample("t", "h2"), .sample("new", "h1")], of: "a", at: .after(5))
            try await store.dropQuarantined(["t", "new", "unknown"], of: "a")
            let known = try await store.approvals(of: "a")
            #expect(known.map(\.tool) == ["t"])
            #expect(known.first?.waiting == nil)
            #expect(known.first?.approved?.definition == .sample("t", "h1"))
        }
    }

    @Test("what was refused waits with a mark, and another definition without", arguments: StoreDoor.allCases)
    func marked(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.approve([.sample("t", "h1"), .sample("first", "h1")], of: "a", by: "me", at: .after(0))
            try await store.quarantine([.sample("t", "h2")], of: "a", at: .after(5))
            try await store.refuse(
                [.sample("t", "h2"), .sample("first", "h1"), .sample("none", "h1")],
                of: "a",
                at: .after(6)
            )
            var known = try await store.approvals(of: "a")
            #expect(known.map(\.tool) == ["first", "t"])
            #expect(known.map(\.approved?.definition.hash) == [nil, "h1"])
            #expect(known.map(\.waiting?.isRefused) == [true, true])
            // The server goes back, and then tries the same again.
            try await store.dropQuarantined(["t"], of: "a")
            try await store.quarantine([.sample("t", "h2")], of: "a", at: .after(8))
            #expect(try await store.approvals(of: "a").last?.waiting?.isRefused == true)
            try await store.quarantine([.sample("t", "h3")], of: "a", at: .after(9))
            #expect(try await store.approvals(of: "a").last?.waiting?.isRefused == false)
            try await store.approve([.sample("first", "h1")], of: "a", by: "me", at: .after(10))
            known = try await store.approvals(of: "a")
            #expect(known.first?.waiting == nil && known.first?.approved?.definition.hash == "h1")
        }
    }

    @Test("what is approved cannot wait as well", arguments: StoreDoor.allCases)
    func refused(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.approve([.sample("t", "h1")], of: "a", by: "me", at: .after(0))
            let error = await #expect(throws: StoreError.self) {
                try await store.quarantine([.sample("t", "h1")], of: "a", at: .after(5))
            }
            #expect(error?.code == .refused)
        }
    }
}
