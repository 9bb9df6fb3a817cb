import Domain

/// Writes official documents as .docx in the layout of the decree on clerical work.
///
/// The same document always gives the same bytes. Source: Decree 30/2020/NĐ-CP, Annex I.
public enum WordDocument {
    public static let contentType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    public static func write(_ document: OfficialDocument, to path: String) throws {
        try ZipWriter.write(parts(of: document), to: path)
    }

    private static func parts(of document: OfficialDocument) -> [(name: String, bytes: [UInt8])] {
        let body = WordBody.part(document)
        var parts = [
            ("[Content_Types].xml", contentTypes(body.charts.count)),
            ("_rels/.rels", relations),
            ("docProps/core.xml", properties(of: document)),
            ("word/document.xml", body.xml),
            ("word/_rels/document.xml.rels", documentRelations(body.charts.count)),
            ("word/styles.xml", WordStyles.part),
            ("word/settings.xml", settings),
            ("word/header1.xml", numberedHeader),
            ("word/header2.xml", emptyHeader),
        ]
        for (position, figure) in body.charts.enumerated() {
            parts.append(("word/charts/chart\(position + 1).xml", WordChart.part(figure)))
        }
        return parts.map { ($0.0, $0.1.bytes) }
    }

    private static func contentTypes(_ charts: Int) -> WordXML {
        var xml = WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>\
            <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>\
            <Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>\
            <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
            """)
        for number in 1..<(charts + 1) {
            xml.add("<Override PartName=\"/word/charts/chart")
            xml.add(number)
            xml.add(
                ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"
            )
        }
        xml.add("</Types>")
        return xml
    }

    private static var relations: WordXML {
        WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
            </Relationships>
            """)
    }

    private static func documentRelations(_ charts: Int) -> WordXML {
        var xml = WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rIdStyles" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
            <Relationship Id="rIdSettings" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>\
            <Relationship Id="rIdNumber" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>\
            <Relationship Id="rIdNone" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/>
            """)
        for number in 1..<(charts + 1) {
            xml.add("<Relationship Id=\"rIdChart")
            xml.add(number)
            xml.add(
                "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart\" Target=\"charts/chart"
            )
            xml.add(number)
            xml.add(".xml\"/>")
        }
        xml.add("</Relationships>")
        return xml
    }

    private static func properties(of document: OfficialDocument) -> WordXML {
        var xml = WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>
            """)
        let title =
            document.kind == .letter
            ? document.subject : "\(document.kind.title.vi) \(document.subject)"
        xml.add(text: title)
        xml.add("</dc:title><dc:creator>")
        xml.add(text: document.letterhead.name)
        xml.add("</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>")
        return xml
    }

    private static var settings: WordXML {
        WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            <w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>\
            <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
            <w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>
            """)
    }

    private static var numberedHeader: WordXML {
        WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>\
            <w:pStyle w:val="PageNumber"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>\
            <w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>\
            <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>
            """)
    }

    private static var emptyHeader: WordXML {
        WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr>\
            <w:pStyle w:val="PageNumber"/></w:pPr></w:p></w:hdr>
            """)
    }
}
