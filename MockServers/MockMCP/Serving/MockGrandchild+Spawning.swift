import Glibc

extension MockGrandchild {
    /// Starts `sleep` with our standard streams and variables, an empty signal mask, and SIGTERM as it is by default.
    ///
    /// Nothing is said when it cannot be started: the mock has no stream that is free for it.
    func spawn() {
        var attributes = posix_spawnattr_t()
        guard posix_spawnattr_init(&attributes) == 0 else { return }
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGTERM)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        // POSIX_SPAWN_SETSID is 0x80 in every glibc; its header hides it from Swift.
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (leavesSession ? 0x80 : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var child = pid_t()
        let words: [UnsafeMutablePointer<CChar>?] = ["sleep", String(lifetimeInSeconds)].map { (word: String) in
            strdup(word)
        }
        defer { for word in words { free(word) } }
        posix_spawnp(&child, "sleep", nil, &attributes, words + [nil], environ)
    }
}
