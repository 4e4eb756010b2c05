/// Machine-readable error names that mean the same wherever they occur; what a vendor means alone is for its entry.
enum KnownCode {
    /// What a name means, whatever its spelling (`INVALID_TOKEN`, `invalidToken`); nil when it says nothing for sure.
    static func outcome(of name: String) -> OutcomeCode? {
        guard name.utf8.count <= 64 else { return nil }
        return table[name.lowercased().filter { $0.isLetter || $0.isNumber }]
    }

    private static let table: [String: OutcomeCode] = {
        var table: [String: OutcomeCode] = [:]
        for (code, names) in names {
            for name in names.split(separator: " ") { table[String(name)] = code }
        }
        return table
    }()

    private static let names: [(OutcomeCode, String)] = [
        (
            .credentialMissing,
            "notauthed missingtoken tokennotprovided notauthenticated missingcredentials missingapikey"
        ),
        (
            .credentialInvalid,
            """
            invalidtoken invalidauth invalidaccesstoken invalidapikey invalidcredentials invalidclient unauthorized \
            unauthenticated authenticationfailed authenticationerror invalidauthentication autherror authfailed \
            authenticationfault invalidclienttokenid unrecognizedclientexception signaturedoesnotmatch invalidlogin \
            accountinactive invalidaccesskeyid authfailure badcredentials invalidkey
            """
        ),
        (
            .credentialExpired,
            """
            expiredaccesstoken tokenexpired expiredtoken expiredtokenexception invalidgrant tokenrevoked \
            revokedaccesstoken invalidsessionid sessionexpired tokenhasexpired requestexpired
            """
        ),
        (
            .scopeInsufficient,
            """
            missingscope missingscopes insufficientscope insufficientpermissions insufficientpermission \
            permissiondenied permissionserror restrictedresource accessdenied accessdeniedexception \
            userpermissiondenied unauthorizedoperation authorizationfailed
            """
        ),
        (
            .rateLimited,
            """
            ratelimited ratelimit ratelimits ratelimitexceeded userratelimitexceeded toomanyrequests throttling \
            throttlingexception throttledexception throttled throttlederror requestlimitexceeded resourceexhausted \
            toomanyrequestsexception quotaexceeded slowdown requestthrottled ratelimiterror
            """
        ),
        (
            .vendorError,
            """
            internalservererror serviceunavailable internalerror internalfailure badgateway gatewaytimeout \
            serviceunavailableexception backenderror
            """
        ),
    ]
}
