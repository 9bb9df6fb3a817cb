import Domain

/// An address under which there is no page.
struct MissingPage: UserFacingError, Hashable {
    let path: String

    var code: String { "page.missing" }
    var kind: ErrorKind { .notFound }
    var message: Bilingual {
        Bilingual(
            vi: "Không có trang này; hãy kiểm tra lại địa chỉ hoặc quay về trang tổng quan.",
            en: "There is no such page; check the address or go back to the overview.")
    }
}

/// The address asks for a day or a year that does not exist.
enum AddressError: UserFacingError, Hashable {
    case noSuchDay(String)
    case noSuchYear(String)

    var code: String {
        switch self {
        case .noSuchDay: "address.no-such-day"
        case .noSuchYear: "address.no-such-year"
        }
    }

    var kind: ErrorKind {
        switch self {
        case .noSuchDay: .invalid
        case .noSuchYear: .notFound
        }
    }

    var message: Bilingual {
        switch self {
        case .noSuchDay(let typed):
            Bilingual(
                vi: "“\(typed)” không phải là ngày có thật; hãy ghi ngày như 15/10/2021.",
                en: "“\(typed)” is not a day that exists; write the day as 15/10/2021.")
        case .noSuchYear(let typed):
            Bilingual(
                vi: "Không có năm “\(typed)” trong hệ thống; hãy chọn năm ở đầu trang.",
                en: "There is no year “\(typed)” here; choose the year at the top of the page.")
        }
    }
}

/// The page is for people who have signed in.
struct SignInNeeded: UserFacingError, Hashable {
    var code: String { "session.needed" }
    var kind: ErrorKind { .signInNeeded }
    var message: Bilingual {
        Bilingual(
            vi: "Cần đăng nhập để tiếp tục; nếu vừa gửi biểu mẫu, hãy đăng nhập rồi gửi lại.",
            en: "Please sign in to go on; if you have just sent a form, sign in and send it again.")
    }
}
