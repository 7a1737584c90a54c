package org.jihe.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jihe.generate.GenerateRequest;
import org.jihe.generate.Generator;
import org.jihe.generate.draft.FileKind;
import org.jihe.message.Language;
import org.jihe.publish.database.FeedTarget;
import org.jihe.publish.list.ListColumn;
import org.jihe.review.ReviewRequest.Checking;
import org.jihe.review.ReviewRequest.Reading;
import org.jihe.review.list.ListFiles;
import org.jihe.review.reply.Replies;
import org.jihe.view.ReviewSummary;
import org.jspecify.annotations.Nullable;

/**
 * A workspace with something in every table: made-up forms of six departments in two years, the
 * bureau's lists, a file that nobody can read, and one department's replies.
 *
 * @param summary of the review
 */
public record BureauYear(Path workspace, ReviewSummary summary) {

  private static final int HEAD = 2;

  /** Reviews in a folder. */
  public static BureauYear in(Path folder) throws Exception {
    Path made = folder.resolve("made");
    Generator.run(
        new GenerateRequest(
            6, 360, 2022, 2023, 1, made, List.of(FileKind.TXT, FileKind.JSON), 0.15));
    Path forms = made.resolve("forms");
    Files.writeString(forms.resolve("unreadable.txt"), "会议通知：请各单位按时参加。\n");
    Path workspace = folder.resolve("workspace");
    ReviewSummary summary =
        Review.run(
            new ReviewRequest(
                List.of(forms),
                workspace,
                Language.ZH,
                Reading.USUAL,
                new Checking(
                    null,
                    null,
                    null,
                    ListFiles.read(made.resolve("project-list.csv"), made.resolve("ledger.csv")))));
    Replies.read(
        new ReviewRequest(List.of(), workspace, Language.ZH), List.of(answered(workspace)), "审核员");
    return new BureauYear(workspace, summary);
  }

  /** Publishes it once more, also to a database. */
  public void publish(@Nullable FeedTarget target) throws Exception {
    Stages.publish(new ReviewRequest(List.of(), workspace, Language.ZH).feeding(target));
  }

  private static Path answered(Path workspace) throws IOException {
    Path list;
    try (Stream<Path> files = Files.list(workspace.resolve("published/workbooks"))) {
      list =
          files
              .filter(file -> file.getFileName().toString().startsWith(ListColumn.FILE))
              .sorted()
              .findFirst()
              .orElseThrow();
    }
    Path answered = workspace.resolveSibling("回复.xlsx");
    try (InputStream in = Files.newInputStream(list);
        Workbook book = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(answered)) {
      Row row = book.getSheet(ListColumn.SHEET).getRow(HEAD + 1);
      row.getCell(ListColumn.REPLY.place()).setCellValue("已补填，见新表");
      row.getCell(ListColumn.BY.place()).setCellValue("李四");
      row.getCell(ListColumn.STATE.place()).setCellValue("已整改");
      row.getCell(ListColumn.OPINION.place()).setCellValue("请附说明");
      book.write(out);
    }
    return answered;
  }
}
