package import MCPConnection

extension WireTap {
    /// Hands every record to both.
    package func and(_ other: WireTap) -> WireTap {
        WireTap { record in
            observe(record)
            other.observe(record)
        }
    }
}
