import Domain

/// A chart of bars as Word draws it: it stays sharp, and its numbers can be read from it.
enum WordChart {
    /// The drawing that shows the chart inside a paragraph, with its text for who cannot see it.
    static func drawing(_ figure: OfficialDocument.Figure, _ number: Int) -> WordXML {
        let width = PaperLayout.width(isLandscape: false) * 635
        let height = (figure.bars.count * 420 + 600) * 635
        var xml = WordXML(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\""
        )
        xml.add(width)
        xml.add("\" cy=\"")
        xml.add(height)
        xml.add("\"/><wp:docPr id=\"")
        xml.add(number)
        xml.add("\" name=\"")
        xml.add(text: figure.title)
        xml.add("\" descr=\"")
        xml.add(text: figure.description)
        xml.add(
            """
            "/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
            <c:chart r:id="rIdChart
            """)
        xml.add(number)
        xml.add("\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")
        return xml
    }

    /// The chart itself: one row of bars in the order given, each with its number written out.
    static func part(_ figure: OfficialDocument.Figure) -> WordXML {
        var xml = WordXML(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
            <c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>\
            <c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>\
            <c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="4A6FA5"/></a:solidFill></c:spPr>\
            <c:invertIfNegative val="0"/><c:dLbls>
            """)
        for (index, bar) in figure.bars.enumerated() { xml.add(label(bar, index)) }
        xml.add(
            """
            <c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
            <c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls><c:cat><c:strLit><c:ptCount val="
            """)
        xml.add(figure.bars.count)
        xml.add("\"/>")
        for (index, bar) in figure.bars.enumerated() {
            xml.add("<c:pt idx=\"")
            xml.add(index)
            xml.add("\"><c:v>")
            xml.add(text: bar.label)
            xml.add("</c:v></c:pt>")
        }
        xml.add(
            "</c:strLit></c:cat><c:val><c:numLit><c:formatCode>0.##</c:formatCode><c:ptCount val=\""
        )
        xml.add(figure.bars.count)
        xml.add("\"/>")
        for (index, bar) in figure.bars.enumerated() {
            xml.add("<c:pt idx=\"")
            xml.add(index)
            xml.add("\"><c:v>")
            xml.add(text: decimal(bar.hundredths))
            xml.add("</c:v></c:pt>")
        }
        xml.add(
            """
            </c:numLit></c:val></c:ser><c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>\
            <c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>\
            <c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>\
            <c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:min val="0"/></c:scaling>\
            <c:delete val="1"/><c:axPos val="t"/><c:crossAx val="1"/></c:valAx></c:plotArea>\
            <c:plotVisOnly val="1"/></c:chart><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100">\
            <a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>
            """)
        return xml
    }

    /// The number beside its bar, as the text writes it: 31,25%.
    private static func label(_ bar: OfficialDocument.Figure.Bar, _ index: Int) -> WordXML {
        var xml = WordXML("<c:dLbl><c:idx val=\"")
        xml.add(index)
        xml.add(
            "\"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang=\"vi-VN\" sz=\"1100\"/><a:t>")
        xml.add(text: bar.number.text)
        xml.add(
            """
            </a:t></a:r></a:p></c:rich></c:tx><c:showLegendKey val="0"/><c:showVal val="1"/>\
            <c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>\
            <c:showBubbleSize val="0"/></c:dLbl>
            """)
        return xml
    }

    /// The number as XML writes it: 31.25.
    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

extension WordBody {
    mutating func write(_ figure: OfficialDocument.Figure) {
        paragraph("Caption", figure.title)
        guard !figure.bars.isEmpty else { return paragraph("Body", "Chưa có số liệu.") }
        let number = note(figure)
        open("Picture")
        add(WordChart.drawing(figure, number))
        add("</w:p>")
    }
}
