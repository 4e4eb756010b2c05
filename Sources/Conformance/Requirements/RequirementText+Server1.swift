extension RequirementText {
    /// Tools, resources, prompts and utilities, part 1.
    static let server1 = """
        TOOL-DECLARED must server 2024-11-05..2026-07-28
        at server/tools#capabilities
        A server with tools declares them, and lists those of the caller.
        check TOOLS-DECLARED TOOLS-LISTED TOOLS-PRESENT
        scenario tools-list

        TOOL-STABLE must server 2026-07-28
        at server/tools#capabilities
        The set does not depend on the connection or on earlier requests.
        check TOOLS-STABLE-SET

        TOOL-ORDER should server 2026-07-28
        at server/tools#capabilities
        The order is the same each time.
        check TOOLS-STABLE-ORDER

        TOOL-CHANGES should server 2024-11-05..2026-07-28
        at server/tools#list-changed-notification
        Changes of the list are told where that is declared, from 2026-07-28 on to subscribers.
        check LISTEN-CHANGES
        test MockEverythingTests/EverythingServerTests#listChanged

        TOOL-CALLED must client 2024-11-05..2026-07-28
        at server/tools#calling-tools
        A call names a tool, and gives it arguments as its schema has them.
        check CLIENT-TOOLS-CALLED
        scenario tools_call

        TOOL-HUMAN should client 2024-11-05..2026-07-28
        at server/tools#user-interaction-model
        A person can refuse each call, and sees what is called.
        why a matter of the user interface; no message shows it

        TOOL-SECURITY must server 2024-11-05..2026-07-28
        at server/tools#security-considerations
        Servers check arguments, guard access, limit rates and clean their output.
        check CALL-WRONG-ARGUMENTS

        TOOL-CLIENT-SECURITY should client 2024-11-05..2026-07-28
        at server/tools#security-considerations
        Clients ask before sensitive calls, show arguments, check results, limit time and log.
        why a matter of the user interface; no message shows it

        TOOL-UNTRUSTED must client 2025-03-26..2026-07-28
        at server/tools#tool
        Annotations of servers that are not trusted prove nothing.
        why nothing is called on the word of a hint but what --call does not name

        TOOL-ANNOTATED must server 2025-03-26..2026-07-28
        at server/tools#tool
        Annotations have the members and types of the revision.
        check TOOLS-ANNOTATIONS

        TOOL-SCHEMA must server 2024-11-05..2026-07-28
        at server/tools#tool
        The input schema is a JSON Schema of an object, never null.
        check TOOLS-INPUT-SCHEMA
        scenario tools-list

        TOOL-NAMING should server 2025-11-25..2026-07-28
        at server/tools#tool-names
        Names are 1 to 128 characters of the allowed ones, and unique.
        check TOOLS-NAMES TOOLS-UNIQUE-NAMES

        TOOL-CASE should both 2025-11-25..2026-07-28
        at server/tools#tool-names
        Names that differ in case are different.
        why no server has to have two such names

        TOOL-DESCRIPTION should server 2024-11-05..2026-07-28
        at server/tools#tool
        A tool says what it does.
        check TOOLS-DESCRIBED
        scenario tools-list

        TOOL-CALL must server 2024-11-05..2026-07-28
        at server/tools#calling-tools
        A call is answered with a result of content blocks.
        check CALL-ANSWERED CALL-CONTENT CALL-IMAGE CALL-AUDIO CALL-EMBEDDED CALL-MIXED
        scenario tools-call-simple-text tools-call-image tools-call-audio tools-call-embedded-resource
        scenario tools-call-mixed-content

        TOOL-EMBEDDED should server 2025-06-18..2026-07-28
        at server/tools#embedded-resources
        Whoever embeds resources declares them.
        why which of its tools embed is not known before they are called

        TOOL-STRUCTURED must server 2025-06-18..2026-07-28
        at server/tools#output-schema
        Structured results fit the output schema.
        check CALL-STRUCTURED TOOLS-OUTPUT-SCHEMA

        TOOL-STRUCTURED-READ should client 2025-06-18..2026-07-28
        at server/tools#output-schema
        Clients check them.
        why left to whoever uses our client

        TOOL-STRUCTURED-TEXT should server 2025-06-18..2026-07-28
        at server/tools#structured-content
        Structured results come as text, too.
        check CALL-STRUCTURED-TEXT

        TOOL-ERRORS must server 2024-11-05..2026-07-28
        at server/tools#error-handling
        What goes wrong in a tool is told in its result, what goes wrong in the protocol as an error.
        check CALL-FAILED CALL-UNKNOWN-TOOL CALL-UNKNOWN-TOOL-CODE
        scenario tools-call-error

        TOOL-ERRORS-SHOWN should client 2025-11-25..2026-07-28
        at server/tools#error-handling
        Clients show such results to the model.
        why left to whoever uses our client

        TOOL-RETRY-ID must client 2026-07-28
        at server/tools#input-required-tool-results
        The call that is sent again has another id.
        check CLIENT-INPUT-NEW-ID
        test ConformanceTests/Clients/ClientRunnerTests#sound
        scenario sep-2322-client-request-state

        TOOL-COLLISIONS should client 2026-07-28
        at server/tools#tool-names
        Who joins the tools of several servers tells equal names apart, and not by the server's own name.
        why our client joins nothing

        TOOL-HEADER-SAFE must server 2026-07-28
        at server/tools#x-mcp-header
        Header annotations stand on plain properties of safe types.
        check TOOLS-HEADERS
        scenario http-invalid-tool-headers

        TOOL-HEADER-SECRETS should server 2026-07-28
        at server/tools#x-mcp-header
        Secrets are not repeated in headers.
        why which argument is a secret only its author knows

        RES-DECLARED must server 2024-11-05..2026-07-28
        at server/resources#capabilities
        A server with resources declares them, and lists those of the caller.
        check RES-LISTED
        scenario resources-list

        RES-READING must server 2024-11-05..2026-07-28
        at server/resources#reading-resources
        A resource is read as text, or as data in Base64.
        check RES-READ RES-BINARY
        scenario resources-read-text resources-read-binary

        RES-TEMPLATED must server 2024-11-05..2026-07-28
        at server/resources#resource-templates
        Templates have a pattern from which URIs are made.
        check RES-TEMPLATES RES-TEMPLATE-READ
        scenario resources-templates-read

        RES-WATCHED must server 2024-11-05..2025-11-25
        at server/resources#subscriptions
        Who subscribes is told of changes, until they unsubscribe.
        check RES-SUBSCRIBED RES-UNSUBSCRIBED RES-UPDATED
        scenario resources-subscribe resources-unsubscribe

        RES-CHANGES should server 2024-11-05..2026-07-28
        at server/resources#list-changed-notification
        Changes of the list are told where that is declared.
        test MockEverythingTests/EverythingServerTests#listChanged
        why a stranger's list cannot be made to change

        RES-HTTPS should server 2024-11-05..2026-07-28
        at server/resources#https
        https URIs are for what the client can fetch by itself.
        why what a client can fetch is not known

        RES-SCHEMES must server 2025-06-18..2026-07-28
        at server/resources#custom-uri-schemes
        URIs are those of RFC 3986.
        check RES-LISTED

        RES-MISSING must server 2026-07-28
        at server/resources#error-handling
        A resource that does not exist is the error -32602, and never empty contents.
        check RES-UNKNOWN
        scenario sep-2164-resource-not-found

        RES-MISSING-OLD should server 2024-11-05..2025-11-25
        at server/resources#error-handling
        A resource that does not exist is the error -32002, other faults are -32603.
        check RES-UNKNOWN
        """
}
