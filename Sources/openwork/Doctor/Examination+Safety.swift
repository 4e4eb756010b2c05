import Glibc

/// Whether others of this machine can get at what is the user's alone.
extension Examination {
    /// What is run comes from the first folder that has it: a folder that others may write to decides for the user.
    var path: Finding {
        let folders = (environment["PATH"] ?? "").split(separator: ":", omittingEmptySubsequences: false).map(
            String.init
        )
        guard let path = environment["PATH"], !path.isEmpty else {
            return Finding(
                grade: .bad,
                thing: "PATH",
                words: "it is empty: nothing is found",
                fix: "set PATH, such as PATH=/usr/local/bin:/usr/bin:/bin"
            )
        }
        if let relative = folders.first(where: { !$0.hasPrefix("/") }) {
            return Finding(
                grade: .poor,
                thing: "PATH",
                words: "it has \(relative.isEmpty ? "an empty entry" : relative), which means another folder each time",
                fix: "leave only absolute folders in it"
            )
        }
        if let open = folders.first(where: Self.isOpenToAll) {
            return Finding(
                grade: .bad,
                thing: "PATH",
                words: "everybody may put programs into \(open)",
                fix: "chmod o-w \(open), or take it out of PATH"
            )
        }
        return Finding(grade: .good, thing: "PATH", words: "\(folders.count) folders, none open to others")
    }

    /// The files in the home that decide what is run, or open what is sealed.
    var files: [Finding] {
        guard let home = homePath else { return [] }
        return [
            guarded(home + "/keys/vault.key", against: 0o077, "opens every secret", thing: "vault key"),
            guarded(home + "/registry/integrations.json", against: 0o022, "says what is run", thing: "registry"),
        ].compactMap(\.self)
    }

    private func guarded(_ path: String, against rights: mode_t, _ role: String, thing: String) -> Finding? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        guard facts.st_mode & rights == 0 else {
            let verb = rights & 0o044 == 0 ? "change" : "read"
            return Finding(
                grade: .bad,
                thing: thing,
                words: "others can \(verb) \(path), which \(role)",
                fix: "chmod 600 \(path)" + (verb == "read" ? ", then openwork vault rotate" : "")
            )
        }
        guard facts.st_uid == geteuid() else {
            return Finding(
                grade: .bad,
                thing: thing,
                words: "\(path) belongs to another user",
                fix: "run the daemon as that user, or give it a file of your own"
            )
        }
        return Finding(grade: .good, thing: thing, words: path)
    }

    private static func isOpenToAll(_ folder: String) -> Bool {
        var facts = stat()
        // With the sticky bit everybody may still add to it.
        return stat(folder, &facts) == 0 && facts.st_mode & 0o002 != 0
    }
}
