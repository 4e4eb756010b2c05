import JSON
import MCP

/// Polls one task until it is over, and answers what it asks.
struct TaskFollower {
    let client: Client
    let options: RequestOptions
    private let id: String
    private let deadline: Duration?
    private let timeToLive: Duration
    private var interval: Duration
    private var answered: Set<String> = []
    private var refused: Set<String> = []

    /// What is waited where the server does not say how long.
    private static let ordinaryInterval = Duration.seconds(1)
    /// Whatever a server says: so long at least, and so long at most.
    private static let saneIntervals = Duration.milliseconds(10)...Duration.seconds(3_600)

    init(client: Client, options: RequestOptions, handle: TaskHandle) {
        self.client = client
        self.options = options
        id = handle.id
        timeToLive = handle.timeToLiveInMilliseconds.map { .milliseconds($0) } ?? .zero
        deadline = handle.timeToLiveInMilliseconds.map { client.driver.time.elapsed + .milliseconds($0) }
        interval = Self.interval(handle)
    }

    mutating func follow() async -> RequestOutcome {
        while true {
            do {
                try await client.driver.time.sleep(untilElapsed: client.driver.time.elapsed + interval)
            } catch {
                return await givenUp(.cancelled)
            }
            let outcome = await client.outcome(of: TaskExtension.get, params: identity, options: options)
            if case .cancelled = outcome { return await givenUp(.cancelled) }
            guard case .result(let payload) = outcome else { return outcome }
            do throws(ShapeError) {
                let details = try TaskDetails(json: payload.value)
                if let end = await end(of: details) { return end }
            } catch {
                return .invalid(client.invalidTask("the answer to \(TaskExtension.get): \(error)"))
            }
        }
    }

    private var identity: Members { ["taskId": .string(id)] }

    /// What a state means for the call; nil goes on.
    private mutating func end(of details: TaskDetails) async -> RequestOutcome? {
        interval = Self.interval(details.handle)
        switch details.content {
        case .result(let result): return .result(.value(.object(result)))
        case .error(let error): return .error(error)
        case .none where details.handle.status == .cancelled:
            return .cancelledByServer(reason: details.handle.message)
        case .none: break
        case .inputs(let requests):
            if let end = await answer(requests) { return end }
        }
        guard let deadline, client.driver.time.elapsed >= deadline else { return nil }
        return await givenUp(.timedOut(after: timeToLive))
    }

    /// Answers each question once; a server may go on telling it until it has noticed.
    private mutating func answer(_ requests: [InputRequiredResult.InputRequest]) async -> RequestOutcome? {
        let new = requests.filter { !answered.contains($0.key) && !refused.contains($0.key) }
        let inputs = await client.inputs(for: new)
        for request in new {
            if inputs[request.key] == nil { refused.insert(request.key) } else { answered.insert(request.key) }
        }
        if !inputs.isEmpty {
            var params = identity
            params["inputResponses"] = .value(.object(inputs))
            let outcome = await client.outcome(of: TaskExtension.update, params: params, options: options)
            if case .cancelled = outcome { return await givenUp(.cancelled) }
            guard case .result = outcome else { return outcome }
        }
        // What nobody here answers keeps the task where it is.
        guard inputs.isEmpty, !requests.isEmpty, requests.allSatisfy({ refused.contains($0.key) }) else { return nil }
        return await givenUp(.inputRequired(InputRequiredResult(inputRequests: requests)))
    }

    /// Tells the server that the task is not wanted any more.
    private func givenUp(_ outcome: RequestOutcome) async -> RequestOutcome {
        let (client, identity) = (client, identity)
        // Shielded: a cancelled task cannot ask for anything, and the server would go on for nobody.
        _ = await Task { await client.outcome(of: TaskExtension.cancel, params: identity) }.value
        return outcome
    }

    static func interval(_ handle: TaskHandle) -> Duration {
        guard let wanted = handle.pollIntervalInMilliseconds else { return ordinaryInterval }
        return min(max(.milliseconds(wanted), saneIntervals.lowerBound), saneIntervals.upperBound)
    }
}
