package import JSON

extension Envelope {
    /// Parses exactly one message; a batch is a fault of its own name.
    package init(parsing bytes: [UInt8], limits: JSONLimits = .init()) throws(MessageError) {
        switch try IncomingMessage(parsing: bytes, limits: limits) {
        case .single(let envelope): self = envelope
        case .batch: throw MessageError(.batch)
        }
    }

    /// Reads a message from validated text; only what routing needs is converted.
    init(_ text: JSONText) throws(MessageError) {
        guard text.kind == .object else { throw MessageError(.notAnObject) }
        var fields = Fields()
        for (key, value) in text.members { fields.set(key, value) }
        self = try fields.envelope()
    }
}

/// The members of a message that JSON-RPC knows.
private struct Fields {
    var version: JSONText?
    var id: JSONText?
    var method: JSONText?
    var params: JSONText?
    var result: JSONText?
    var error: JSONText?

    mutating func set(_ key: String, _ value: JSONText) {
        switch key {
        case "jsonrpc": version = value
        case "id": id = value
        case "method": method = value
        case "params": params = value
        case "result": result = value
        case "error": error = value
        default: break
        }
    }

    private var isAnswer: Bool { method == nil && (result != nil || error != nil) }

    func envelope() throws(MessageError) -> Envelope {
        let readID = readableID
        func fault(_ fault: MessageError.Fault) -> MessageError {
            MessageError(fault, id: readID, isAnswer: isAnswer, isRequest: method != nil && id != nil)
        }
        guard let version else { throw fault(.missingVersion) }
        guard version.string == "2.0" else { throw fault(.wrongVersion) }
        if let faultOfID { throw fault(faultOfID) }
        if let method {
            guard result == nil, error == nil else { throw fault(.methodAndAnswer) }
            guard let name = method.string else { throw fault(.methodNotAString) }
            guard params.map({ $0.kind == .object }) ?? true else { throw fault(.paramsNotAnObject) }
            let payload = params.map(Self.payload)
            return Envelope(readID.map { .request($0, method: name) } ?? .notification(method: name), payload: payload)
        }
        switch (result, error) {
        case (_?, _?): throw fault(.bothResultAndError)
        case (nil, nil): throw fault(.neitherMethodNorAnswer)
        case (let result?, nil):
            guard let readID else { throw fault(.resultWithoutID) }
            guard result.kind == .object else { throw fault(.resultNotAnObject) }
            return Envelope(.result(readID), payload: .text(result))
        case (nil, let error?):
            do {
                return Envelope(.error(readID, try ErrorObject(json: error.value)), payload: nil)
            } catch {
                throw fault(.errorOfWrongShape(error))
            }
        }
    }

    /// Above so many bytes parameters are taken apart once, and not each time that one of them is looked at.
    private static let smallTextInBytes = 4 << 10

    private static func payload(_ params: JSONText) -> Payload {
        guard params.bytes.count > smallTextInBytes else { return .text(params) }
        return Members(params).map { .members($0) } ?? .text(params)
    }

    private var readableID: RequestID? {
        id.flatMap(\.requestID)
    }

    /// What is wrong with the id; an error may have a null id, since its request may have been unreadable.
    private var faultOfID: MessageError.Fault? {
        guard let id, readableID == nil else { return nil }
        switch id.value {
        case .null: return isAnswer && error != nil ? nil : .nullID
        case .number(let number): return number.isInteger ? .idOutOfRange : .fractionalID
        default: return .idOfWrongType
        }
    }
}
