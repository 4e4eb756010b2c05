/// Finds command lines among the values that a schema suggests, and downloads that are run at once in any text.
package enum PlantedCommand {
    /// The command; nil when there is none.
    ///
    /// A value is looked at more closely than prose.
    package static func find(in text: String, isValue: Bool) -> String? {
        if let piped = pipedToShell(text) { return "“\(HiddenText.shown(piped))”, run as it comes from the network" }
        guard isValue else { return nil }
        for place in commandPlaces(in: text) {
            guard let command = command(at: place.start, of: text, isSubstituted: place.isSubstituted) else { continue }
            return "“\(HiddenText.shown(command))”, a command line"
        }
        return nil
    }

    private static let programs: Set<String> = [
        "curl", "wget", "bash", "sh", "zsh", "dash", "powershell", "pwsh", "cmd", "nc", "ncat", "rm", "chmod", "eval",
        "python", "python3", "perl", "ruby", "node", "base64", "ssh", "scp", "cat", "exec", "mkfifo", "dd",
    ]
    private static let bare: Set<String> = ["whoami", "id", "env", "printenv", "hostname", "uname", "ls"]

    private static func command(at start: String.Index, of text: String, isSubstituted: Bool) -> String? {
        let rest = text[start...].drop { $0 == " " || $0 == "\t" }
        let line = rest.prefix { $0 != "\n" && $0 != "`" }
        let words = line.split(maxSplits: 2, omittingEmptySubsequences: true) { $0 == " " || $0 == "\t" || $0 == ")" }
        guard var program = words.first else { return nil }
        if let slash = program.lastIndex(of: "/") { program = program[program.index(after: slash)...] }
        let shown = String(line.prefix(60))
        if isSubstituted, bare.contains(String(program)) { return shown }
        if program == "sudo", words.count > 1 { return shown }
        guard programs.contains(String(program)), words.count > 1 else { return nil }
        return isArgument(words[1]) ? shown : nil
    }

    /// An option, a path, an address, a quoted text: what no ordinary sentence goes on with.
    private static func isArgument(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        return "-/~$'\"<".contains(first) || word.contains("://") || word.hasPrefix("./")
    }

    /// The beginning of the text, and whatever follows a shell's signs.
    private static func commandPlaces(in text: String) -> [(start: String.Index, isSubstituted: Bool)] {
        var places = [(text.startIndex, false)]
        var previous: Character?
        for index in text.indices {
            let character = text[index]
            let next = text.index(after: index)
            switch character {
            case ";", "|", "&", "\n": places.append((next, false))
            case "`": places.append((next, true))
            case "(" where previous == "$": places.append((next, true))
            default: break
            }
            previous = character
        }
        return places.filter { $0.0 < text.endIndex }
    }

    private static func pipedToShell(_ text: String) -> String? {
        guard text.utf8.contains(UInt8(ascii: "|")) else { return nil }
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }
            for (left, right) in zip(parts, parts.dropFirst()) {
                let words = left.split(separator: " ").map(String.init)
                let shell = right.prefix { $0.isLetter }
                guard words.contains("curl") || words.contains("wget"), left.contains("://") else { continue }
                guard ["sh", "bash", "zsh", "sudo", "python", "python3"].contains(shell) else { continue }
                return String(line.prefix(100))
            }
        }
        return nil
    }
}
