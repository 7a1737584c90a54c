package org.jihe.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jihe.publish.workbook.BureauBook;
import org.jihe.publish.workbook.ReturnList;

/** Writes the workbooks: one for every department, and the bureau's. */
final class Workbooks {

  /** The folder that they are in. */
  static final String FOLDER = "workbooks";

  private Workbooks() {}

  static void write(ReviewData data, Path published) throws IOException {
    Path folder = Files.createDirectories(published.resolve(FOLDER));
    DepartmentLists lists = new DepartmentLists(data, Answers.of(data));
    ReturnList returned = new ReturnList(folder, data.due());
    BureauBook bureau = new BureauBook(folder);
    try {
      lists.forEach(list -> bureau.add(list, returned.write(list)));
      bureau.addNobodys(lists.nobodys());
    } catch (IOException | RuntimeException e) {
      bureau.discard();
      throw e;
    }
    bureau.close();
  }
}
