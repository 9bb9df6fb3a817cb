import Domain
import Foundation
import Reading
import Support
import Testing

@Suite struct LegalTextTests {
    private let text = """
        ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        THÀNH PHỐ HẢI PHÒNG          Độc lập - Tự do - Hạnh phúc
        Số: 30/2018/QĐ-UBND          Hải Phòng, ngày 09 tháng 10 năm 2018

        QUYẾT ĐỊNH
        Ban hành quy định phân cấp quản lý tổ chức bộ máy

        Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;
        Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22/6/2015; Nghị định số
        34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ;
        Xét Báo cáo thẩm định số 18/BCTĐ-STP ngày 25/5/2018 của Sở Tư pháp;
        Theo đề nghị của Sở Nội vụ tại Tờ trình số 1494/TTr-SNV ngày 28/6/2018 và Công văn số 2231/SNV-CCHC&PC ngày 28/9/2018.

        QUYẾT ĐỊNH:
        Điều 1. Ban hành kèm theo Quyết định này Quy định phân cấp.
        Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 19 tháng 10 năm 2018 và thay thế Quyết định số 12/2014/QĐ-UBND ngày 01/4/2014.
        """

    @Test func `the bases are found with their symbols and days`() {
        let bases = LegalText(reading: text, name: "a.txt").bases
        #expect(
            bases.map { "\($0.symbol) \($0.datedOn?.vi ?? "–")" } == [
                " 19/06/2015", "80/2015/QH13 22/06/2015", "34/2016/NĐ-CP 14/05/2016",
                "18/BCTĐ-STP 25/05/2018", "1494/TTr-SNV 28/06/2018", "2231/SNV-CCHC&PC 28/09/2018",
            ])
    }

    @Test func `what an article replaces is no basis`() {
        #expect(
            !LegalText(reading: text, name: "a.txt").bases.contains { $0.symbol.hasPrefix("12/") })
    }

    @Test func `the text says its symbol, its day and its first day in force`() {
        #expect(
            LegalText(reading: text, name: "a.txt").facts
                == LegalTextFacts(
                    symbol: "30/2018/QĐ-UBND", signedOn: day("2018-10-09"),
                    inForceOn: day("2018-10-19")))
    }

    @Test func `in force from the signature is the day of signing`() {
        let signed = text.replacing("kể từ ngày 19 tháng 10 năm 2018", with: "kể từ ngày ký")
        #expect(
            LegalText(reading: signed, name: "a.txt").facts.inForceOn == day("2018-10-09"))
    }

    @Test func `a file without words of a document has neither facts nor bases`() async throws {
        let read = try await LegalText.read(Data("một hai ba".utf8), name: "a.txt")
        #expect(read.bases == [])
        #expect(read.facts == LegalTextFacts())
    }

    @Test func `any text is read, never trapped`() {
        let pieces = [
            "Căn cứ ", "Luật ", "ngày ", "31/02/2015", "; ", "\n", "30/2018/QĐ-UBND",
            " này có hiệu lực ",
            "ký", "Điều 1", "tháng 6 năm", " 19 ", "&/", ".", "số",
        ]
        for seed in Seeds.all {
            var random = SeededGenerator(seed: seed)
            let text = (0..<30).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let bases = LegalText(reading: text, name: "").bases
            #expect(bases.count <= LegalBasis.most, "seed \(seed)")
        }
    }
}

private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
