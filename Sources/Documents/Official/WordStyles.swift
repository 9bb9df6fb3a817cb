/// The styles of an official document: every paragraph of the body names one, so that a clerk can
/// change a size in one place and a screen reader finds the headings.
enum WordStyles {
    static let part: WordXML = {
        var xml = WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:docDefaults><w:rPrDefault><w:rPr>\
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" \
            w:cs="Times New Roman"/><w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>\
            <w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
            <w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>\
            </w:pPr></w:pPrDefault></w:docDefaults>\
            <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
            <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
            <w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>\
            </w:tblCellMar></w:tblPr></w:style>
            """)
        for style in all { xml.add(style) }
        xml.add("</w:styles>")
        return xml
    }()

    private static let all: [WordXML] = [
        style("National", "Quốc hiệu", centre, "<w:b/><w:caps/><w:sz w:val=\"24\"/>"),
        style("Motto", "Tiêu ngữ", centre, "<w:b/><w:sz w:val=\"26\"/>"),
        style("Superior", "Cơ quan chủ quản", centre, "<w:sz w:val=\"24\"/>"),
        style("Issuer", "Cơ quan ban hành", centre, "<w:b/><w:sz w:val=\"24\"/>"),
        style(
            "Symbol", "Số, ký hiệu", "<w:spacing w:before=\"60\"/><w:jc w:val=\"center\"/>",
            "<w:sz w:val=\"26\"/>"),
        style(
            "PlaceAndDay", "Địa danh, ngày", "<w:spacing w:before=\"60\"/><w:jc w:val=\"center\"/>",
            "<w:i/><w:sz w:val=\"26\"/>"),
        style("LetterSubject", "Trích yếu công văn", centre, "<w:sz w:val=\"24\"/>"),
        style(
            "Title", "Title",
            "<w:keepNext/><w:spacing w:before=\"240\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:sz w:val=\"28\"/>"),
        style(
            "Subtitle", "Subtitle", "<w:keepNext/><w:jc w:val=\"center\"/>",
            "<w:b/><w:sz w:val=\"28\"/>"),
        style(
            "Rule", "Đường kẻ", "<w:spacing w:before=\"50\" w:line=\"60\" w:lineRule=\"exact\"/>",
            "<w:sz w:val=\"2\"/>"),
        style(
            "Gap", "Khoảng cách", "<w:spacing w:before=\"0\" w:after=\"120\"/>",
            "<w:sz w:val=\"16\"/>"),
        style("Addressee", "Kính gửi", "<w:spacing w:before=\"120\"/><w:jc w:val=\"center\"/>", ""),
        style("Addressees", "Kính gửi nhiều nơi", "<w:ind w:left=\"2160\"/>", ""),
        style(
            "Body", "Nội dung",
            "<w:widowControl/><w:spacing w:before=\"120\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>",
            ""),
        style(
            "Basis", "Căn cứ",
            "<w:spacing w:before=\"120\" w:line=\"264\" w:lineRule=\"auto\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/>",
            "<w:i/>"),
        style(
            "Centred", "Giữa trang",
            "<w:keepNext/><w:spacing w:before=\"120\"/><w:jc w:val=\"center\"/>", "<w:b/>"),
        style(
            "Heading1", "heading 1",
            "<w:keepNext/><w:spacing w:before=\"180\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/>"),
        style(
            "Heading2", "heading 2",
            "<w:keepNext/><w:spacing w:before=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"1\"/>",
            "<w:b/>"),
        style(
            "Heading3", "heading 3",
            "<w:keepNext/><w:spacing w:before=\"120\"/><w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/><w:outlineLvl w:val=\"2\"/>",
            "<w:b/><w:i/>"),
        style(
            "Caption", "caption",
            "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:jc w:val=\"center\"/>",
            "<w:b/><w:sz w:val=\"26\"/>"),
        style(
            "TableHeading", "Đầu cột",
            "<w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"center\"/>",
            "<w:b/><w:sz w:val=\"24\"/>"),
        style(
            "TableText", "Ô bảng", "<w:spacing w:before=\"40\" w:after=\"40\"/>",
            "<w:sz w:val=\"24\"/>"),
        style(
            "TableNumber", "Ô số",
            "<w:spacing w:before=\"40\" w:after=\"40\"/><w:jc w:val=\"right\"/>",
            "<w:sz w:val=\"24\"/>"),
        style(
            "Picture", "Biểu đồ",
            "<w:spacing w:before=\"120\" w:after=\"60\"/><w:jc w:val=\"center\"/>", ""),
        style(
            "SignerTitle", "Chức vụ người ký", "<w:keepNext/><w:jc w:val=\"center\"/>",
            "<w:b/><w:sz w:val=\"28\"/>"),
        style(
            "SignerName", "Họ tên người ký",
            "<w:spacing w:before=\"1300\"/><w:jc w:val=\"center\"/>", "<w:b/><w:sz w:val=\"28\"/>"),
        style("RecipientsHeading", "Nơi nhận", "", "<w:b/><w:i/><w:sz w:val=\"24\"/>"),
        style("Recipients", "Danh sách nơi nhận", "", "<w:sz w:val=\"22\"/>"),
        style("AnnexWord", "Phụ lục", centre, "<w:b/><w:sz w:val=\"28\"/>"),
        style(
            "AnnexTitle", "Tên phụ lục",
            "<w:keepNext/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>",
            "<w:b/><w:caps/><w:sz w:val=\"26\"/>"),
        style(
            "AnnexOf", "Kèm theo", "<w:spacing w:after=\"120\"/><w:jc w:val=\"center\"/>",
            "<w:i/><w:sz w:val=\"28\"/>"),
        style("PageNumber", "header", centre, "<w:sz w:val=\"26\"/>"),
    ]

    private static let centre: StaticString = "<w:jc w:val=\"center\"/>"

    private static func style(
        _ id: StaticString, _ name: StaticString, _ paragraph: StaticString, _ run: StaticString
    ) -> WordXML {
        var xml = WordXML("<w:style w:type=\"paragraph\" w:styleId=\"")
        xml.add(id)
        xml.add("\"><w:name w:val=\"")
        xml.add(name)
        xml.add("\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>")
        xml.add(paragraph)
        xml.add("</w:pPr><w:rPr>")
        xml.add(run)
        xml.add("</w:rPr></w:style>")
        return xml
    }
}
