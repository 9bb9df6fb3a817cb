import Domain
import Testing

@Suite struct SecrecyStampTests {
    private func head(_ stamp: String) -> String {
        """
        ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH BÌNH ĐỊNH\t\tĐộc lập - Tự do - Hạnh phúc
        Số: 12/BC-UBND\t\tBình Định, ngày 05 tháng 01 năm 2021
        \(stamp)
        BÁO CÁO
        Công tác bảo vệ bí mật nhà nước năm 2020
        """
    }

    @Test(arguments: [
        ("MẬT", SecrecyStamp.secret), ("TỐI MẬT", .topSecret), ("TUYỆT MẬT", .absoluteSecret),
        ("[TỐI MẬT]", .topSecret), ("T U Y Ệ T  M Ậ T", .absoluteSecret),
        ("Số bản: 02\tMẬT", .secret), ("ĐỘ MẬT: TỐI MẬT", .topSecret),
        ("TO\u{302}\u{301}I MA\u{323}\u{302}T", .topSecret),
    ])
    func `a stamp at the head is found however it is set`(_ line: String, _ stamp: SecrecyStamp) {
        #expect(SecrecyStamp.found(atHeadOf: head(line)) == stamp)
    }

    @Test(arguments: [
        "", "Mật", "BẢO MẬT", "TÀI LIỆU MẬT", "MẬT KHẨU", "Về việc bảo vệ bí mật nhà nước",
        "Không đưa tài liệu MẬT lên hệ thống", "MẬT 2",
    ])
    func `an ordinary mention is no stamp`(_ line: String) {
        #expect(SecrecyStamp.found(atHeadOf: head(line)) == nil)
    }

    @Test func `a word in the text or in a table below is no stamp`() {
        let text =
            head("") + "\nCăn cứ Luật Bảo vệ bí mật nhà nước;\n"
            + "TT\tTên văn bản\tĐộ mật\n1\tBáo cáo\tMẬT\nTUYỆT MẬT\n"
        #expect(SecrecyStamp.found(atHeadOf: text) == nil)
    }

    @Test func `a heading broken before its last word is no stamp`() {
        let text = """
            QUY CHẾ
            QUẢN LÝ, SỬ DỤNG VĂN BẢN TỐI
            MẬT
            """
        #expect(SecrecyStamp.found(atHeadOf: text) == nil)
    }

    @Test func `a stamp alone above a picture of a page is one`() {
        #expect(SecrecyStamp.found(atHeadOf: "\n\n  TỐI MẬT \n") == .topSecret)
    }
}
