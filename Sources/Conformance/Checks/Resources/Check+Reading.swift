import JSON
import MCP

/// Reading with the fixtures of the official suite, and the end of a subscription.
extension Check {
    static let resourceBinary = Check(
        "RES-BINARY",
        "Bytes are read as Base64",
        requirement: "A resource that is no text is read as a blob in Base64.",
        reason: "Bytes in another spelling are garbage to every client.",
        method: "The fixture test://static-binary is read, where it is listed.",
        twin: "A server whose blob is no Base64.",
        rules: [.always(.must, .specification("server/resources#binary-content"))],
        steps: [.listResources, .readBinary]
    ) { record in
        record.featureResult(.readBinary) { result, exchange in
            let contents = result["contents"]?.arrayValue ?? []
            let fault =
                contents.contains { $0["blob"]?.stringValue != nil }
                ? contents.lazy.compactMap { BinaryContent.faultInContents($0) }.first : "no blob"
            return fault.map {
                .failed(expected: "a blob in Base64", actual: $0, message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let resourceFromTemplate = Check(
        "RES-TEMPLATE-READ",
        "What a template stands for can be read",
        requirement: "A URI that is made of a template is read like one that is listed.",
        reason: "A template whose URIs lead nowhere is worse than none.",
        method: "test://template/123/data is read, where the template of it is listed.",
        twin: "A server that knows the template, and nothing behind it.",
        rules: [.always(.must, .specification("server/resources#resource-templates"))],
        steps: [.listTemplates, .readTemplate]
    ) { record in
        record.featureResult(.readTemplate) { result, exchange in
            let contents = result["contents"]?.arrayValue ?? []
            let isThere = contents.contains { content in
                content["uri"]?.stringValue == Fixtures.template.uri
                    && content["text"]?.stringValue?.contains(Fixtures.template.part) == true
            }
            return isThere
                ? .passed
                : .failed(
                    expected: "the contents of \(Fixtures.template.uri), with \(Fixtures.template.part) in them",
                    actual: result["contents"]?.text() ?? "none",
                    message: exchange.answer?.excerpt
                )
        }
    }

    static let resourceUnsubscribed = Check(
        "RES-UNSUBSCRIBED",
        "A subscription can be ended",
        requirement: "A server that declares subscriptions answers resources/unsubscribe with an empty result.",
        reason: "Otherwise a client is told of what it no longer wants, until it goes away.",
        method: "resources/unsubscribe after a subscription to the first resource that is listed.",
        twin: "A server that lets nobody unsubscribe.",
        rules: [.legacy(.must, .specification("server/resources#subscriptions"))],
        steps: [.listResources, .subscribe, .unsubscribe]
    ) { record in
        record.featureResult(.unsubscribe) { _, _ in .passed }
    }
}
