/// What somebody is told whose browser comes back from a log-in.
package struct LoginEnding: Sendable, Hashable {
    /// Whether there is a grant now.
    package let isGood: Bool
    /// 200, 400 for what came back and cannot be used, 424 for an authorization server that fails, 500 for us.
    package let status: Int
    /// In words for people, nothing of them from the address.
    package let sentences: [String]

    /// How it ended, in sentences.
    package init(isGood: Bool, status: Int, sentences: [String]) {
        self.isGood = isGood
        self.status = status
        self.sentences = sentences
    }
}
