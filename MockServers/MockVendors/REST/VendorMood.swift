/// How a pretended vendor is, which a test or a person may change while it serves.
package struct VendorMood: Sendable, Hashable {
    /// The credentials that are let in.
    package var good: Set<String>
    /// The credentials that were good once.
    package var expired: Set<String>
    /// The credentials that are good for other things.
    package var narrow: Set<String>
    /// What everybody gets, whatever they carry; nil when the vendor is well.
    package var plight: Plight?
    /// How many more requests the plight lasts; nil for as long as nobody ends it.
    package var plightLeft: Int?
    /// When those who are throttled may come again, in seconds.
    package var wait: Int64

    /// What a vendor suffers from.
    package enum Plight: String, Sendable, Hashable, CaseIterable {
        case throttled, down
    }

    /// A vendor that is well and lets these in.
    package init(
        good: Set<String>,
        expired: Set<String> = [],
        narrow: Set<String> = [],
        plight: Plight? = nil,
        plightLeft: Int? = nil,
        wait: Int64 = 30
    ) {
        self.good = good
        self.expired = expired
        self.narrow = narrow
        self.plight = plight
        self.plightLeft = plightLeft
        self.wait = wait
    }
}
