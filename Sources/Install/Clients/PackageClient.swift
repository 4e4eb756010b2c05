/// One kind of package: how its client is told to install it into a folder, and what its faults mean.
protocol PackageClient: Sendable {
    /// Installs into the working folder as it will be found in the final one.
    func install(_ job: InstallJob) async throws(InstallError) -> Installation
}
