extension RequirementText {
    /// Messages and their shape.
    static let basic = """
        BASE-JSONRPC must both 2024-11-05..2026-07-28
        at basic/index#messages
        at 2024-11-05 basic/messages
        Every message is a JSON-RPC 2.0 message.
        check WIRE-JSONRPC-VERSION WIRE-ANSWER-SHAPE WIRE-CLEAN-OUTPUT CLIENT-WIRE-SHAPE

        BASE-LIFECYCLE must both 2024-11-05..2025-11-25
        at basic/index
        Everybody implements the base protocol and its lifecycle.
        check INIT-HANDSHAKE CLIENT-INIT-FIRST
        scenario server-initialize initialize

        BASE-PATTERNS must both 2026-07-28
        at basic/index
        Everybody implements the base protocol, versioning and the message patterns.
        check INIT-HANDSHAKE
        scenario server-stateless

        BASE-REQUEST-ID must both 2024-11-05..2026-07-28
        at basic/index#requests
        at 2024-11-05 basic/messages#requests
        A request has an id, a string or an integer, and never null.
        check WIRE-REQUEST-SHAPE CLIENT-WIRE-IDS CLIENT-WIRE-SHAPE
        test MCPTests/WireConformanceTests#conversation

        BASE-REQUEST-ID-FRESH must both 2024-11-05..2025-11-25
        at basic/index#requests
        at 2024-11-05 basic/messages#requests
        Nobody uses an id twice in one session.
        check CLIENT-WIRE-IDS
        test MCPTests/Client/ClientSessionPropertyTests#story
        why servers ask too little in one session to show it

        BASE-REQUEST-ID-OPEN must client 2026-07-28
        at basic/index#requests
        An id is not that of another request that still waits for its answer.
        test MCPTests/Client/ClientSessionPropertyTests#story

        BASE-RESPONSE-ID must both 2024-11-05..2026-07-28
        at basic/index#responses
        at 2024-11-05 basic/messages#responses
        An answer has the id of its request; only an error about something unreadable may do without.
        check WIRE-ID-ECHO

        BASE-RESPONSE-ONE must both 2024-11-05..2026-07-28
        at basic/index#responses
        at 2024-11-05 basic/messages#responses
        An answer holds a result or an error, and not both.
        check WIRE-ANSWER-SHAPE WIRE-RESULT-SHAPE

        BASE-ERROR-CODE must both 2024-11-05..2026-07-28
        at basic/index#error-responses
        at 2024-11-05 basic/messages#responses
        An error has an integer as its code, and a message.
        check WIRE-ERROR-SHAPE

        BASE-NOTIFICATION-ID must both 2024-11-05..2026-07-28
        at basic/index#notifications
        at 2024-11-05 basic/messages#notifications
        A notification has no id.
        check WIRE-NOTIFICATION-SHAPE WIRE-ANSWER-SHAPE CLIENT-WIRE-SHAPE

        BASE-NOTIFICATION-SILENT must both 2024-11-05..2026-07-28
        at basic/index#notifications
        at 2024-11-05 basic/messages#notifications
        A notification is never answered.
        check WIRE-ID-ECHO HTTP-ACCEPTED

        BASE-BATCH must both 2025-03-26
        at basic/index#batching
        Batches are taken by everybody, and taken apart.
        check HTTP-BATCH
        test MCPTests/Server/ServerSessionBatchTests#together

        BASE-AUTH should both 2025-03-26..2026-07-28
        at basic/index#auth
        Over HTTP credentials go by the authorization pages, over stdio by the environment.
        test MCPAuthorizationTests/Driver/OAuthAuthorizerTests#login
        why a server over stdio shows no credentials

        BASE-META-RESERVED must both 2025-06-18..2026-07-28
        at basic/index#_meta
        Nobody guesses at the values of reserved keys in _meta.
        why a matter of the inside; no message shows it

        BASE-META-KEYS must both 2025-06-18..2026-07-28
        at basic/index#_meta
        Keys in _meta are labels with dots, a slash and a name, each beginning and ending with a letter or digit.
        check WIRE-RESULT-SHAPE

        BASE-META-DNS should both 2025-11-25..2026-07-28
        at basic/index#_meta
        Prefixes of keys in _meta are reversed domain names.
        why a name in the other order is no fault that a program could tell

        BASE-DIALECT must both 2025-11-25..2026-07-28
        at basic/index#schema-dialect
        Schemas are those of 2020-12 where they do not say otherwise, and everybody can read that.
        check TOOLS-INPUT-SCHEMA TOOLS-OUTPUT-SCHEMA CLIENT-SCHEMA-KEPT

        BASE-DIALECT-NAMED should both 2025-11-25..2026-07-28
        at basic/index#schema-dialect
        Everybody says which other dialects it knows.
        why a matter of documentation

        BASE-SCHEMA-VALID must both 2025-11-25..2026-07-28
        at basic/index#schema-validation
        Schemas are valid by their own dialect.
        check TOOLS-INPUT-SCHEMA TOOLS-OUTPUT-SCHEMA

        BASE-SCHEMA-UNKNOWN must both 2025-11-25..2026-07-28
        at basic/index#implementation-requirements
        A dialect that is not supported is an error, not a guess.
        why servers are given no schemas; JSONSchemaTests prove it of our validator

        BASE-ICONS must client 2025-11-25..2026-07-28
        at basic/index#icons
        Whoever shows icons takes PNG and JPEG, and guards against addresses and files that do harm.
        why a matter of the user interface; no message shows it

        BASE-RESULT-TYPE must server 2026-07-28
        at basic/index#resulttype
        Every result names its type, one that the protocol or a declared extension knows.
        check WIRE-RESULT-SHAPE
        scenario input-required-result-result-type

        BASE-RESULT-TYPE-READ must client 2026-07-28
        at basic/index#resulttype
        A client takes a missing type for complete, and an unknown one for a fault.
        check CLIENT-INPUT-COMPLETE
        test MCPTests/Client/ClientSessionReceivingTests#resultType

        BASE-ERROR-RANGE must both 2026-07-28
        at basic/index#error-codes
        Codes of the reserved range are used as defined, and the retired ones no more.
        check WIRE-ERROR-CODES

        BASE-ERROR-OWN should both 2026-07-28
        at basic/index#error-codes
        Codes of one's own lie outside the range that JSON-RPC reserves.
        why which of two codes a server should have chosen needs its author

        BASE-ERROR-OLD should client 2026-07-28
        at basic/index#error-codes
        A client still understands -32002 from older servers.
        test MCPTests/Client/ClientSessionHandshakeTests#legacy

        BASE-STATELESS must server 2026-07-28
        at basic/index#statelessness
        A server takes nothing about a client from earlier requests or from the connection.
        check HTTP-STATELESS INIT-REQUIRED-META
        scenario server-stateless

        BASE-STATELESS-MIXED should server 2026-07-28
        at basic/index#statelessness
        A server serves many conversations at once, on any connection.
        check HTTP-STATELESS
        scenario server-sse-multiple-streams

        BASE-HANDLES must server 2026-07-28
        at basic/index#statelessness
        What spans several requests is named in each of them.
        why what a server keeps for itself shows in no message

        BASE-PROCESS-LIFE should client 2026-07-28
        at basic/index#statelessness
        A client does not end the process with each conversation.
        test MCPConnectionTests/Client/WithStdioClientTests#concurrent

        BASE-REF must both 2026-07-28
        at basic/index#ref-resolution
        Nobody follows a $ref to the network unless told to.
        check CLIENT-SCHEMA-NO-FETCH
        why JSONSchemaTests prove it of our validator; a server's is not seen
        scenario json-schema-ref-no-deref

        BASE-REF-UNRESOLVED should both 2026-07-28
        at basic/index#ref-resolution
        A schema whose reference cannot be resolved is refused, not ignored.
        check TOOLS-INPUT-SCHEMA
        scenario json-schema-ref-no-deref

        BASE-SCHEMA-BOUNDS should both 2026-07-28
        at basic/index#composition-keyword-resource-use
        Schemas are checked within bounds of depth, number and time.
        why JSONSchemaTests prove it of our validator; a server's is not seen

        META-REQUIRED must client 2026-07-28
        at basic/index#_meta
        Every request of a client has the revision and its capabilities in _meta.
        check CLIENT-META-SENT
        test MCPTests/Client/ClientSessionRequestsTests#metadata
        scenario request-metadata

        META-IDENTITY should client 2026-07-28
        at basic/index#_meta
        Every request of a client has its name and version in _meta.
        check CLIENT-META-NAME
        test MCPTests/Client/ClientSessionRequestsTests#metadata
        scenario request-metadata

        META-MISSING must server 2026-07-28
        at basic/index#_meta
        A request without them is refused with -32602, over HTTP with status 400.
        check INIT-REQUIRED-META HTTP-MISSING-META
        scenario server-stateless

        META-CAPABILITY must server 2026-07-28
        at basic/index#_meta
        A server relies on declared capabilities only, and refuses with -32021 what needs others.
        check ASK-CAPABILITY WIRE-CLIENT-CAPABILITIES
        scenario input-required-result-capability-check

        META-SERVER should server 2026-07-28
        at basic/index#_meta
        Every result names the server in _meta.
        check INIT-SERVER-INFO INIT-SERVER-NAME

        META-IDENTITY-USE should both 2026-07-28
        at basic/index#_meta
        Nobody decides anything by the name that the other side gives itself.
        why a matter of the inside; no message shows it

        META-SUBSCRIPTION must server 2026-07-28
        at basic/index#_meta
        What comes on a subscription names it in _meta.
        check LISTEN-ACKNOWLEDGED LISTEN-CHANGES

        META-TRACE must both 2026-07-28
        at basic/index#_meta
        Trace context in _meta is written as W3C has it.
        why nobody has to send any
        """
}
