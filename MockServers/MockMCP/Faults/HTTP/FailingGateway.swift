import JSON

/// Is in trouble, or what stands before it is.
struct FailingGateway: Fault {
    static let form = FaultForm(
        "http-5xx",
        .http,
        "answers with a status of 500 or more in place of everything",
        breaks: "A server that takes requests answers them.",
        over: .only(.http, because: "there is no HTTP"),
        FaultParameter("status", .count, "503", "500 to 599")
    )

    private let status: Int

    init(_ arguments: FaultArguments) throws(MockFaultError) {
        status = arguments.count("status")
        guard (500...599).contains(status) else {
            throw MockFaultError(written: arguments.written, message: "status is \(status): write 500 to 599")
        }
    }

    mutating func meet(_ event: FaultEvent, _ context: inout FaultContext) -> FaultReaction {
        event.refused(HTTPRefusal(status, headers: ["Content-Type": "text/html"], text: "<h1>\(status)</h1>"))
    }
}
