package import JSON
package import MCP

extension Client {
    /// Calls a tool as a task in the way of 2025-11-25, follows it to its end, and returns what the call came to.
    ///
    /// The server is asked as often as it wants to be. What the task asks comes as a request like any other. A server
    /// or tool that runs no tasks is called in the ordinary way. When the waiting task is cancelled, the server is told
    /// that the task is not wanted, where it lets tasks be cancelled.
    /// - Parameters:
    ///   - tool: as it was listed: it says whether it runs as a task.
    ///   - arguments: those of the call.
    ///   - timeToLive: how long the server is asked to keep the task; nil leaves it to the server.
    ///   - options: those of each request.
    /// - Returns: the outcome of the call, not of the task.
    package func outcomeAsTask(
        of tool: Tool,
        arguments: JSONObject = [:],
        timeToLive: Duration? = nil,
        options: RequestOptions = RequestOptions()
    ) async -> RequestOutcome {
        var params: Members = ["name": .string(tool.name), "arguments": .object(arguments)]
        guard server.revision == .november2025, server.capabilities.runsToolsAsTasks,
            ["optional", "required"].contains(tool.taskSupport)
        else { return await outcome(of: "tools/call", params: params, options: options) }
        var wish: JSONObject = [:]
        wish["ttl"] = timeToLive.map { .number(JSONNumber(Int64($0 / .milliseconds(1)))) }
        params["task"] = .value(.object(wish))
        let created = await outcome(of: "tools/call", params: params, options: options)
        guard case .result(let payload) = created, let task = payload.value["task"] else { return created }
        do throws(ShapeError) {
            var follower = LegacyTaskFollower(
                client: self,
                options: options,
                handle: try TaskHandle(legacyJSON: task)
            )
            return await follower.follow()
        } catch {
            return .invalid(invalidTask("the answer to tools/call: \(error)"))
        }
    }
}
