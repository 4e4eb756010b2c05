package import JSON

/// Why bytes are not one acceptable message: the first fault found, named.
package struct MessageError: Error, Sendable, Hashable {
    /// The faults a message can have, one name each.
    package enum Fault: Sendable, Hashable {
        case notJSON(JSONError)
        case notAnObject
        /// An array of messages, where one message was expected.
        case batch
        case emptyBatch
        case missingVersion
        case wrongVersion
        case nullID
        case fractionalID
        case idOutOfRange
        case idOfWrongType
        case methodNotAString
        case paramsNotAnObject
        case resultNotAnObject
        case bothResultAndError
        case neitherMethodNorAnswer
        case methodAndAnswer
        case resultWithoutID
        case errorOfWrongShape(ShapeError)
    }

    /// The first thing found wrong.
    package let fault: Fault
    /// The id, where the message is broken but its id can be read: whoever waits for it can be told.
    package let id: RequestID?
    /// Whether the message was meant as an answer (it has `result` or `error`, and no `method`).
    package let isAnswer: Bool
    /// Whether the message was meant as a request (it has `method` and `id`), so that its sender waits for an answer.
    package let isRequest: Bool

    /// Names a fault, with as much as could be read of the message around it.
    package init(_ fault: Fault, id: RequestID? = nil, isAnswer: Bool = false, isRequest: Bool = false) {
        self.fault = fault
        self.id = id
        self.isAnswer = isAnswer
        self.isRequest = isRequest
    }
}
