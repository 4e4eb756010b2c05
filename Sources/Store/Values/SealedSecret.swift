/// A secret as the vault sealed it: useless to whoever has not the key.
package struct SealedSecret: Sendable, Hashable {
    /// Which key opens it.
    package let keyID: String
    /// Nonce, cipher text and tag, in this order.
    package let box: [UInt8]

    /// What a vault made, or what was read back.
    package init(keyID: String, box: [UInt8]) {
        self.keyID = keyID
        self.box = box
    }
}
