extension MessageError: CustomStringConvertible {
    /// One sentence that names the fault; it repeats no part of the message but what a shape error quotes.
    package var description: String {
        switch fault {
        case .notJSON(let error): "not JSON: \(error)"
        case .notAnObject: "a message is an object, and this is another JSON value"
        case .batch: "an array of messages, where one message is expected"
        case .emptyBatch: "an empty array of messages"
        case .missingVersion: "the member jsonrpc is missing"
        case .wrongVersion: "the member jsonrpc is not \"2.0\""
        case .nullID: "the id is null"
        case .fractionalID: "the id is a number with a fraction"
        case .idOutOfRange: "the id is an integer beyond 64 bits"
        case .idOfWrongType: "the id is neither a string nor an integer"
        case .methodNotAString: "the method is not a string"
        case .paramsNotAnObject: "params is not an object"
        case .resultNotAnObject: "result is not an object"
        case .bothResultAndError: "both result and error"
        case .neitherMethodNorAnswer: "neither method, nor result, nor error"
        case .methodAndAnswer: "a method together with result or error"
        case .resultWithoutID: "a result without an id"
        case .errorOfWrongShape(let error): "the member error is malformed: \(error)"
        }
    }

    /// The rule that a message with this fault breaks.
    package var violation: ProtocolViolation.Code {
        switch fault {
        case .notJSON: .notJSON
        case .batch, .emptyBatch: .batchNotAllowed
        case .nullID, .fractionalID, .idOutOfRange, .idOfWrongType, .resultWithoutID: .invalidID
        case .paramsNotAnObject: .paramsNotAnObject
        case .resultNotAnObject: .resultNotAnObject
        case .notAnObject, .missingVersion, .wrongVersion, .methodNotAString, .bothResultAndError,
            .neitherMethodNorAnswer, .methodAndAnswer, .errorOfWrongShape:
            .invalidMessage
        }
    }
}
