extension RequirementText {
    /// Tools, resources, prompts and utilities, part 2.
    static let server2 = """
        RES-INTERNAL should server 2026-07-28
        at server/resources#error-handling
        Internal faults are the error -32603.
        why a stranger's server cannot be made to fail inside

        RES-OLD-CODE should client 2026-07-28
        at server/resources#error-handling
        Clients take -32002 from older servers.
        test MCPTests/Client/ClientSessionHandshakeTests#legacy

        RES-SECURITY must server 2024-11-05..2026-07-28
        at server/resources#security-considerations
        URIs are checked, paths cleaned, access controlled, data encoded.
        check RES-UNKNOWN RES-READ

        PROMPT-DECLARED must server 2024-11-05..2026-07-28
        at server/prompts#capabilities
        A server with prompts declares them, and lists those of the caller.
        check PROMPT-LISTED
        scenario prompts-list

        PROMPT-STABLE must server 2026-07-28
        at server/prompts#capabilities
        The set does not depend on the connection or on earlier requests.
        why prompts are listed once; the tool list shows a server's manner

        PROMPT-CHANGES should server 2024-11-05..2026-07-28
        at server/prompts#list-changed-notification
        Changes of the list are told where that is declared.
        test MockEverythingTests/EverythingServerTests#listChanged
        why a stranger's list cannot be made to change

        PROMPT-CONTENT must server 2024-11-05..2026-07-28
        at server/prompts#image-content
        Messages have a role, and content in Base64 with its type, or a resource with its URI.
        check PROMPT-GET PROMPT-FILLED PROMPT-EMBEDDED PROMPT-IMAGE
        scenario prompts-get-simple prompts-get-with-args prompts-get-with-image prompts-get-embedded-resource

        PROMPT-ERRORS should server 2024-11-05..2026-07-28
        at server/prompts#error-handling
        Unknown prompts and missing arguments are the error -32602.
        check PROMPT-UNKNOWN PROMPT-ARGUMENTS

        PROMPT-VALIDATION must server 2024-11-05..2026-07-28
        at server/prompts#security
        Arguments are checked before they are used.
        check PROMPT-ARGUMENTS

        PROMPT-PAGES should client 2024-11-05..2026-07-28
        at server/prompts#implementation-considerations
        Clients read all pages of a long list, and keep to what is declared.
        test MCPTests/Value/PageWalkTests#walk

        CACHE-HINTS must server 2026-07-28
        at server/utilities/caching#cacheable-results
        Complete lists and contents say for how long they hold, and for whom.
        check UTIL-CACHING
        scenario caching

        CACHE-LIFE must server 2026-07-28
        at server/utilities/caching#time-to-live-ttl-field
        The time is zero or more.
        check UTIL-CACHING
        scenario caching

        CACHE-SCOPE must server 2026-07-28
        at server/utilities/caching#interaction-with-pagination
        All pages of a list are for the same readers.
        check UTIL-CACHING
        scenario caching

        CACHE-KEY must client 2026-07-28
        at server/utilities/caching#cache-key
        What was kept is given only for the same question, and never for a round of questions.
        why our client keeps nothing

        CACHE-USE should client 2026-07-28
        at server/utilities/caching#time-to-live-ttl-field
        Clients take no time or a negative one for zero, and ask again when the time is over.
        why our client keeps nothing

        CACHE-SHARE must client 2026-07-28
        at server/utilities/caching#cache-scope-field
        What is kept is not shared between callers with different credentials.
        why our client keeps nothing

        CACHE-POLL should client 2026-07-28
        at server/utilities/caching#freshness-calculation
        The time is no interval to ask at; who does so anyway spreads and slows down.
        why our client keeps nothing

        CACHE-ACCESS must server 2026-07-28
        at server/utilities/caching#security-considerations
        Servers guard what they give, whatever they said about its readers.
        why needs two callers with different rights

        COMPLETE-DECLARED must server 2025-03-26..2026-07-28
        at server/utilities/completion#capabilities
        A server that completes declares it.
        check UTIL-COMPLETION
        scenario completion-complete

        COMPLETE-VALUES must server 2024-11-05..2026-07-28
        at server/utilities/completion#completion-results
        Values are texts, at most 100, the best first.
        check UTIL-COMPLETION
        scenario completion-complete

        COMPLETE-ERRORS should server 2025-03-26..2026-07-28
        at server/utilities/completion#error-handling
        Unknown methods, prompts and arguments are refused with the codes of JSON-RPC.
        check CALL-UNKNOWN-METHOD PROMPT-UNKNOWN

        COMPLETE-SECURITY must both 2024-11-05..2026-07-28
        at server/utilities/completion#security
        Inputs are checked, rates limited, access controlled.
        why a matter of the inside; no message shows it

        LOG-DECLARED must server 2024-11-05..2026-07-28
        at server/utilities/logging#capabilities
        A server that logs declares it.
        check UTIL-LOG-LEVEL UTIL-LOG-MESSAGES
        scenario logging-set-level

        LOG-SECRETS must server 2024-11-05..2026-07-28
        at server/utilities/logging#security
        Logs hold no credentials, no personal data and nothing that helps an attacker.
        why which words are secrets only their owner knows

        LOG-CARE should server 2024-11-05..2026-07-28
        at server/utilities/logging#security
        Messages are limited, complete and of a consistent kind.
        why how many are too many is nowhere written

        LOG-LEVELS must server 2024-11-05..2026-07-28
        at server/utilities/logging#log-message-notifications
        Messages have one of the eight levels, and data.
        check UTIL-LOG-MESSAGES
        scenario tools-call-with-logging

        LOG-LEVEL-ERRORS should server 2024-11-05..2026-07-28
        at server/utilities/logging#error-handling
        An unknown level is refused with -32602.
        check UTIL-LOG-BAD-LEVEL

        LOG-UNASKED must server 2026-07-28
        at server/utilities/logging#per-request-log-level
        Without a level in the request nothing is logged to the client, and then only on the stream of that request.
        check UTIL-LOG-SILENT UTIL-LOG-MESSAGES

        LOG-RETIRED should server 2026-07-28
        at server/utilities/logging
        Nobody newly adopts logging by messages.
        why a choice of whoever builds it

        PAGE-SIZE must client 2024-11-05..2026-07-28
        at server/utilities/pagination#pagination-model
        Clients expect no size of a page, and take cursors as they are.
        test MCPTests/Value/PageWalkTests#walk

        PAGE-END must server 2024-11-05..2026-07-28
        at server/utilities/pagination#pagination-model
        A list has an end, and the page without a cursor is it.
        check TOOLS-PAGES-END
        scenario tools-list

        PAGE-EMPTY-CURSOR must client 2026-07-28
        at server/utilities/pagination#implementation-guidelines
        An empty text is a cursor like any other.
        test MCPTests/Value/PageWalkTests#emptyCursor

        PAGE-INVALID should server 2024-11-05..2026-07-28
        at server/utilities/pagination#error-handling
        A cursor that is none is refused with -32602.
        check TOOLS-BAD-CURSOR
        """
}
