package org.jihe.publish.letter;

/** The parts of a document that are the same in all. */
final class DocxParts {

  static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String W =
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  static final String ROOT =
      XML
          + "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\"><Relationship Id=\"rId1\" Type=\""
          + OFFICE
          + "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

  /** Begins the relations of the document; pictures follow. */
  static final String DOCUMENT_RELATIONS =
      "<Relationships xmlns=\""
          + PACKAGE
          + "relationships\">"
          + relation("rId1", "styles", "styles.xml")
          + relation("rId2", "fontTable", "fontTable.xml")
          + relation("rId3", "footer", "footer1.xml");

  static final String TYPES =
      XML
          + "<Types xmlns=\""
          + PACKAGE
          + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
          + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
          + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
          + type("document", "document.main")
          + type("styles", "styles")
          + type("fontTable", "fontTable")
          + type("footer1", "footer")
          + "</Types>";

  /** Names beside each font for computers that do not have it. */
  static final String FONTS =
      XML
          + "<w:fonts "
          + W
          + ">"
          + font("方正小标宋_GBK", "方正小标宋简体,小标宋,宋体,Noto Serif CJK SC", "roman")
          + font("仿宋_GB2312", "仿宋,FangSong,华文仿宋,Noto Serif CJK SC", "modern")
          + font("楷体_GB2312", "楷体,KaiTi,华文楷体,Noto Serif CJK SC", "modern")
          + font("黑体", "SimHei,华文黑体,Noto Sans CJK SC", "swiss")
          + font("宋体", "SimSun,Noto Serif CJK SC", "roman")
          + "</w:fonts>";

  /** The number of the page between two dashes, in 宋体 四号. */
  static final String FOOTER =
      XML
          + "<w:ftr "
          + W
          + "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>"
          + "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
          + "<w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
          + "<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
          + "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";

  /** Sizes are half points: 二号 44, 三号 32, 四号 28, 小四 24, 五号 21. Lines are 28.95 points. */
  static final String STYLES =
      XML
          + "<w:styles "
          + W
          + "><w:docDefaults><w:rPrDefault><w:rPr>"
          + fonts("仿宋_GB2312")
          + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
          + "<w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>"
          + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
          + style("Title", "<w:jc w:val=\"center\"/><w:spacing w:after=\"579\"/>", "方正小标宋_GBK", 44)
          + style("Addressee", "", "仿宋_GB2312", 32)
          + style(
              "BodyText",
              "<w:jc w:val=\"both\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>",
              "仿宋_GB2312",
              32)
          + style(
              "Heading1",
              "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"0\"/>",
              "黑体",
              32)
          + style(
              "Heading2",
              "<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>",
              "楷体_GB2312",
              32)
          + style(
              "Signature",
              "<w:jc w:val=\"right\"/><w:ind w:rightChars=\"200\" w:right=\"640\"/>",
              "仿宋_GB2312",
              32)
          + style("Note", "<w:spacing w:line=\"400\"/>", "仿宋_GB2312", 24)
          + style("Annex", "", "黑体", 32)
          + style(
              "Caption",
              "<w:keepNext/><w:jc w:val=\"center\"/><w:spacing w:before=\"120\" w:after=\"60\" w:line=\"360\"/>",
              "黑体",
              24)
          + style(
              "Picture",
              "<w:jc w:val=\"center\"/><w:spacing w:before=\"60\" w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>",
              "仿宋_GB2312",
              24)
          + style(
              "Footer",
              "<w:jc w:val=\"center\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>",
              "宋体",
              28)
          + style(
              "TableHead",
              "<w:jc w:val=\"center\"/><w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/>",
              "黑体",
              21)
          + style(
              "TableText", "<w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/>", "仿宋_GB2312", 21)
          + style(
              "TableNumber",
              "<w:jc w:val=\"right\"/><w:spacing w:line=\"280\" w:lineRule=\"atLeast\"/>",
              "仿宋_GB2312",
              21)
          + "<w:style w:type=\"table\" w:styleId=\"Grid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>"
          + border("top")
          + border("left")
          + border("bottom")
          + border("right")
          + border("insideH")
          + border("insideV")
          + "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>";

  private DocxParts() {}

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\""
        + id
        + "\" Type=\""
        + OFFICE
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/word/"
        + part
        + ".xml\" ContentType=\""
        + TYPE
        + type
        + "+xml\"/>";
  }

  private static String font(String name, String others, String family) {
    return "<w:font w:name=\""
        + name
        + "\"><w:altName w:val=\""
        + others
        + "\"/><w:charset w:val=\"86\"/><w:family w:val=\""
        + family
        + "\"/></w:font>";
  }

  private static String fonts(String name) {
    return "<w:rFonts w:ascii=\""
        + name
        + "\" w:hAnsi=\""
        + name
        + "\" w:eastAsia=\""
        + name
        + "\" w:cs=\""
        + name
        + "\"/>";
  }

  private static String style(String id, String paragraph, String font, int halfPoints) {
    return "<w:style w:type=\"paragraph\" w:styleId=\""
        + id
        + "\"><w:name w:val=\""
        + id
        + "\"/><w:basedOn w:val=\"Normal\"/><w:pPr>"
        + paragraph
        + "</w:pPr><w:rPr>"
        + fonts(font)
        + "<w:sz w:val=\""
        + halfPoints
        + "\"/><w:szCs w:val=\""
        + halfPoints
        + "\"/></w:rPr></w:style>";
  }

  private static String border(String side) {
    return "<w:" + side + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>";
  }
}
