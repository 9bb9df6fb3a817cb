import Crypto
import Foundation

/// A tree of hashes over the entries of a day, as RFC 6962 builds it.
///
/// A receipt then needs some twenty hashes to lead from an entry to the signed root, and tells
/// nothing of the other entries.
struct HashTree {
    typealias Hash = [UInt8]

    private let leaves: [Hash]

    /// Over the entries' hashes, in the order of their numbers.
    init(_ entryHashes: [String]) {
        leaves = entryHashes.map { HashTree.leaf($0) }
    }

    var root: String { HashTree.root(leaves[...]).hexadecimal }

    /// The hashes that lead from the leaf at the index up to the root, the nearest first.
    func path(_ index: Int) -> [String] {
        HashTree.path(leaves[...], index).map(\.hexadecimal)
    }

    /// The root that an entry's hash and its path lead to; `nil` when the path has another length.
    static func root(of entryHash: String, at index: Int, in count: Int, path: [String]) -> String?
    {
        let steps = path.map { Array($0.hexadecimalBytes) }
        return climb(leaf(entryHash), index, count, steps[...])?.hexadecimal
    }

    private static func climb(
        _ leaf: Hash, _ index: Int, _ count: Int, _ path: ArraySlice<Hash>
    ) -> Hash? {
        guard index >= 0, index < count else { return nil }
        guard count > 1 else { return path.isEmpty ? leaf : nil }
        guard let beside = path.last else { return nil }
        let half = split(count)
        if index < half {
            return climb(leaf, index, half, path.dropLast()).map { node($0, beside) }
        }
        return climb(leaf, index - half, count - half, path.dropLast()).map { node(beside, $0) }
    }

    private static func root(_ leaves: ArraySlice<Hash>) -> Hash {
        switch leaves.count {
        case 0: return Array(SHA256.hash(data: Data()))
        case 1: return leaves[leaves.startIndex]
        default:
            let middle = leaves.startIndex + split(leaves.count)
            return node(root(leaves[..<middle]), root(leaves[middle...]))
        }
    }

    private static func path(_ leaves: ArraySlice<Hash>, _ index: Int) -> [Hash] {
        guard leaves.count > 1 else { return [] }
        let half = split(leaves.count)
        let middle = leaves.startIndex + half
        let (left, right) = (leaves[..<middle], leaves[middle...])
        return index < half
            ? path(left, index) + [root(right)] : path(right, index - half) + [root(left)]
    }

    /// The largest power of two below the count.
    private static func split(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }

    // The first byte keeps a leaf from passing for a node.
    private static func leaf(_ entryHash: String) -> Hash {
        Array(SHA256.hash(data: [0] + Array(entryHash.utf8)))
    }

    private static func node(_ left: Hash, _ right: Hash) -> Hash {
        Array(SHA256.hash(data: [1] + left + right))
    }
}

extension String {
    /// The bytes that two digits each stand for; none when it is no such text.
    fileprivate var hexadecimalBytes: [UInt8] {
        let digits = utf8.map { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return [] }
        let values = digits.compactMap(\.self)
        return stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
