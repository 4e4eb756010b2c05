/// Why a server could not be started: names the thing, the fault and the fix.
package struct LaunchError: Error, Sendable, Hashable {
    /// What is wrong; may grow.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        /// The description itself cannot be started: empty name, NUL bytes, `=` in a variable's name.
        case invalidCommand = "invalid-command"
        case notFound = "not-found"
        case notExecutable = "not-executable"
        case isDirectory = "is-directory"
        /// The first line of the script names a program that is not there.
        case missingInterpreter = "missing-interpreter"
        /// Neither a script with `#!` nor a program for this machine.
        case wrongFormat = "wrong-format"
        case badWorkingDirectory = "bad-working-directory"
        case outOfResources = "out-of-resources"
        case other
    }

    /// What is wrong.
    package var code: Code
    /// As it was given.
    package var executable: String
    /// What the fault is about beyond the executable: the interpreter, the directory, the variable, the file found.
    package var subject: String?
    /// The directories that were searched, when it was a name.
    package var searched: [String]
    /// The system's reason, when there is one.
    package var errno: Int32?

    /// Collects the facts; the wording is in `description`.
    package init(
        _ code: Code,
        executable: String,
        subject: String? = nil,
        searched: [String] = [],
        errno: Int32? = nil
    ) {
        self.code = code
        self.executable = executable
        self.subject = subject
        self.searched = searched
        self.errno = errno
    }
}

extension LaunchError: CustomStringConvertible {
    /// One line: thing, fault, fix.
    package var description: String {
        let place = subject ?? executable
        return switch code {
        case .invalidCommand:
            "the command \(executable) cannot be started: \(place); correct the command"
        case .notFound where executable.contains("/"):
            "\(executable) does not exist: correct the path, or install the server there"
        case .notFound:
            "\(executable) was not found in PATH (\(searchedText)): install it, or give its full path"
        case .notExecutable:
            "\(place) is not executable: run chmod +x on it, or start it through its interpreter"
        case .isDirectory:
            "\(place) is a directory: name the program inside it"
        case .missingInterpreter:
            "\(executable) needs the interpreter \(place), which is not installed: "
                + "install it, or correct the script's first line"
        case .wrongFormat:
            "\(place) is no program for this machine and has no #! line: "
                + "build it for this machine, or name its interpreter"
        case .badWorkingDirectory:
            "the working directory \(place) of \(executable) cannot be used\(reason): create it, or correct the path"
        case .outOfResources:
            "\(executable) could not be started, the system is out of resources\(reason): "
                + "close programs or raise the limits (ulimit -n, ulimit -u)"
        case .other:
            "\(executable) could not be started\(reason)"
        }
    }

    private var searchedText: String {
        searched.isEmpty ? "it is empty" : searched.joined(separator: ", ")
    }

    private var reason: String {
        errno.map { ", \(systemErrorText($0))" } ?? subject.flatMap { code == .other ? ", \($0)" : nil } ?? ""
    }
}
