/// Words that many passwords are made of, here and elsewhere, without marks; capitals don't matter.
///
/// Ours: the beginnings of the published lists of leaked passwords, and what officials in Vietnam are
/// seen to use. Runs of keys are found by rule and need no place here.
enum CommonWords {
    static let words: [String] = (vietnamese + administration + english + keyboard + names).split(
        separator: " "
    ).map(String.init)

    private static let vietnamese = """
        matkhau matkhaumoi matkhaucu taikhoan dangnhap nguoidung xinchao chaoban camon anhyeuem \
        emyeuanh yeuem yeuanh anhyeu emyeu toiyeu yeu vietnam vietnamyeuem hanoi saigon danang \
        binhdinh quynhon gialai pleiku hue cantho haiphong nhatrang dalat hoilamgi khongbiet \
        khongnho quenroi bimat congai contrai giadinh conyeu bome vochong tinhyeu hanhphuc maimai \
        matmuoi thanhcong cuocsong motngay tatca doilathe muathu muaxuan hoahong hoamai 
        """

    private static let administration = """
        caicach caicachhanhchinh hanhchinh cchc sonoivu noivu ubnd ubndtinh uyban uybannhandan \
        hdnd vanphong phongnoivu sotuphap sotaichinh chinhquyen congchuc canbo quantri quantrivien \
        hethong chutich giamdoc truongphong chuyenvien motcua dichvucong tinhuy kehoach baocao 
        """

    private static let english = """
        password passwd pass admin administrator root user guest login welcome letmein changeme \
        default secret master hello iloveyou love lovely monkey dragon football baseball superman \
        batman sunshine princess shadow computer internet server system manager office company \
        test testing temp demo sample qwerty abc abcd freedom whatever trustno starwars michael \
        jordan ashley charlie donald cheese cookie summer winter spring autumn january february \
        google facebook samsung iphone windows microsoft oracle access public private security 
        """

    private static let keyboard = """
        1qaz 2wsx 3edc 4rfv 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3 qazwsx qaz wsx edc zaq1 xsw2 \
        qweasd asdzxc a1b2c3 abc123 123abc 
        """

    private static let names = """
        nguyen tran pham hoang huynh phan dang ngo duong thanh tuan hung dung minh linh huong \
        phuong trang thuy hanh hien nhung quynh long khanh
        """
}
