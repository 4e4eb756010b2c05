import Glibc

/// Finds the file a command means and looks at it first: the system's "no such file" fits five faults.
struct LaunchCheck: Sendable {
    let server: StdioServer

    /// The absolute path to start, or the fault.
    func resolve() throws(LaunchError) -> String {
        try checkText()
        try checkWorkingDirectory()
        let path = try findExecutable()
        try checkFile(path)
        return path
    }

    private func fault(_ code: LaunchError.Code, _ subject: String? = nil, errno: Int32? = nil) -> LaunchError {
        LaunchError(code, executable: server.executable, subject: subject, errno: errno)
    }

    private func checkText() throws(LaunchError) {
        guard !server.executable.isEmpty else { throw fault(.invalidCommand, "it is empty") }
        for text in [server.executable, server.workingDirectory ?? ""] + server.arguments where text.utf8.contains(0) {
            throw fault(.invalidCommand, "it contains a NUL byte")
        }
        for (name, value) in server.environment {
            let firstIsDigit = name.utf8.first.map { (0x30...0x39).contains($0) } ?? true
            guard !firstIsDigit, !name.utf8.contains(0x3D), !name.utf8.contains(0), !value.utf8.contains(0) else {
                throw fault(
                    .invalidCommand,
                    "the variable \"\(name)\" has a name or a value that no environment can hold"
                )
            }
        }
    }

    private func checkWorkingDirectory() throws(LaunchError) {
        guard let directory = server.workingDirectory else { return }
        var status = stat()
        guard stat(directory, &status) == 0 else { throw fault(.badWorkingDirectory, directory, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw fault(.badWorkingDirectory, directory, errno: ENOTDIR)
        }
        guard access(directory, X_OK) == 0 else { throw fault(.badWorkingDirectory, directory, errno: errno) }
    }

    private func findExecutable() throws(LaunchError) -> String {
        let name = server.executable
        if name.contains("/") {
            guard !name.hasPrefix("/"), let directory = server.workingDirectory else { return name }
            return directory + "/" + name
        }
        let searched = searchPath
        var firstUnusable: String?
        for directory in searched {
            let path = directory + "/" + name
            guard access(path, F_OK) == 0 else { continue }
            if access(path, X_OK) == 0, !isDirectory(path) { return path }
            firstUnusable = firstUnusable ?? path
        }
        // Found but not startable: the check of the file says what is wrong with it.
        if let firstUnusable { return firstUnusable }
        throw LaunchError(.notFound, executable: name, searched: searched)
    }

    private var searchPath: [String] {
        (server.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map(String.init)
            .filter { $0.hasPrefix("/") }
    }

    private func checkFile(_ path: String) throws(LaunchError) {
        guard access(path, F_OK) == 0 else {
            throw fault(errno == EACCES ? .notExecutable : .notFound, path, errno: errno)
        }
        guard !isDirectory(path) else { throw fault(.isDirectory, path) }
        guard access(path, X_OK) == 0 else { throw fault(.notExecutable, path, errno: errno) }
        let beginning = readWholeFile(path, limitInBytes: 1)
        // A program one may run but not read: the kernel has the last word.
        guard !beginning.isEmpty || access(path, R_OK) == 0 else { return }
        if beginning.starts(with: "#!".utf8) {
            try checkInterpreter(line: beginning.dropFirst(2).prefix { $0 != 0x0A })
        } else if beginning.starts(with: [0x7F, 0x45, 0x4C, 0x46]) {
            guard let loader = ELFInterpreter.path(in: beginning), access(loader, F_OK) != 0 else { return }
            throw fault(.missingInterpreter, loader)
        } else {
            throw fault(.wrongFormat, path)
        }
    }

    private func checkInterpreter(line: ArraySlice<UInt8>) throws(LaunchError) {
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard let interpreter = words.first else { throw fault(.wrongFormat) }
        guard access(interpreter, X_OK) == 0 else { throw fault(.missingInterpreter, interpreter) }
        guard interpreter.hasSuffix("/env") else { return }
        let program = words.dropFirst().first { !$0.hasPrefix("-") && !$0.contains("=") }
        guard let program, !program.contains("/") else { return }
        guard searchPath.contains(where: { access($0 + "/" + program, X_OK) == 0 }) else {
            throw fault(.missingInterpreter, program)
        }
    }

    private func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
