/// What a pretended vendor was asked, and what came of it.
package struct VendorEvent: Sendable, Hashable {
    /// In upper case.
    package var method: String
    /// Without the query, and without a credential.
    package var path: String
    /// Why it was refused; nil when it was not.
    package var refusal: VendorAPI.Refusal?
    /// The status of the answer.
    package var status: Int

    /// Takes all of it.
    package init(method: String, path: String, refusal: VendorAPI.Refusal? = nil, status: Int) {
        self.method = method
        self.path = path
        self.refusal = refusal
        self.status = status
    }
}
