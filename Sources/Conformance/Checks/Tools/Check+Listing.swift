import JSON
import MCP

extension Check {
    static let toolsDeclared = Check(
        "TOOLS-DECLARED",
        "A server with tools declares them",
        requirement: "A server that has tools declares the capability tools in its handshake.",
        reason: "Clients do not ask for what was not declared: such tools are never seen.",
        method: "tools/list is sent even when the capability is missing; then it must not bring tools.",
        twin: "A server that lists tools but leaves the capability out.",
        rules: [.always(.must, .specification("server/tools#capabilities"))],
        steps: [.firstListing]
    ) { record in
        record.opened { session in
            guard let listing = record.listings[.firstListing] else {
                return .incomplete("tools/list was not tried")
            }
            guard !session.declares("tools"), !listing.tools.isEmpty else {
                return .passed
            }
            return .failed(
                expected: "the capability tools in the handshake",
                actual: "no such capability, but \(listing.tools.count) tools",
                message: session.exchange.answer?.excerpt
            )
        }
    }

    static let toolsListed = Check(
        "TOOLS-LISTED",
        "A server that declares tools lists them",
        requirement: "A server that declares the capability tools answers tools/list with a list.",
        reason: "Without a list there is nothing that an agent could call.",
        method: "tools/list, page by page until there are no more.",
        twin: "A server that declares tools and refuses tools/list.",
        rules: [.always(.must, .specification("server/tools#listing-tools"))],
        steps: [.firstListing]
    ) { record in
        record.withTools {
            guard let listing = record.listings[.firstListing] else {
                return .incomplete("tools/list was not tried")
            }
            switch listing.end {
            case .notTried(let reason):
                return .incomplete("tools/list was not tried: \(reason)")
            case .complete, .loop, .tooManyPages:
                return .passed
            case .broken:
                let last = listing.pages.last
                let isResult = if case .result = last?.outcome { true } else { false }
                return .failed(
                    expected: "a result with the array tools",
                    actual: isResult ? "a result without the array tools" : listing.lastSummary,
                    message: last?.answer?.excerpt
                )
            }
        }
    }

    static let toolsPresent = Check(
        "TOOLS-PRESENT",
        "The tool list is not empty",
        requirement: "A server that declares tools has at least one to list; the specification allows an empty list.",
        reason: "An empty list usually means that the server lacks a setting or a credential and does not say so.",
        method: "The tools of all pages are counted.",
        twin: "A server that lists no tools until it is configured.",
        rules: [.always(.should, .house)],
        steps: [.firstListing]
    ) { record in
        record.listing(.firstListing) { listing in
            listing.tools.isEmpty
                ? .failed(
                    expected: "at least one tool",
                    actual: "an empty list",
                    message: listing.pages.last?.answer?.excerpt
                ) : .passed
        }
    }

    static let pagesEnd = Check(
        "TOOLS-PAGES-END",
        "The pages of the tool list come to an end",
        requirement: "nextCursor is sent only when more tools follow; every cursor leads further.",
        reason: "A list that goes round in circles keeps clients busy until their memory or patience ends.",
        method: "Pages are fetched until none follows, a cursor comes again, or 200 were read.",
        twin: "A server that sends the same nextCursor with every page.",
        rules: [.always(.must, .specification("server/utilities/pagination#response-format"))],
        steps: [.firstListing]
    ) { record in
        record.listing(.firstListing) { listing in
            switch listing.end {
            case .loop(let cursor):
                .failed(
                    expected: "a new cursor, or none on the last page",
                    actual: "the cursor \(JSONValue.string(cursor).text()) again after \(listing.pages.count) pages",
                    message: listing.pages.last?.answer?.excerpt
                )
            case .tooManyPages(let limit):
                .failed(
                    expected: "an end of the list",
                    actual: "more than \(limit) pages",
                    message: listing.pages.last?.answer?.excerpt
                )
            case .complete: .passed
            case .broken: .incomplete("a page is missing: \(listing.lastSummary)")
            case .notTried(let reason): .incomplete(reason)
            }
        }
    }

    static let badCursor = Check(
        "TOOLS-BAD-CURSOR",
        "A cursor that was never given out is refused",
        requirement: "A cursor that the server does not know is answered with the error -32602.",
        reason: "A client whose cursor is out of date must learn that its list is not the whole list.",
        method: "tools/list with a cursor that we made up, where the server gives out cursors at all.",
        twin: "A server that answers any cursor with the first page.",
        rules: [.always(.should, .specification("server/utilities/pagination#error-handling"))],
        steps: [.firstListing, .badCursor]
    ) { record in
        // Who never gives out a cursor has no use for one, and most such servers ignore it: nobody is misled.
        if let listing = record.listings[.firstListing], listing.end == .complete, listing.pages.count == 1 {
            return .notApplicable("the server gives out no cursors")
        }
        return record.toolExchange(.badCursor) { exchange in
            exchange.errorCode == -32602
                ? .passed
                : .failed(expected: "error -32602", actual: exchange.summary, message: exchange.answer?.excerpt)
        }
    }
}
