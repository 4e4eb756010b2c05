import Health
import Store
import Testing

@Suite("The history of health")
struct HealthStoreTests {
    private static let hour: Int64 = 3_600
    private static let day: Int64 = 86_400

    @Test("counts the contacts of a minute by class, with their latencies", arguments: StoreDoor.allCases)
    func counts(door: StoreDoor) async throws {
        try await door.withStore { store in
            let contacts: [(Int64, OutcomeCode, Duration?)] = [
                (0, .ok, .milliseconds(10)), (20, .slow, .milliseconds(30)), (59, .timeout, nil),
                (60, .credentialInvalid, .milliseconds(5)),
            ]
            try await store.record(
                contacts.map { StoredContact(integration: "a", at: .after($0), code: $1, latency: $2) },
                []
            )
            let minutes = try await store.contacts(of: "a", since: .after(0))
            #expect(minutes.map(\.counts) == [["good": 2, "reach": 1], ["auth": 1]])
            #expect(minutes.map(\.width) == [.minute, .minute])
            #expect(minutes.map(\.start) == [.after(0), .after(60)])
            #expect(minutes.map(\.meanLatency) == [.milliseconds(20), .milliseconds(5)])
            #expect(minutes.map(\.longestLatency) == [.milliseconds(30), .milliseconds(5)])
            #expect(try await store.contacts(of: "a", since: .after(60)).count == 1)
        }
    }

    @Test(
        "joins minutes into hours and hours into days, and loses no contact on the way",
        arguments: StoreDoor.allCases
    )
    func rollsUp(door: StoreDoor) async throws {
        try await door.withStore { store in
            let now = 60 * Self.day
            // One contact every ten minutes for forty days, the last of them now.
            let moments = stride(from: now - 40 * Self.day, through: now, by: 600)
            let contacts = moments.map {
                StoredContact(integration: "a", at: .after($0), code: .ok, latency: .milliseconds(7))
            }
            try await store.record(contacts, [])
            let saved = try await store.rollUpHealth(HealthRetention(), at: .after(now))
            let spans = try await store.contacts(of: "a", since: .after(0))
            #expect(saved == contacts.count - spans.count)
            #expect(spans.reduce(0) { $0 + $1.total } == contacts.count)
            #expect(spans.filter { $0.width == .minute }.count == 6 * 6 + 1)
            #expect(spans.filter { $0.width == .hour }.count == 14 * 24 - 6)
            #expect(spans.filter { $0.width == .day }.count == 26)
            #expect(spans.allSatisfy { $0.meanLatency == .milliseconds(7) && $0.longestLatency == .milliseconds(7) })
            #expect(spans.map(\.start) == spans.map(\.start).sorted())
            #expect(try await store.rollUpHealth(HealthRetention(), at: .after(now)) == 0)
        }
    }

    @Test("a contact that comes late is added to the hour it belongs to", arguments: StoreDoor.allCases)
    func late(door: StoreDoor) async throws {
        try await door.withStore { store in
            let late = StoredContact(integration: "a", at: .after(30), code: .ok)
            for _ in 0..<2 {
                try await store.record([late], [])
                try await store.rollUpHealth(HealthRetention(), at: .after(Self.day))
            }
            let spans = try await store.contacts(of: "a", since: .after(0))
            #expect(spans.map(\.width) == [.hour])
            #expect(spans.first?.counts == ["good": 2])
        }
    }

    @Test("forgets what is too old, and all but the newest changes", arguments: StoreDoor.allCases)
    func forgets(door: StoreDoor) async throws {
        try await door.withStore { store in
            let now = 500 * Self.day
            try await store.record(
                [0, 499].map { StoredContact(integration: "a", at: .after($0 * Self.day), code: .ok) },
                [.sample("b")] + (0..<5).map { .sample("a", at: .after(now - 10 + $0), code: "c\($0)") }
            )
            try await store.rollUpHealth(HealthRetention(changes: 3), at: .after(now))
            #expect(try await store.contacts(of: "a", since: .after(0)).count == 1)
            let changes = try await store.healthChanges(of: "a", since: .after(0), limit: 10)
            #expect(changes.map(\.code) == ["c4", "c3", "c2"])
            #expect(try await store.healthChanges(of: "b", since: .after(0), limit: 10) == [])
        }
    }

    @Test("tells the changes of one integration and the latest of each", arguments: StoreDoor.allCases)
    func changes(door: StoreDoor) async throws {
        try await door.withStore { store in
            let first = StoredHealthChange.sample("a", at: .after(1))
            let second = StoredHealthChange.sample("a", at: .after(2), code: "timeout")
            try await store.record([], [first, .sample("b", at: .after(1))])
            try await store.record([], [second])
            #expect(try await store.healthChanges(of: "a", since: .after(0), limit: 10) == [second, first])
            #expect(try await store.healthChanges(of: "a", since: .after(2), limit: 10) == [second])
            #expect(try await store.healthChanges(of: "a", since: .after(0), limit: 1) == [second])
            #expect(try await store.latestHealthChanges() == ["a": second, "b": .sample("b", at: .after(1))])
        }
    }
}
