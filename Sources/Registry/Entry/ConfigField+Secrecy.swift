extension ConfigField {
    /// Whether it is named like something that must not be shown.
    package var looksSecret: Bool {
        guard kind == .string || kind == .json else { return false }
        let words = name.uppercased().split(separator: "_")
        guard let last = words.last, !Self.otherEndings.contains(last), words.contains(where: Self.secretWords.contains)
        else { return false }
        return !(last == "KEY" && words.dropLast().last.map(Self.publicKeys.contains) ?? false)
    }

    private static let secretWords: Set<Substring> = [
        "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "KEY", "APIKEY", "PAT", "COOKIE",
    ]

    /// What a name that holds such a word is about all the same.
    private static let otherEndings: Set<Substring> = [
        "PATH", "FILE", "DIR", "URL", "NAME", "ID", "HEADER", "EXPIRY", "TTL", "TYPE", "PASSTHROUGH", "ACCOUNT",
        "SERVICE",
    ]

    /// Keys that are public or merely names.
    private static let publicKeys: Set<Substring> = ["APP", "CLIENT", "PUBLIC", "CONSUMER", "PUBLISHABLE", "PROJECT"]
}
