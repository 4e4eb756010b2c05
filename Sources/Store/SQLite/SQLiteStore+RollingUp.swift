import GRDB
import Health

extension SQLiteStore {
    /// Whole hours and whole days only, so that none is counted half here and half there.
    @discardableResult
    package func rollUpHealth(_ retention: HealthRetention, at now: WallTime) async throws -> Int {
        try await write { database in
            let before = try Self.healthRows(in: database)
            let minutes = ContactSummary.Width.hour.start(of: now.advanced(by: .zero - retention.minutes))
            try Self.join(.minute, into: .hour, before: minutes, in: database)
            let hours = ContactSummary.Width.day.start(of: now.advanced(by: .zero - retention.hours))
            try Self.join(.hour, into: .day, before: hours, in: database)
            let days = now.advanced(by: .zero - retention.days).milliseconds
            try database.execute(sql: "DELETE FROM contact_span WHERE start + width <= ?", arguments: [days])
            try database.execute(
                sql: """
                    DELETE FROM health_change WHERE at < ?1 OR id IN (
                      SELECT id FROM (
                        SELECT id, row_number() OVER (PARTITION BY integration ORDER BY id DESC) AS place
                        FROM health_change
                      ) WHERE place > ?2
                    )
                    """,
                arguments: [days, max(1, retention.changes)]
            )
            return try before - Self.healthRows(in: database)
        }
    }

    private static func join(
        _ narrow: ContactSummary.Width,
        into wide: ContactSummary.Width,
        before moment: WallTime,
        in database: Database
    ) throws {
        let classes = OutcomeClass.allCases.map(\.rawValue)
        let sums = classes + ["latencies", "latency_sum"]
        try database.execute(
            sql: """
                INSERT INTO contact_span (integration, width, start, \(sums.joined(separator: ", ")), latency_max)
                SELECT integration, ?1, start - start % ?1, \(sums.map { "sum(\($0))" }.joined(separator: ", ")),
                  max(latency_max)
                FROM contact_span WHERE width = ?2 AND start < ?3 GROUP BY integration, start - start % ?1
                ON CONFLICT (integration, width, start) DO UPDATE SET
                  \(sums.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")),
                  latency_max = max(latency_max, excluded.latency_max)
                """,
            arguments: [wide.rawValue, narrow.rawValue, moment.milliseconds]
        )
        try database.execute(
            sql: "DELETE FROM contact_span WHERE width = ? AND start < ?",
            arguments: [narrow.rawValue, moment.milliseconds]
        )
    }

    private static func healthRows(in database: Database) throws -> Int {
        try Int.fetchOne(
            database,
            sql: "SELECT (SELECT count(*) FROM contact_span) + (SELECT count(*) FROM health_change)"
        ) ?? 0
    }
}
