import MCP
import Testing

@Suite("Offers of revisions")
struct RevisionOfferTests {
    @Test("an offer of nothing cannot be made")
    func nothing() {
        #expect(RevisionOffer([]) == nil)
    }

    @Test("an offer is sorted, newest first, without repetition")
    func sorted() {
        let offer = RevisionOffer([.march2025, .july2026, .march2025])
        #expect(offer?.revisions == [.july2026, .march2025])
    }

    @Test(
        "the best common revision is the newest of that era on both lists",
        arguments: [
            (["2024-11-05", "2025-06-18"], ProtocolEra.legacy, ProtocolRevision?.some(.june2025)),
            (["2024-11-05", "2026-07-28"], .modern, .july2026),
            (["2026-07-28"], .legacy, nil),
            (["1900-01-01", "2099-01-01"], .modern, nil),
            ([], .legacy, nil),
        ]
    )
    func best(versions: [String], era: ProtocolEra, expected: ProtocolRevision?) {
        #expect(RevisionOffer.all.best(of: versions, in: era) == expected)
    }

    @Test(
        "a pinned offer prefers its revision in one era and nothing in the other",
        arguments: ProtocolRevision.allCases
    )
    func pinned(revision: ProtocolRevision) {
        let offer = RevisionOffer.only(revision)
        #expect(offer.preferred(in: .legacy) == (revision.era == .legacy ? revision : nil))
        #expect(offer.preferred(in: .modern) == (revision.era == .modern ? revision : nil))
        #expect(offer.contains(revision))
    }
}
