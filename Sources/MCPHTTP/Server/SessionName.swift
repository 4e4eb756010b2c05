/// Names of sessions, which nobody can guess.
enum SessionName {
    /// 128 random bits, in characters that headers and addresses can carry.
    static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        let words = (0..<2).map { _ in generator.next() as UInt64 }
        return words.map { String($0, radix: 36) }.joined(separator: "-")
    }
}
