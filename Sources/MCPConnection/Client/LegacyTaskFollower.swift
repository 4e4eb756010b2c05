import JSON
import MCP

/// Polls one task of 2025-11-25 until it is over or wants something, and fetches what its call came to.
struct LegacyTaskFollower {
    let client: Client
    let options: RequestOptions
    private var handle: TaskHandle

    init(client: Client, options: RequestOptions, handle: TaskHandle) {
        self.client = client
        var options = options
        options.wantsProgress = false
        self.options = options
        self.handle = handle
    }

    mutating func follow() async -> RequestOutcome {
        while handle.status == .working {
            do {
                let pause = TaskFollower.interval(handle)
                try await client.driver.time.sleep(untilElapsed: client.driver.time.elapsed + pause)
            } catch {
                return await givenUp(.cancelled)
            }
            let outcome = await client.outcome(of: TaskExtension.get, params: identity, options: options)
            if case .cancelled = outcome { return await givenUp(.cancelled) }
            guard case .result(let payload) = outcome else { return outcome }
            do throws(ShapeError) {
                handle = try TaskHandle(legacyJSON: payload.value)
            } catch {
                return .invalid(client.invalidTask("the answer to \(TaskExtension.get): \(error)"))
            }
        }
        guard handle.status != .cancelled else { return .cancelledByServer(reason: handle.message) }
        // The answer takes as long as the task still does, and as whoever is asked on the way.
        var patient = options
        patient.timeLimit = .none
        let outcome = await client.outcome(of: LegacyTasks.result, params: identity, options: patient)
        if case .cancelled = outcome { return await givenUp(.cancelled) }
        return outcome
    }

    private var identity: Members { ["taskId": .string(handle.id)] }

    /// Tells the server that the task is not wanted any more.
    private func givenUp(_ outcome: RequestOutcome) async -> RequestOutcome {
        guard client.server.capabilities.cancelsTasks else { return outcome }
        let (client, identity) = (client, identity)
        // Shielded: a cancelled task cannot ask for anything, and the server would go on for nobody.
        _ = await Task { await client.outcome(of: TaskExtension.cancel, params: identity) }.value
        return outcome
    }
}
