/// The look of one vendor's credentials: a beginning that nothing else has, and what may follow.
struct CredentialShape: Sendable {
    let name: String
    let prefix: [UInt8]
    let minimum: Int
    let maximum: Int
    let isPart: @Sendable (UInt8) -> Bool

    private init(
        _ name: String,
        _ prefix: String,
        _ minimum: Int,
        to maximum: Int = 4_096,
        of isPart: @escaping @Sendable (UInt8) -> Bool = \.isWord
    ) {
        self.name = name
        self.prefix = Array(prefix.utf8)
        self.minimum = minimum
        self.maximum = maximum
        self.isPart = isPart
    }

    /// All that are known; the first that fits names the credential.
    static let all: [CredentialShape] =
        ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"].map { CredentialShape("github-token", $0, 20) }
        + ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "whsec_"].map { CredentialShape("stripe-key", $0, 10) }
        + ["sk-ant-", "sk-proj-", "sk-"].map { CredentialShape("secret-key", $0, 20) }
        + ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxc-", "xoxd-", "xapp-"].map {
            CredentialShape("slack-token", $0, 10)
        }
        + ["AKIA", "ASIA"].map { CredentialShape("aws-key", $0, 16, to: 16, of: \.isUpperOrDigit) }
        + [
            CredentialShape("google-key", "AIza", 30),
            CredentialShape("google-token", "ya29.", 20, of: \.isWordOrDot),
            CredentialShape("google-secret", "GOCSPX-", 20),
            CredentialShape("gitlab-token", "glpat-", 16, of: \.isWordOrDot),
            CredentialShape("gitlab-token", "glcbt-", 16, of: \.isWordOrDot),
            CredentialShape("gitlab-token", "gloas-", 16, of: \.isWordOrDot),
            CredentialShape("npm-token", "npm_", 30),
            CredentialShape("pypi-token", "pypi-", 40),
            CredentialShape("hugging-face-token", "hf_", 30),
            CredentialShape("sendgrid-key", "SG.", 30, of: \.isWordOrDot),
            CredentialShape("digitalocean-token", "dop_v1_", 40),
            CredentialShape("linear-key", "lin_api_", 20),
            CredentialShape("linear-token", "lin_oauth_", 20),
            CredentialShape("notion-token", "ntn_", 30),
            CredentialShape("notion-token", "secret_", 36),
            CredentialShape("shopify-token", "shpat_", 20),
            CredentialShape("figma-token", "figd_", 20),
            CredentialShape("figma-token", "figo_", 20),
            CredentialShape("hubspot-token", "pat-na", 30),
            CredentialShape("hubspot-token", "pat-eu", 30),
            CredentialShape("posthog-key", "phx_", 20),
            CredentialShape("posthog-key", "pha_", 20),
            CredentialShape("posthog-key", "phc_", 20),
            CredentialShape("docker-token", "dckr_pat_", 16),
            CredentialShape("sentry-token", "sntrys_", 20, of: \.isBase64),
            CredentialShape("sentry-token", "sntryu_", 20),
            CredentialShape("atlassian-token", "ATATT3", 20, of: \.isBase64),
            CredentialShape("atlassian-token", "ATCTT3", 20, of: \.isBase64),
            CredentialShape("meta-token", "EAA", 60),
            CredentialShape("square-token", "EAAA", 40),
            CredentialShape("grafana-token", "glsa_", 20),
            CredentialShape("vault-token", "hvs.", 20),
            CredentialShape("supabase-key", "sbp_", 20),
            CredentialShape("supabase-key", "sb_secret_", 16),
            CredentialShape("typeform-token", "tfp_", 20),
            CredentialShape("vercel-token", "vercel_blob_rw_", 20),
            CredentialShape("vercel-token", "vcp_", 20),
        ]

    /// Whether a word begins as one of them does; hubspot's regions stand for themselves.
    static func isBegun(by word: String) -> Bool {
        all.contains { word.utf8.starts(with: $0.prefix) }
    }

    /// How far a credential reaches from here; nil when none begins here.
    func end(in bytes: [UInt8], at start: Int) -> Int? {
        guard start + prefix.count <= bytes.count, bytes[start..<(start + prefix.count)].elementsEqual(prefix) else {
            return nil
        }
        var end = start + prefix.count
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        let length = end - start - prefix.count
        return (minimum...maximum).contains(length) ? end : nil
    }
}

extension UInt8 {
    var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isWord: Bool { isLetter || isDigit || self == 0x5F || self == 0x2D }
    var isWordOrDot: Bool { isWord || self == 0x2E }
    fileprivate var isUpperOrDigit: Bool { (0x41...0x5A).contains(self) || isDigit }
    fileprivate var isBase64: Bool { isWord || self == 0x2B || self == 0x2F || self == 0x3D }
}
