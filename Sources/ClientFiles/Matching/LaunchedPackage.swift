package import Registry

/// The package that a command line runs, as far as the words tell.
package struct LaunchedPackage: Sendable, Hashable {
    /// The registry it comes from; nil where the program itself was started.
    package var kind: ServerKind?
    /// Its name there, or the program's.
    package var name: String
    /// The version that is asked for; nil for whatever is newest.
    package var version: String?
    /// What follows it.
    package var arguments: [String]
    /// Variables that the command line sets.
    package var environment: [String: String]

    /// Takes a command line apart.
    package init(_ program: String, _ arguments: [String]) {
        var words = arguments[...]
        var name = Self.base(program)
        environment = [:]
        while name == "cmd" || name == "env", let next = words.first {
            words = words.dropFirst()
            if let sign = next.firstIndex(of: "="), name == "env" {
                environment[String(next[..<sign])] = String(next[next.index(after: sign)...])
            } else if !next.hasPrefix("/"), !next.hasPrefix("-") {
                name = Self.base(next)
            }
        }
        self.name = name
        self.arguments = Array(words)
        switch (name, words.first) {
        case ("npx", _), ("bunx", _), ("pnpx", _):
            take(.npm, words)
        case ("pnpm", "dlx"), ("yarn", "dlx"), ("npm", "exec"), ("npm", "x"), ("bun", "x"):
            take(.npm, words.dropFirst())
        case ("uvx", _), ("pipx", "run"):
            take(.pypi, name == "uvx" ? words : words.dropFirst())
        case ("uv", "tool"):
            take(.pypi, words.dropFirst(2))
        case ("docker", "run"), ("podman", "run"):
            take(.oci, words.dropFirst())
        case ("python", "-m"), ("python3", "-m"):
            guard let module = words.dropFirst().first else { return }
            self.kind = .pypi
            self.name = module.replacing("_", with: "-")
            self.arguments = Array(words.dropFirst(2))
        default: break
        }
    }

    /// Options that a value follows, by what starts packages.
    private static let valued: [ServerKind: Set<String>] = [
        .npm: ["-p", "--package", "-c", "--call", "--registry", "--cache", "--prefix"],
        .pypi: [
            "--from", "--spec", "--with", "-w", "--python", "-p", "--index-url", "--index", "--default-index",
            "--extra-index-url", "--cache-dir", "--constraints",
        ],
        .oci: [
            "-e", "--env", "--env-file", "-v", "--volume", "--mount", "--name", "--network", "--net", "-p", "--publish",
            "-w", "--workdir", "-u", "--user", "--entrypoint", "--platform", "--pull", "-m", "--memory", "--label",
            "-l", "--add-host", "--hostname", "-h", "--cpus", "--tmpfs", "--dns", "--gpus", "--cap-add", "--cap-drop",
        ],
    ]

    private mutating func take(_ kind: ServerKind, _ words: ArraySlice<String>) {
        var rest = words
        var named: String?
        while let word = rest.first, word.hasPrefix("-") {
            rest = rest.dropFirst()
            guard word != "--" else { break }
            let sign = word.firstIndex(of: "=")
            let option = sign.map { String(word[..<$0]) } ?? word
            guard Self.valued[kind]?.contains(option) ?? false else { continue }
            let value = sign.map { String(word[word.index(after: $0)...]) } ?? rest.first ?? ""
            if sign == nil { rest = rest.dropFirst() }
            switch option {
            case "-p" where kind == .npm, "--package", "--from", "--spec": named = value
            case "-e", "--env":
                guard kind == .oci, let equals = value.firstIndex(of: "=") else { continue }
                environment[String(value[..<equals])] = String(value[value.index(after: equals)...])
            default: break
            }
        }
        guard let text = named ?? rest.first else { return }
        self.kind = kind
        (name, version) = Self.parts(of: text, kind)
        arguments = Array(rest.dropFirst())
    }

    private static func parts(of text: String, _ kind: ServerKind) -> (String, String?) {
        let signs: [String] =
            switch kind {
            case .pypi: ["==", "@"]
            case .oci: ["@", ":"]
            default: ["@"]
            }
        for sign in signs {
            // The first character of a scoped name is the same sign; a port comes before the last slash.
            guard let range = text.dropFirst().ranges(of: sign).last, !text[range.upperBound...].contains("/") else {
                continue
            }
            let version = String(text[range.upperBound...])
            return (plain(text[..<range.lowerBound], kind), version == "latest" ? nil : version)
        }
        return (plain(text[...], kind), nil)
    }

    /// Without extras such as `[cli]`.
    private static func plain(_ name: Substring, _ kind: ServerKind) -> String {
        String(kind == .pypi ? name.prefix { $0 != "[" } : name)
    }

    /// The last part of a path, without the endings of Windows.
    static func base(_ program: String) -> String {
        let last = program.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? program
        for ending in [".exe", ".cmd", ".bat"] where last.lowercased().hasSuffix(ending) {
            return String(last.dropLast(ending.count))
        }
        return last
    }
}
