import Foundation
import Registry
import TestSupport

/// The seeds in the checkout, and what becomes of them.
enum SeedShelf {
    /// Every file in a folder of the checkout and below it.
    static func files(in folder: String) throws -> [String] {
        let top = SourceTree.root + "/" + folder
        return try FileManager.default.subpathsOfDirectory(atPath: top).sorted().map { "\(top)/\($0)" }
            .filter { !LocalFile.isFolder($0) }
    }

    /// Input with one thing wrong, the same each time for a number.
    static func damaged(_ bytes: [UInt8], _ seed: Int) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8(truncatingIfNeeded: seed)] }
        // Any spread of places will do; this one meets most of a small file.
        let place = (seed &* 7_919 &+ 13) % bytes.count
        var copy = bytes
        switch seed % 6 {
        case 0: return Array(bytes[..<place])
        case 1: return Array(bytes[place...])
        case 2: copy[place] ^= 0x80
        case 3: copy.insert(contentsOf: [0x22, 0x7B, 0x0A, 0x00, 0xFF], at: place)
        case 4: copy.insert(contentsOf: bytes[place...], at: place)
        default: copy[place] = UInt8(truncatingIfNeeded: seed &* 37)
        }
        return copy
    }
}
