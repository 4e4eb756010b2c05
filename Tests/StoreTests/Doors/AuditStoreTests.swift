import Store
import Testing

@Suite("The audit")
struct AuditStoreTests {
    private func row(_ number: Int64, _ integration: String? = nil, party: String = "ops") -> AuditRow {
        var row = AuditRow(
            at: .after(number),
            action: number % 2 == 0 ? "call" : "configure",
            party: party,
            outcome: "ok"
        )
        row.integration = integration
        row.tool = "tool\(number)"
        row.duration = .microseconds(120)
        row.argumentsHash = "h"
        row.trace = "00-1-2-01"
        return row
    }

    @Test("gives page after page, the newest first, until there is none", arguments: StoreDoor.allCases)
    func pages(door: StoreDoor) async throws {
        try await door.withStore { store in
            let rows = (0..<7).map { row($0) }
            try await store.audit(rows)
            var found: [AuditRow] = []
            var query = AuditQuery(limit: 3)
            repeat {
                let page = try await store.auditPage(query)
                #expect(page.rows.count <= 3)
                found += page.rows
                query.before = page.next
            } while query.before != nil
            #expect(found == rows.reversed())
        }
    }

    @Test("a page is not disturbed by what is added meanwhile", arguments: StoreDoor.allCases)
    func stable(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.audit((0..<4).map { row($0) })
            var query = AuditQuery(limit: 2)
            query.before = try await store.auditPage(query).next
            try await store.audit([row(9)])
            #expect(try await store.auditPage(query).rows == [row(1), row(0)])
        }
    }

    @Test("finds by integration, party and action", arguments: StoreDoor.allCases)
    func finds(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.audit([row(0, "a"), row(1, "a"), row(2, "b"), row(4, "a", party: "it's")])
            #expect(try await store.auditPage(AuditQuery(integration: "a")).rows.count == 3)
            #expect(try await store.auditPage(AuditQuery(integration: "a", action: "call")).rows.count == 2)
            #expect(try await store.auditPage(AuditQuery(party: "it's")).rows == [row(4, "a", party: "it's")])
        }
    }

    @Test("is bounded by age and by number", arguments: StoreDoor.allCases)
    func trims(door: StoreDoor) async throws {
        try await door.withStore { store in
            try await store.audit((0..<10).map { row($0) })
            #expect(try await store.trimAudit(before: .after(3), keepingAtMost: 100) == 3)
            #expect(try await store.trimAudit(before: .after(0), keepingAtMost: 5) == 2)
            #expect(try await store.auditPage(AuditQuery()).rows.map(\.at) == (5..<10).reversed().map { .after($0) })
            #expect(try await store.trimAudit(before: .after(0), keepingAtMost: 5) == 0)
        }
    }
}
