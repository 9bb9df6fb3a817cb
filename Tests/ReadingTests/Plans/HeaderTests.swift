import Domain
import Reading
import Testing

struct HeaderTests {
    @Test func `a department's letterhead names the department`() {
        let header = PlanReader.read(
            """
            UBND TỈNH HẢI LÂM
            SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI
            -------
            CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Số: 12/KH-SLĐTBXH        Hải Lâm, ngày 05 tháng 01 năm 2026

            KẾ HOẠCH
            Cải cách hành chính năm 2026

            I. MỤC TIÊU
            """
        ).document
        #expect(header.issuer == "Sở Lao động - Thương binh và Xã hội")
        #expect(header.symbol == "12/KH-SLĐTBXH")
        #expect(header.issuedOn == Day("2026-01-05"))
        #expect(header.place == "Hải Lâm")
        #expect(header.title == "Cải cách hành chính năm 2026")
        #expect(header.year == 2026)
    }

    @Test func `two columns on one line are told apart`() {
        let header = PlanReader.read(
            """
                  ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                    TỈNH NAM HÀ                  Độc lập - Tự do - Hạnh phúc

                  Số: 201/KH-UBND             Nam Hà, ngày 28 tháng 12 năm 2022

                                 KẾ HOẠCH
                      Cải cách hành chính tỉnh Nam Hà năm 2023
            """
        ).document
        #expect(header.issuer == "Ủy ban nhân dân tỉnh Nam Hà")
        #expect(header.place == "Nam Hà")
        #expect(header.symbol == "201/KH-UBND")
    }

    @Test func `a decision's signer and first day come from its end`() {
        let header = PlanReader.read(
            """
            ỦY BAN NHÂN DÂN
            XÃ LONG PHƯỚC

            Số: 119/QĐ-UBND
            Long Phước, ngày 18 tháng 7 năm 2025

            QUYẾT ĐỊNH
            Về việc ban hành Kế hoạch cải cách hành chính năm 2025

            CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ LONG PHƯỚC

            Căn cứ Luật Tổ chức chính quyền địa phương;

            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính.

            Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

            Nơi nhận:
            - Như trên;

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            Nguyễn Văn An
            """
        ).document
        #expect(header.signer == "Nguyễn Văn An")
        #expect(header.effectiveOn == Day("2025-07-18"))
        #expect(header.title == "Về việc ban hành Kế hoạch cải cách hành chính năm 2025")
        #expect(header.issuer == "Ủy ban nhân dân xã Long Phước")
    }

    @Test func `a number still blank is unknown`() {
        let header = PlanReader.read(
            "Số:      /KH-UBND\n\nKẾ HOẠCH\nCải cách hành chính năm 2022\n"
        ).document
        #expect(header.symbol == nil)
    }

    @Test func `a day left blank is unknown`() {
        let header = PlanReader.read(
            "Hải Lâm, ngày   tháng 01 năm 2022\n\nKẾ HOẠCH\nCải cách năm 2022\n"
        ).document
        #expect(header.issuedOn == nil)
        #expect(header.place == "Hải Lâm")
    }
}
