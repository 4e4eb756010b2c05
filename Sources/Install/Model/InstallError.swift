/// Why a server could not be installed: names the thing, the fault and the fix, with the client's last words.
package struct InstallError: Error, Sendable, Hashable {
    /// What is wrong; may grow.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The entry does not say what to install.
        case incompleteEntry = "incomplete-entry"
        /// A client or runtime is not here: npm, python3 with venv, docker…
        case toolMissing = "tool-missing"
        /// A runtime is here, and too old or too new.
        case wrongRuntime = "wrong-runtime"
        /// Neither docker nor podman, or one whose engine does not answer.
        case noEngine = "no-engine"
        /// The registry does not know the package.
        case noSuchPackage = "no-such-package"
        /// The registry knows the package, and not this version of it.
        case noSuchVersion = "no-such-version"
        /// What was fetched is not what the entry, the lock or the registry says that it is.
        case integrityMismatch = "integrity-mismatch"
        /// No connection to the registry, or none that lasts.
        case registryUnreachable = "registry-unreachable"
        /// The registry wants to know who asks, or refuses.
        case registryRefused = "registry-refused"
        /// The pins and dependencies contradict each other.
        case conflict
        case diskFull = "disk-full"
        case notWritable = "not-writable"
        /// The folder holds something that is no installation of ours.
        case prefixTaken = "prefix-taken"
        /// It was installed, and has no program to start.
        case noProgram = "no-program"
        case timedOut = "timed-out"
        case cancelled
        /// The client ended otherwise than well, for a reason that we do not know.
        case failed
    }

    /// What is wrong.
    package var code: Code
    /// The integration and server.
    package var title: String
    /// What it is about: the package, the requirement, the folder.
    package var subject: String
    /// Details: what was found instead, which names there are.
    package var detail: String
    /// The client's last lines, without credentials.
    package var lines: [String]

    /// How many lines of a client are kept.
    package static let lineLimit = 20

    init(_ code: Code, _ title: String, _ subject: String, detail: String = "", lines: [String] = []) {
        self.code = code
        self.title = title
        self.subject = subject
        self.detail = detail
        self.lines = lines
    }
}

extension InstallError: CustomStringConvertible {
    /// One line: thing, fault, fix; the client's words are in ``lines``.
    package var description: String { "\(summary): \(fix)" }

    /// Thing and fault, for whoever shows the fix beside them.
    package var summary: String { "\(title): \(fault)" + (detail.isEmpty ? "" : " (\(detail))") }

    private var fault: String {
        switch code {
        case .incompleteEntry: "the entry names no \(subject)"
        case .toolMissing: "\(subject) is not here"
        case .wrongRuntime: "\(subject) is not here"
        case .noEngine: "no container engine answers"
        case .noSuchPackage: "the registry knows no package \(subject)"
        case .noSuchVersion: "the registry has no \(subject)"
        case .integrityMismatch: "\(subject) is not what it was pinned to"
        case .registryUnreachable: "the registry of \(subject) was not reached"
        case .registryRefused: "the registry refuses \(subject)"
        case .conflict: "the dependencies of \(subject) contradict each other"
        case .diskFull: "there is no room left for \(subject)"
        case .notWritable: "\(subject) cannot be written"
        case .prefixTaken: "\(subject) holds something else"
        case .noProgram: "\(subject) has no program to start"
        case .timedOut: "\(subject) took too long"
        case .cancelled: "the installation of \(subject) was given up"
        case .failed: "\(subject) could not be installed"
        }
    }

    /// What somebody can do about it.
    package var fix: String {
        switch code {
        case .incompleteEntry: "write it into the entry"
        case .toolMissing: "install it"
        case .wrongRuntime: "install one beside the others"
        case .noEngine: "install docker or podman and start it, or choose another server"
        case .noSuchPackage: "correct the package in the entry, or configure the registry that has it"
        case .noSuchVersion: "choose a version that is there"
        case .integrityMismatch: "do not start it; compare the entry's integrity with the registry's"
        case .registryUnreachable: "check network, proxy and the configured registry, and try again"
        case .registryRefused: "log in to the registry with its own client"
        case .conflict: "change version or constraints in the entry"
        case .diskFull: "make room and try again"
        case .notWritable: "correct its permissions"
        case .prefixTaken: "give an empty folder"
        case .noProgram: "name it as executable in the entry"
        case .timedOut: "try again, or allow more time"
        case .cancelled: "start it again"
        case .failed: "read the client's last lines"
        }
    }
}
