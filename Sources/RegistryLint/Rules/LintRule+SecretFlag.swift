import JSON
import Registry

extension LintRule {
    /// Only what is marked is masked and encrypted.
    static let secretFlag = LintRule(
        "REG-SECRET",
        "A variable that is named like a secret is marked as one."
    ) { subject in
        subject.fields.filter { !$0.field.isSecret && looksSecret($0.field) }.map { field, place in
            EntryFault(
                place,
                "is named like a secret but is not marked",
                fix: "add \"secret\": true, or \"type\": \"path\" if it names a file"
            )
        }
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

    private static func looksSecret(_ field: ConfigField) -> Bool {
        guard field.kind == .string || field.kind == .json else { return false }
        let words = field.name.uppercased().split(separator: "_")
        guard let last = words.last, !otherEndings.contains(last), words.contains(where: secretWords.contains) else {
            return false
        }
        return !(last == "KEY" && words.dropLast().last.map(publicKeys.contains) ?? false)
    }
}
