import JSON
import MCP

extension Check {
    static let resourcesListed = Check(
        "RES-LISTED",
        "Resources are listed with name and URI",
        requirement: "A server that declares resources lists them; each has a name, and a URI with a scheme.",
        reason: "What has no URI cannot be read, and what has no name cannot be chosen.",
        method: "resources/list, the first page.",
        twin: "A server that leaves out a URI.",
        rules: [.always(.must, .specification("server/resources#listing-resources"))],
        steps: [.listResources]
    ) { record in
        record.featureResult(.listResources) { result, exchange in
            guard let resources = result["resources"]?.arrayValue else {
                return .failed(expected: "the array resources", actual: result.text())
            }
            let wrong = resources.first { resource in
                resource["name"]?.stringValue == nil || !BinaryContent.isURI(resource["uri"]?.stringValue ?? "")
            }
            return wrong.map {
                .failed(expected: "a name and a URI", actual: $0.text(), message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let resourceRead = Check(
        "RES-READ",
        "A listed resource can be read",
        requirement: "Reading gives contents, each with its URI and with text, or with data in Base64.",
        reason: "Data in another encoding is garbage to every client.",
        method: "resources/read of the first resource that is listed.",
        twin: "A server whose blob is no Base64, or that has no contents.",
        rules: [.always(.must, .specification("server/resources#reading-resources"))],
        steps: [.listResources, .readResource]
    ) { record in
        record.featureResult(.readResource) { result, exchange in
            guard let contents = result["contents"]?.arrayValue, !contents.isEmpty else {
                return .failed(
                    expected: "contents",
                    actual: result["contents"]?.text() ?? "none",
                    message: exchange.answer?.excerpt
                )
            }
            return contents.lazy.compactMap { BinaryContent.faultInContents($0) }.first.map {
                .failed(expected: "a URI, and text or Base64", actual: $0, message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let resourceUnknown = Check(
        "RES-UNKNOWN",
        "An unknown resource is an error",
        requirement: """
            A resource that does not exist is answered with the error -32002 before 2026-07-28 and with -32602 since, \
            and never with empty contents.
            """,
        reason: "Empty contents look like a resource that has nothing in it.",
        method: "resources/read of a URI of our invention.",
        twin: "A server that answers with empty contents.",
        rules: [
            .legacy(.should, .specification("server/resources#error-handling")),
            .modern(.must, .specification("server/resources#error-handling")),
        ],
        steps: [.unknownResource]
    ) { record in
        let code = record.revision.era == .modern ? -32602 : -32002
        return record.feature(.unknownResource) { exchange in
            exchange.errorCode == code
                ? .passed
                : .failed(expected: "error \(code)", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }

    static let resourceTemplates = Check(
        "RES-TEMPLATES",
        "Resource templates are listed",
        requirement:
            "A server with resources answers resources/templates/list; each template has a name and a pattern.",
        reason: "Without the pattern nobody can make a URI of it.",
        method: "resources/templates/list; a server that says -32601 has none.",
        twin: "A server that leaves out uriTemplate.",
        rules: [.always(.must, .specification("server/resources#resource-templates"))],
        steps: [.listTemplates]
    ) { record in
        if record.exchanges[.listTemplates]?.errorCode == -32601 {
            return .notApplicable("the server has no templates")
        }
        return record.featureResult(.listTemplates) { result, exchange in
            guard let templates = result["resourceTemplates"]?.arrayValue else {
                return .failed(expected: "the array resourceTemplates", actual: result.text())
            }
            let wrong = templates.first { $0["name"]?.stringValue == nil || $0["uriTemplate"]?.stringValue == nil }
            return wrong.map {
                .failed(expected: "name and uriTemplate", actual: $0.text(), message: exchange.answer?.excerpt)
            } ?? .passed
        }
    }

    static let resourceSubscribed = Check(
        "RES-SUBSCRIBED",
        "A resource can be subscribed to where that is declared",
        requirement: "A server that declares subscriptions answers resources/subscribe with an empty result.",
        reason: "A client that relies on being told reads nothing again by itself.",
        method: "resources/subscribe to the first resource that is listed, and resources/unsubscribe after it.",
        twin: "A server that declares subscriptions and refuses them.",
        rules: [.legacy(.must, .specification("server/resources#subscriptions"))],
        steps: [.listResources, .subscribe]
    ) { record in
        record.featureResult(.subscribe) { _, _ in .passed }
    }

    static let resourceUpdated = Check(
        "RES-UPDATED",
        "Who subscribed to a resource is told that it changed",
        requirement: "A change of a resource is told, with its URI, to those who subscribed to it.",
        reason: "Subscriptions that tell nothing leave agents with old data.",
        method: "The fixture test_trigger_resource_update, while test://watched-resource is subscribed to.",
        twin: "A server that keeps the change for itself.",
        rules: [.legacy(.must, .specification("server/resources#subscriptions"))],
        steps: [.firstListing, .update]
    ) { record in
        record.featureResult(.update) { _, _ in
            let told = record.serverMessages.contains {
                $0.method == "notifications/resources/updated"
                    && $0.object["params"]?["uri"]?.stringValue == Fixtures.watchedResource
            }
            return told
                ? .passed
                : .failed(expected: "notifications/resources/updated about it", actual: "no such notification")
        }
    }
}
