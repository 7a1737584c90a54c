package org.jihe.publish.workbook;

/**
 * A cell that leads to another sheet of the workbook.
 *
 * @param text what is shown
 * @param sheet the sheet
 * @param row the row there, counted from 1
 */
record Link(String text, String sheet, int row) {

  /** A formula that every spreadsheet follows; texts of forms have no place in it. */
  String formula() {
    String address = "#'" + sheet + "'!A" + row;
    return "HYPERLINK(\"" + address + "\",\"" + text.replace("\"", "\"\"") + "\")";
  }
}
