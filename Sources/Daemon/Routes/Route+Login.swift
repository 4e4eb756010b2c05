import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// Logging in at the vendors of remote servers.
    static let logins: [Route] = [
        Route(
            .get,
            "/api/integrations/{id}/oauth",
            RouteFacts(
                name: "getLogin",
                summary: "Whether somebody is logged in, with which scopes, and how the last log-in ended",
                tag: "logins",
                answer: .json("Login", status: 200),
                problems: unknownIntegration
            )
        ) { request, service in .json(try await service.login(request.id).json) },
        Route(
            .post,
            "/api/integrations/{id}/oauth/start",
            RouteFacts(
                name: "startLogin",
                summary: "Begins a log-in, and says where the user's browser has to go",
                tag: "logins",
                body: "LoginRequest",
                isBodyOptional: true,
                answer: .json("LoginStart", status: 200),
                problems: asking(422, "it takes no log-in, or not as asked for")
            )
        ) { request, service in
            .json(try await service.startLogin(request.id, LoginRequest(body: request.body)).json)
        },
        Route(
            .post,
            "/api/integrations/{id}/oauth/complete",
            RouteFacts(
                name: "completeLogin",
                summary: "Ends a log-in with the address that the browser came back to, and answers with the verdict",
                tag: "logins",
                body: "PastedAddress",
                answer: .json("Verdict", status: 200),
                problems: asking(422, "the address belongs to no log-in that waits, or says that it was declined")
            )
        ) { request, service in
            .json(try await service.completeLogin(request.id, PastedAddress(body: request.body)).json)
        },
        Route(
            .post,
            "/api/integrations/{id}/oauth/logout",
            RouteFacts(
                name: "logOut",
                summary: "Gives the tokens back to their issuer, and forgets them",
                tag: "logins",
                body: "Nothing",
                isBodyOptional: true,
                answer: .json("Verdict", status: 200),
                problems: asking(422, "it takes no log-in")
            )
        ) { request, service in .json(try await service.logOut(request.id).json) },
        Route(
            .get,
            "/oauth/callback",
            RouteFacts(
                name: "returnFromLogin",
                summary: "Where browsers come back to after a log-in; says how it ended",
                tag: "logins",
                answer: .page(statuses: [400, 424, 500]),
                doorway: .arrival,
                takesAnyQuery: true
            )
        ) { request, service in
            let ending = await service.returnFromLogin(query: request.rawQuery)
            return .document(HTMLPage(ending), status: ending.status)
        },
    ]

    private static func asking(_ status: Int, _ words: String) -> [Int: String] {
        unknownIntegration.merging([
            status: words, 409: "it cannot be done as things are",
            424: "the authorization server does not answer, or not as it should",
            503: "the vault cannot be used now",
        ]) { $1 }
    }
}

extension HTMLPage {
    init(_ ending: LoginEnding) {
        self.init(
            title: ending.isGood ? "You are logged in" : "The log-in did not work",
            sentences: ending.sentences + ["You can close this page."]
        )
    }
}
