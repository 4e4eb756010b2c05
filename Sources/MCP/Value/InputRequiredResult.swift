package import JSON

/// A modern server's interim answer: what it needs before it can complete the request.
package struct InputRequiredResult: Sendable, Hashable {
    /// One thing the server asks of the client.
    package struct InputRequest: Sendable, Hashable {
        /// The server's name for it, under which the answer goes back.
        package var key: String
        /// `elicitation/create`, `sampling/createMessage` or `roots/list`.
        package var method: String
        /// As the method asks for them; nil when absent.
        package var params: JSONObject?

        /// Builds a request for input under a name that is unique in its result.
        package init(key: String, method: String, params: JSONObject? = nil) {
            self.key = key
            self.method = method
            self.params = params
        }
    }

    /// In the server's order; empty when the request may be retried at once.
    package var inputRequests: [InputRequest]
    /// Opaque, echoed exactly in the retry; nil when there is none to echo.
    package var requestState: String?

    /// Builds an interim result; one with neither requests nor state is not valid.
    package init(inputRequests: [InputRequest] = [], requestState: String? = nil) {
        self.inputRequests = inputRequests
        self.requestState = requestState
    }

    /// Reads the result; at least one of `inputRequests` and `requestState` is required.
    package init(json: JSONValue) throws(ShapeError) {
        let reader = try ObjectReader(json)
        requestState = try reader.optional("requestState", .string)
        inputRequests = []
        let requests = try reader.reader("inputRequests")
        for (key, value) in requests?.object ?? [:] {
            let request = try ObjectReader(value, at: ["inputRequests", key])
            inputRequests.append(
                InputRequest(
                    key: key,
                    method: try request.required("method", .string),
                    params: try request.optional("params", .object)
                )
            )
        }
        guard requests != nil || requestState != nil else {
            throw reader.error("inputRequests", expected: "inputRequests or requestState")
        }
    }

    /// The result as it stands in a message.
    package var json: JSONObject {
        var object: JSONObject = ["resultType": "input_required"]
        if !inputRequests.isEmpty { object["inputRequests"] = Self.json(of: inputRequests) }
        object["requestState"] = requestState.map { .string($0) }
        return object
    }

    /// Questions as they stand in a message, each under its key.
    package static func json(of requests: [InputRequest]) -> JSONValue {
        .object(
            JSONObject(
                requests.map { request in
                    var value: JSONObject = ["method": .string(request.method)]
                    value["params"] = request.params.map { .object($0) }
                    return (request.key, .object(value))
                }
            )
        )
    }
}
