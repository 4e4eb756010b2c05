import Glibc
import MCPConnection

/// The browser of whoever sits before this terminal.
enum Browser {
    /// Has an address opened; false where there is nothing to open it with, or no screen.
    ///
    /// It is not waited for: what opens the address may be the browser itself, which outlives this command.
    static func open(_ address: String) -> Bool {
        let environment = inheritedEnvironment()
        guard ["DISPLAY", "WAYLAND_DISPLAY", "BROWSER"].contains(where: { environment[$0]?.isEmpty == false }) else {
            return false
        }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
        }
        // Of its own session, so that Ctrl-C here does not close it.
        posix_spawnattr_setflags(&attributes, ownSession)
        let program = "xdg-open"
        var words: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(address), nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        return posix_spawnp(&process, program, &actions, &attributes, &words, environ) == 0
    }

    /// `POSIX_SPAWN_SETSID`, whose definition the importer does not take.
    private static let ownSession: Int16 = 0x80
}
