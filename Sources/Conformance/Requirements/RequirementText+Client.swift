extension RequirementText {
    /// Roots, sampling and elicitation.
    static let client = """
        ROOTS-DECLARED must client 2024-11-05..2026-07-28
        at client/roots#capabilities
        A client with roots declares them, and is asked only then.
        check WIRE-CLIENT-CAPABILITIES ASK-ROOTS
        test MCPTests/Client/ClientSessionServerMessagesTests#declared
        scenario input-required-result-basic-list-roots

        ROOTS-CHANGES must client 2024-11-05..2025-11-25
        at client/roots#root-list-changes
        A client that says that its roots change tells when they do.
        why our client has no roots of its own

        ROOTS-FILE must client 2024-11-05..2026-07-28
        at client/roots#root
        A root is a file URI.
        why our client has no roots of its own: whoever uses it gives them

        ROOTS-ERRORS should client 2024-11-05..2025-11-25
        at client/roots#error-handling
        A client without roots answers -32601.
        test MCPTests/Client/ClientSessionServerMessagesTests#undeclared

        ROOTS-SECURITY must both 2024-11-05..2026-07-28
        at client/roots#security-considerations
        Roots are shared with consent, checked, and respected by servers.
        why a matter of the user interface; no message shows it

        ROOTS-RETIRED should both 2026-07-28
        at client/roots
        Nobody newly adopts roots.
        why a choice of whoever builds it

        SAMPLING-DECLARED must client 2024-11-05..2026-07-28
        at client/sampling#capabilities
        A client with a model declares it, and is asked only then.
        check WIRE-CLIENT-CAPABILITIES ASK-SAMPLING ASK-CAPABILITY
        scenario tools-call-sampling

        SAMPLING-HUMAN should client 2024-11-05..2026-07-28
        at client/sampling#user-interaction-model
        A person sees, changes and may refuse what is asked and answered.
        why a matter of the user interface; no message shows it

        SAMPLING-ERRORS should client 2024-11-05..2025-11-25
        at client/sampling#error-handling
        Refusals are answered with errors.
        test MCPTests/Client/ClientSessionServerMessagesTests#undeclared

        SAMPLING-SECURITY should both 2024-11-05..2026-07-28
        at client/sampling#security-considerations
        Contents are checked, rates limited, preferences respected, secrets guarded.
        why a matter of the inside; no message shows it

        SAMPLING-SHAPE must server 2024-11-05..2026-07-28
        at client/sampling#creating-messages
        A question has messages of user and assistant, and a limit of tokens.
        check ASK-SAMPLING
        scenario tools-call-sampling input-required-result-basic-sampling

        SAMPLING-TOOLS must both 2025-11-25..2026-07-28
        at client/sampling#tools-in-sampling
        Tools are offered to a model only where the client says that it can use them.
        check ASK-SAMPLING
        test MCPTests/Value/CapabilitiesTests#missing

        SAMPLING-CONTEXT should server 2025-11-25..2026-07-28
        at client/sampling#capabilities
        Servers do not ask for the context of others.
        check ASK-SAMPLING

        SAMPLING-TOOL-RESULTS must both 2025-11-25..2026-07-28
        at client/sampling#tool-use-and-result-balance
        Each use of a tool is followed by its result, and such messages hold nothing else.
        why no fixture of the official suite uses tools in sampling

        SAMPLING-CHOICE must client 2025-11-25..2026-07-28
        at client/sampling#tool-choice-modes
        The model uses a tool where it must, and none where it must not.
        why there is no model here

        SAMPLING-LOOPS should both 2025-11-25..2026-07-28
        at client/sampling#security-considerations
        Loops of tools have a limit.
        why there is no model here

        SAMPLING-RETAINED should both 2026-07-28
        at client/sampling#messages
        Messages are not kept between questions, and the limit of tokens is respected.
        why there is no model here

        SAMPLING-RETIRED should both 2026-07-28
        at client/sampling
        Nobody newly adopts sampling.
        why a choice of whoever builds it

        ELICIT-DECLARED must client 2025-06-18..2026-07-28
        at client/elicitation#capabilities
        A client that can ask its user declares it, with the modes that it has.
        check WIRE-CLIENT-CAPABILITIES ASK-ELICITATION
        test MCPTests/Value/CapabilitiesTests#elicitation
        scenario tools-call-elicitation

        ELICIT-MODES must server 2025-11-25..2026-07-28
        at client/elicitation#capabilities
        Servers use declared modes only; without a mode it is a form.
        check ASK-ELICITATION ASK-CAPABILITY

        ELICIT-FORM must server 2025-06-18..2026-07-28
        at client/elicitation#requested-schema
        A form has a message, and fields of simple types.
        check ASK-ELICITATION ASK-ENUMS
        scenario tools-call-elicitation elicitation-sep1330-enums input-required-result-basic-elicitation

        ELICIT-DEFAULTS should both 2025-11-25..2026-07-28
        at client/elicitation#requested-schema
        Defaults of fields fit them, and clients fill them in.
        check ASK-DEFAULTS CLIENT-ASK-DEFAULTS
        test ConformanceTests/Clients/ClientRunnerTests#sound
        scenario elicitation-sep1034-defaults elicitation-sep1034-client-defaults

        ELICIT-SECRETS must server 2025-06-18..2026-07-28
        at client/elicitation#user-interaction-model
        Forms never ask for secrets; those are for an address in the browser.
        why which words ask for a secret needs people

        ELICIT-CLIENT must client 2025-11-25..2026-07-28
        at client/elicitation#user-interaction-model
        Clients show who asks what, let users refuse, and check what was filled in.
        why a matter of the user interface; no message shows it

        ELICIT-CARE should client 2025-06-18..2026-07-28
        at client/elicitation#security-considerations
        Users see who asks and why, and can refuse at any time; both sides check what was filled in.
        why a matter of the user interface; no message shows it

        ELICIT-URL must server 2025-11-25..2026-07-28
        at client/elicitation#url-mode-elicitation-requests
        An address to visit comes with its mode, a message and a valid URL.
        check WIRE-REQUEST-SHAPE
        why no fixture of the official suite asks for one

        ELICIT-URL-DONE must both 2025-11-25
        at client/elicitation#completion-notifications-for-url-mode-elicitation
        That it is done is told to who was asked, by its id; unknown ids are ignored.
        check WIRE-NOTIFICATION-SHAPE
        why no fixture of the official suite asks for one

        ELICIT-URL-REQUIRED must server 2025-11-25
        at client/elicitation#url-elicitation-required-error
        The error that requires a visit lists the visits, and is used for nothing else.
        why no fixture of the official suite sends it

        ELICIT-STATE must server 2025-11-25..2026-07-28
        at client/elicitation#statefulness
        What a server remembers of a user is bound to that user, and guarded.
        why needs a server with accounts and two users

        ELICIT-OAUTH must server 2025-11-25..2026-07-28
        at client/elicitation#url-mode-elicitation-for-oauth-flows
        Credentials of third parties pass by the client, and stay with the server that was authorised.
        why needs a server that is authorised elsewhere

        ELICIT-ERRORS must both 2025-11-25..2026-07-28
        at client/elicitation#error-handling
        Refusals and failures are answered with the codes of JSON-RPC, and servers expect them.
        test MCPTests/Client/ClientSessionServerMessagesTests#undeclared
        why what a tool does without an answer is its own

        ELICIT-URL-SAFE must server 2025-11-25..2026-07-28
        at client/elicitation#safe-url-handling
        Addresses hold no personal data and no entry that is open to anybody; better they are HTTPS.
        why no fixture of the official suite asks for one

        ELICIT-URL-OPEN must client 2025-11-25..2026-07-28
        at client/elicitation#safe-url-handling
        Clients show the whole address, ask first, open it apart, and fetch nothing of it before.
        why a matter of the user interface; no message shows it

        ELICIT-IDENTITY must server 2025-11-25..2026-07-28
        at client/elicitation#identifying-the-user
        Servers make sure who the user is, and that the one who opens the address is the one who was asked.
        why needs a server with accounts and two users

        ELICIT-BOUND must server 2025-11-25..2026-07-28
        at client/elicitation#security-considerations
        Questions are bound to the client and its user.
        why needs a server with accounts and two users
        """
}
