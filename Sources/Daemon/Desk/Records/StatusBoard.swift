import DaemonAPI
import Gateway
import Health
import JSON
import Registry

/// The status as it was told last: a row is made and written anew when what it tells has changed, and the others stay.
///
/// An actor, so that callers who come together wait for one board and do not each write it.
actor StatusBoard {
    /// What a row depends on; while that stays the row does.
    struct Key: Sendable, Hashable {
        /// Of everything that the desk knows of it.
        var edition: UInt64
        /// Of what the fleet knows of it; nil where it does not run.
        var revision: UInt64?
        /// Whether its tools are where agents look for them.
        var holds: Bool?
        var detail: String
    }

    /// How everything is, without the rows.
    struct Scene: Sendable {
        var edition: UInt64
        /// In the order in which they are told.
        var entries: [Integration]
        var revisions: [String: UInt64]
        var offers: OfferBook
        var now: Moment

        func key(of id: String) -> Key {
            let (holds, detail) = offers.effective(id)
            return Key(edition: edition, revision: revisions[id], holds: holds, detail: detail)
        }
    }

    /// A row that was made, and until when it holds whatever happens; nil for as long as nothing does.
    typealias Making = @Sendable (_ entry: Integration) -> (row: IntegrationStatus, until: Moment?)

    private struct Row {
        let key: Key
        let until: Moment
        let status: IntegrationStatus
        let bytes: [UInt8]
    }

    /// Latencies are those of late, which nobody announces: no row is older than this, and they are not renewed all at once.
    static let oldest = Duration.seconds(60)

    private var rows: [String: Row] = [:]
    private var document: (edition: UInt64, offers: OfferBook, text: TaggedJSON)?
    /// Rows that were made, and documents that were written, since the beginning.
    private(set) var made = (rows: 0, documents: 0)

    /// Every row as it is now.
    func rows(_ scene: Scene, _ make: Making) -> [IntegrationStatus] {
        renew(scene, make)
        return scene.entries.compactMap { rows[$0.id]?.status }
    }

    /// The status as it goes to callers, apart from the moment at which it is told.
    func document(
        _ scene: Scene,
        _ make: Making,
        summary: @Sendable ([IntegrationStatus]) -> StatusReport
    ) -> TaggedJSON {
        let isSame = !renew(scene, make)
        if isSame, let document, document.edition == scene.edition, document.offers == scene.offers {
            return document.text
        }
        let shown = scene.entries.compactMap { rows[$0.id] }
        let text = TaggedJSON(summary(shown.map(\.status)).members(rows: shown.map(\.bytes)))
        document = (scene.edition, scene.offers, text)
        made.documents += 1
        return text
    }

    /// Makes what has changed anew; whether anything had.
    @discardableResult
    private func renew(_ scene: Scene, _ make: Making) -> Bool {
        var hasChanged = false
        for (place, entry) in scene.entries.enumerated() {
            let key = scene.key(of: entry.id)
            if let row = rows[entry.id], row.key == key, scene.now <= row.until { continue }
            let (status, until) = make(entry)
            let age = Self.oldest * (0.5 + Double(place % 32) / 64)
            let latest = scene.now.advanced(by: age)
            rows[entry.id] = Row(
                key: key,
                until: until.map { min($0, latest) } ?? latest,
                status: status,
                bytes: status.json.utf8()
            )
            made.rows += 1
            hasChanged = true
        }
        if rows.count > scene.entries.count {
            let known = Set(scene.entries.map(\.id))
            rows = rows.filter { known.contains($0.key) }
            hasChanged = true
        }
        return hasChanged
    }
}
