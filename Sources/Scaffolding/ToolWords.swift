/// What the words in a tool's name promise.
struct ToolWords {
    private static let readers: Set<String> = [
        "get", "list", "read", "show", "search", "find", "describe", "fetch", "query", "count", "status", "version",
        "ping", "info", "check", "lookup", "view", "whoami", "me", "current", "browse", "diff", "log",
    ]
    private static let writers: Set<String> = [
        "create", "add", "update", "delete", "remove", "send", "post", "write", "set", "put", "edit", "insert",
        "upload",
        "move", "merge", "close", "run", "exec", "execute", "start", "stop", "commit", "push", "checkout", "reset",
        "drop", "cancel", "approve", "invite", "append", "archive", "assign", "publish", "rename", "replace", "restore",
        "save", "submit", "transfer", "trigger", "unarchive", "upsert", "clear", "copy", "deploy", "disable", "enable",
        "install", "kill", "pay", "refund", "reply", "share", "kick", "ban",
    ]
    private static let identities: Set<String> = ["whoami", "me", "myself", "viewer", "current", "profile", "account"]

    private let words: [String]

    init(_ name: String) {
        var words: [String] = []
        var word = ""
        var wasLower = false
        for character in name {
            let isWord = character.isLetter || character.isNumber
            if !isWord || character.isUppercase && wasLower {
                words.append(word)
                word = ""
            }
            if isWord { word.append(contentsOf: character.lowercased()) }
            wasLower = character.isLowercase
        }
        self.words = (words + [word]).filter { !$0.isEmpty }
    }

    /// Whether a word says that something is only looked at.
    var reads: Bool { words.contains(where: Self.readers.contains) }

    /// Whether a word says that something is changed.
    var writes: Bool { words.contains(where: Self.writers.contains) }

    /// Whether it is about whoever the credential belongs to.
    var isAboutOneself: Bool { words.contains(where: Self.identities.contains) }
}
