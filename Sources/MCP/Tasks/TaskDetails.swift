package import JSON

/// A task with what belongs to its state: its questions, its result or its error.
package struct TaskDetails: Sendable, Hashable {
    /// What a task has beside its handle, by its state.
    package enum Content: Sendable, Hashable {
        /// Working and cancelled tasks have nothing.
        case none
        /// Everything the task waits for, in the server's order.
        case inputs([InputRequiredResult.InputRequest])
        /// What the call would have been answered with, `isError` included.
        case result(JSONObject)
        /// The error that the call would have been answered with.
        case error(ErrorObject)
    }

    /// What is said of the task in every state.
    package var handle: TaskHandle
    /// What belongs to the state that the handle tells.
    package var content: Content

    /// Puts the two together; they have to fit.
    package init(handle: TaskHandle, content: Content = .none) {
        self.handle = handle
        self.content = content
    }

    /// Reads what `tasks/get` answers and `notifications/tasks` carries; what belongs to the state is required.
    package init(json: JSONValue) throws(ShapeError) {
        handle = try TaskHandle(json: json)
        let reader = try ObjectReader(json)
        switch handle.status {
        case .working, .cancelled:
            content = .none
        case .inputRequired:
            guard reader.present("inputRequests") != nil else {
                throw reader.error("inputRequests", expected: "an object")
            }
            content = .inputs(try InputRequiredResult(json: json).inputRequests)
        case .completed:
            content = .result(try reader.required("result", .object))
        case .failed:
            content = .error(try ErrorObject(json: .object(try reader.required("error", .object))))
        }
    }

    /// The members as they stand in a message.
    package var json: JSONObject {
        var object = handle.json
        switch content {
        case .none: break
        case .inputs(let requests): object["inputRequests"] = InputRequiredResult.json(of: requests)
        case .result(let result): object["result"] = .object(result)
        case .error(let error): object["error"] = error.json
        }
        return object
    }

    /// The notification that tells it.
    package var notification: Notification {
        Notification(method: TaskExtension.notification, params: json)
    }
}
