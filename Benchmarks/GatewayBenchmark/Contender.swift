import JSON

/// Something that answers calls, and how it is reached.
struct Contender {
    let name: String
    /// Milliseconds and calls of one run.
    let run: (_ clients: Int, _ bytes: Int, _ time: Duration) throws -> Figures

    /// Over HTTP.
    static func http(_ name: String, _ server: RunningServer, _ path: String, _ manner: HTTPCall.Manner) -> Contender {
        Contender(name: name) { clients, bytes, time in
            let call = HTTPCall.echo(path, manner, bytes: bytes)
            let before = server.processorSeconds
            var figures = try HTTPLoad(call: call, clients: clients, time: time, least: bytes).run(port: server.port)
            // The calls that are not counted took their part as well.
            figures.processor = (server.processorSeconds - before) * 1_000 / Double(figures.calls + clients)
            return figures
        }
    }

    /// Over the pipes of the backend itself.
    static func pipe(_ program: String) -> Contender {
        Contender(name: "bare stdio") { clients, bytes, time in
            try PipeLoad(bytes: bytes, clients: clients, time: time).run(program, ["--revision", "2025-06-18"])
        }
    }
}
