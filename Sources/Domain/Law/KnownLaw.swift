/// A law that is often cited with a wrong year, with the years in which one of that name was passed.
///
/// Only to raise a question: Hòa Bình 35/2022 cites the 2015 law with the year 2016. Years of the laws
/// before 2015 are general knowledge, unverified; they are here so that citing one asks nothing.
struct KnownLaw: Sendable {
    /// Folded, as it stands in a citation.
    let name: String
    let title: Bilingual
    let years: [Int]

    static let all = [
        KnownLaw(
            name: "luat ban hanh van ban quy pham phap luat",
            title: Bilingual(
                vi: "Luật Ban hành văn bản quy phạm pháp luật",
                en: "the Law on the Promulgation of Legal Documents"),
            years: [1996, 2002, 2004, 2008, 2015, 2020, 2025])
    ]
}
