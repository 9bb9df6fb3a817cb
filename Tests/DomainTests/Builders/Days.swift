import Domain

/// A day written `2021-10-15`; a test that misspells one stops at once.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("“\(text)” is not a day") }
    return day
}

/// The PAR year 2021: 15/12/2020 to 14/12/2021.
let year2021 = day("2020-12-15")...day("2021-12-14")
