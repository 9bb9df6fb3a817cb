/// Reads a number as officials print it: comma before decimals, point between thousands.
enum ExactNumber {
    /// The number in whole hundredths; `nil` when it is too long or no number: 2.1.3.
    ///
    /// A share's single point or comma always stands before decimals: 1.275% is no thousand.
    /// Decimals beyond the second round half up.
    static func hundredths(_ scalars: ArraySlice<Unicode.Scalar>, isShare: Bool) -> Int? {
        var groups: [(digits: Int, value: Int)] = [(0, 0)]
        var marks: [UInt32] = []
        for scalar in scalars {
            if scalar.value == 0x2C || scalar.value == 0x2E {
                marks.append(scalar.value)
                groups.append((0, 0))
                continue
            }
            let last = groups.count - 1
            guard groups[last].digits < 12, groups.count < 6 else { return nil }
            groups[last].value = groups[last].value * 10 + Int(scalar.value) - 0x30
            groups[last].digits += 1
        }
        guard let whole = groups.first else { return nil }
        if groups.count == 1 { return whole.value * 100 }
        let rest = groups.dropFirst()
        let isThousands =
            whole.digits <= 3 && !(isShare && groups.count == 2)
            && rest.allSatisfy { $0.digits == 3 } && marks.allSatisfy { $0 == marks[0] }
        if isThousands {
            return groups.reduce(0) { $0 * 1_000 + $1.value } * 100
        }
        guard let decimals = rest.last, groups.count == 2 else {
            return thousandsThenDecimals(groups, marks)
        }
        return whole.value * 100 + hundredths(decimals)
    }

    /// Reads 1.204,50 with both marks.
    private static func thousandsThenDecimals(
        _ groups: [(digits: Int, value: Int)], _ marks: [UInt32]
    ) -> Int? {
        guard let decimals = groups.last, let mark = marks.last, groups[0].digits <= 3,
            groups.dropFirst().dropLast().allSatisfy({ $0.digits == 3 }), decimals.digits <= 2,
            marks.dropLast().allSatisfy({ $0 != mark })
        else { return nil }
        return groups.dropLast().reduce(0) { $0 * 1_000 + $1.value } * 100 + hundredths(decimals)
    }

    private static func hundredths(_ decimals: (digits: Int, value: Int)) -> Int {
        switch decimals.digits {
        case 0: return 0
        case 1: return decimals.value * 10
        case 2: return decimals.value
        default:
            var scale = 1
            for _ in 2..<decimals.digits { scale *= 10 }
            return (decimals.value * 2 + scale) / (scale * 2)
        }
    }
}
