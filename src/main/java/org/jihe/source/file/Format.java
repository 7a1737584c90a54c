package org.jihe.source.file;

import java.util.Locale;

/** The physical formats that are told apart. */
public enum Format {
  /** Text whose fields are separated by tabs or aligned by spaces. */
  TEXT,
  /** Text whose fields are separated by commas or semicolons. */
  CSV,
  /** Office Open XML workbook. */
  XLSX,
  /** Workbook of Excel 97 to 2003. */
  XLS,
  /** Office Open XML document. */
  DOCX,
  /** Document of Word 97 to 2003. */
  DOC,
  /** Rich Text Format. */
  RTF,
  /** Workbook of Excel 2003 as XML. */
  XML,
  /** OpenDocument spreadsheet or text. */
  ODF,
  /** Portable Document Format. */
  PDF,
  /** Web page. */
  HTML,
  /** Transcripts of forms as JSON. */
  JSON,
  /** A picture of a page. */
  IMAGE,
  /** Archive of files. */
  ZIP,
  /** Nothing of the above. */
  UNKNOWN;

  /** Short name, such as {@code xlsx}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
