package org.jihe.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jihe.finding.Reply;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.report.ReportFiles;
import org.jihe.publish.workbook.BureauBook;
import org.jihe.publish.workbook.ReturnList;
import org.jspecify.annotations.Nullable;

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
    ObjectNode deliveries = RowJson.JSON.createObjectNode();
    BureauBook bureau = new BureauBook(folder);
    try (Ledger ledger = new Ledger(published, answers, parquet)) {
      lists.forEach(
          list -> {
            String file = returned.write(list);
            bureau.add(list, file);
            deliveries.set(list.dossier(), delivery(list, file));
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
    ReportFiles.writeDeliveries(published.resolve(Report.FOLDER), deliveries);
  }

  /** What was drawn up for a department, and how far its matters are where anybody replied. */
  private static ObjectNode delivery(DepartmentList list, @Nullable String file) {
    ObjectNode delivery = RowJson.JSON.createObjectNode().put("list", file);
    Map<Reply.State, Integer> states = new EnumMap<>(Reply.State.class);
    list.items().forEach(item -> states.merge(item.answer().state(), 1, Integer::sum));
    if (states.keySet().stream().anyMatch(state -> state != Reply.State.AWAITED)) {
      ObjectNode counts = delivery.putObject("states");
      states.forEach((state, count) -> counts.put(state.label(), count));
    }
    return delivery;
  }
}
