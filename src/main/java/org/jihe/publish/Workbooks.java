package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.publish.workbook.BureauBook;
import org.jihe.publish.workbook.ReturnList;

/**
 * Writes what goes to and fro between the bureau and the departments: a list for every department,
 * the bureau's workbook, and the ledger. A department at a time is in memory.
 */
final class Workbooks {

  /** The folder that the workbooks are in. */
  static final String FOLDER = "workbooks";

  private Workbooks() {}

  static void write(ReviewData data, Path published, ParquetPublication parquet)
      throws IOException {
    Path folder = Files.createDirectories(published.resolve(FOLDER));
    Answers answers = Answers.of(data);
    DepartmentLists lists = new DepartmentLists(data, answers);
    ReturnList returned = new ReturnList(folder, data.due());
    BureauBook bureau = new BureauBook(folder);
    try (Ledger ledger = new Ledger(published, answers, parquet)) {
      lists.forEach(
          list -> {
            bureau.add(list, returned.write(list));
            ledger.add(list, bureau::addToLedger);
          });
      ledger.addGone(bureau::addToLedger);
      bureau.addNobodys(lists.nobodys());
      FigureSheets.of(data).forEach(bureau::add);
    } catch (IOException | RuntimeException e) {
      bureau.discard();
      throw e;
    }
    bureau.close();
  }
}
