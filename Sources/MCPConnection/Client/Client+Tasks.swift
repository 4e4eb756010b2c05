import JSON
package import MCP
import Synchronization

extension Client {
    /// Follows a call that was answered with a task to its end; every other outcome is returned as it is.
    ///
    /// The server is asked as often as it wants to be, the handlers of the connection answer what the task asks, and
    /// the outcome is that of the call. `.inputRequired` means that nobody answers, `.cancelledByServer` that the task
    /// was cancelled there, `.timedOut` that its time was over. In all these cases, and when the waiting task is
    /// cancelled, the server is told that the task is not wanted.
    package func outcomeAfterTask(
        _ outcome: RequestOutcome,
        of method: String,
        options: RequestOptions = RequestOptions()
    ) async -> RequestOutcome {
        guard server.revision.era == .modern, case .result(let payload) = outcome,
            payload["resultType"]?.string == TaskExtension.resultType
        else {
            return outcome
        }
        do throws(ShapeError) {
            let handle = try TaskHandle(json: payload.value)
            var options = options
            options.wantsProgress = false
            var follower = TaskFollower(client: self, options: options, handle: handle)
            return await follower.follow()
        } catch {
            return .invalid(invalidTask("the answer to \(method): \(error)"))
        }
    }

    func invalidTask(_ detail: String) -> ProtocolViolation {
        let none: [UInt8] = []
        return ProtocolViolation(
            .invalidResult,
            blame: .server,
            revision: server.revision,
            detail: detail,
            message: none
        )
    }
}
