import Glibc

extension MockExit {
    /// Ends this process in that way: a signal is really died of, so that the parent sees it.
    package func endProcess() -> Never {
        switch self {
        case .code(let code): exit(code)
        case .signal(let number):
            // Neither a core file nor anybody's handler is wanted for a death that was asked for.
            var none = rlimit(rlim_cur: 0, rlim_max: 0)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
            Glibc.signal(number, SIG_DFL)
            var mask = sigset_t()
            sigemptyset(&mask)
            sigaddset(&mask, number)
            sigprocmask(SIG_UNBLOCK, &mask, nil)
            kill(getpid(), number)
            exit(128 + number)
        }
    }
}
