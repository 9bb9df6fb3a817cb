import Domain
import Foundation
import Testing

@Suite struct AgencyNameTests {
    @Test(arguments: [
        ("An Hoà", "An Hòa"), ("Quy Nhơn", "Qui Nhơn"), ("Thị xã An Nhơn", "TX. An Nhơn"),
        ("Thành phố Quy Nhơn", "TP Quy Nhơn"), ("Thành phố Quy Nhơn", "TP.Quy Nhơn"),
        ("Xã Canh Hiệp", "xã canh hiệp"),
        ("Phường Lê Lợi", "P. Lê Lợi"), ("Thị trấn Phú Phong", "TT. Phú Phong"),
        ("Ủy ban nhân dân huyện An Lão", "Huyện An Lão"),
        ("UBND TX. Hoài Nhơn", "Thị xã Hoài Nhơn"),
        ("Uỷ ban nhân dân tỉnh Bình Định", "Tỉnh Bình Định"),
        ("Xã  Đak\u{00A0}Mang", "Xã Đak Mang"),
    ])
    func `two ways of writing one name match`(_ one: String, _ other: String) {
        #expect(AgencyName.matchKey(one) == AgencyName.matchKey(other))
    }

    @Test func `the composed and the decomposed form match`() {
        let name = "Thị trấn Đập Đá"
        #expect(
            AgencyName.matchKey(name.decomposedStringWithCanonicalMapping)
                == AgencyName.matchKey(name))
    }

    @Test(arguments: [
        ("Xã An Nghĩa", "Xã Ân Nghĩa"), ("Xã Cát Tân", "Xã Cát Tấn"), ("Xã Đa Lộc", "Xã Da Lộc"),
        ("Phường Trần Phú", "Phường Trần Phu"),
    ])
    func `names that differ in a letter or a tone are two bodies`(_ one: String, _ other: String) {
        #expect(AgencyName.matchKey(one) != AgencyName.matchKey(other))
    }

    @Test func `a commune named after its district needs the parent to be told apart`() {
        #expect(AgencyName.matchKey("Thị trấn An Lão") == AgencyName.matchKey("Huyện An Lão"))
    }

    @Test(arguments: [
        ("Thành phố Quy Nhơn", "TP. Quy Nhơn"), ("Thị xã An Nhơn", "TX. An Nhơn"),
        ("Huyện Vân Canh", "huyện Vân Canh"),
        ("Thị trấn Vân Canh", "thị trấn Vân Canh"), ("Xã Canh Hiệp", "xã Canh Hiệp"),
        ("Phường Lê Lợi", "phường Lê Lợi"),
        ("Tỉnh Bình Định", "tỉnh Bình Định"), ("Sở Nội vụ", "Sở Nội vụ"),
        ("Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng Ủy ban nhân dân tỉnh"),
    ])
    func `a name inside a sentence has its kind in lower case`(_ name: String, _ written: String) {
        #expect(AgencyName.inSentence(name) == written)
    }

    @Test(arguments: [
        ("Thành phố Quy Nhơn", "Quy Nhơn"), ("Xã Canh Hiệp", "Canh Hiệp"), ("Sở Y tế", "Sở Y tế"),
        ("Xã", "Xã"),
    ])
    func `a narrow column leaves the kind out`(_ name: String, _ written: String) {
        #expect(AgencyName.short(name) == written)
    }
}
