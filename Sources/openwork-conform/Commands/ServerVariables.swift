import ArgumentParser

/// The variables that the user gives the server; all of them count as secrets.
struct ServerVariables {
    /// By name.
    let values: [String: String]

    init(_ options: SubjectOptions, _ environment: [String: String]) throws {
        try self.init(options.variables, file: options.envFile, environment)
    }

    /// Reads a file of lines and single variables; a name alone is passed on from the environment.
    init(_ variables: [String], file: String?, _ environment: [String: String]) throws {
        var values: [String: String] = [:]
        if let path = file {
            for line in try TextFile(path: path).read().split(whereSeparator: \.isNewline) {
                try Self.add(String(line), to: &values, environment, source: path)
            }
        }
        for variable in variables {
            try Self.add(variable, to: &values, environment, source: "--env")
        }
        self.values = values
    }

    private static func add(
        _ text: String,
        to values: inout [String: String],
        _ environment: [String: String],
        source: String
    ) throws {
        let line = text.trimmingSpaces
        guard !line.isEmpty, !line.hasPrefix("#") else {
            return
        }
        let name = String(line.prefix { $0 != "=" })
        guard name.count < line.count else {
            guard let value = environment[name] else {
                throw ValidationError("\(source) \(name): the variable is not set here: set it, or write \(name)=…")
            }
            values[name] = value
            return
        }
        values[name] = String(line.dropFirst(name.count + 1)).unquoted
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.reversed().drop { $0 == " " || $0 == "\t" }
        return String(end.reversed())
    }

    /// Without the one pair of quotes around it, if there is one.
    fileprivate var unquoted: String {
        guard count >= 2, let first, first == last, first == "\"" || first == "'" else {
            return self
        }
        return String(dropFirst().dropLast())
    }
}
