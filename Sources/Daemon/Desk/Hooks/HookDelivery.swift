/// Something that a vendor sent by itself, as it came: nothing of it is believed before its signature is.
package struct HookDelivery: Sendable {
    /// Who may send by themselves; each is the integration of that id.
    package enum Vendor: String, Sendable, Hashable, CaseIterable {
        case slack, discord

        /// As people write it.
        package var name: String {
            switch self {
            case .slack: "Slack"
            case .discord: "Discord"
            }
        }
    }

    /// Whose address it came to.
    package let vendor: Vendor
    /// Every byte.
    package let body: [UInt8]
    /// The time that the vendor signed, as it stands in the field.
    package let timestamp: String?
    /// The signature, as it stands in the field.
    package let signature: String?

    /// A delivery as it came.
    package init(_ vendor: Vendor, body: [UInt8], timestamp: String?, signature: String?) {
        self.vendor = vendor
        self.body = body
        self.timestamp = timestamp
        self.signature = signature
    }
}
