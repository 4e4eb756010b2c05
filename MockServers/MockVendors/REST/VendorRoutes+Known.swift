extension VendorRoutes {
    /// What is known beside the entry; nothing for most vendors.
    package static func of(_ integration: String) -> VendorRoutes {
        known[integration] ?? VendorRoutes()
    }

    /// The integrations whose real server was run against these.
    package static let known: [String: VendorRoutes] = [
        "ahrefs": ahrefs, "apollo": apollo, "calendly": calendly, "coda": coda, "confluence": confluence,
        "docker": docker, "gitlab": gitlab, "hubspot-marketing": hubspotMarketing, "jira": jira, "linear": linear,
        "pagerduty": pagerduty, "zapier-n8n": n8n,
    ]
}
