package org.jihe.publish.letter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jihe.finding.Severity;
import org.jihe.publish.list.DepartmentList;
import org.jihe.publish.list.FileNames;
import org.jihe.publish.list.Item;
import org.jihe.publish.list.Totals;
import org.jspecify.annotations.Nullable;

/** Writes a letter to every department: key figures, main problems, demands, and the list. */
public final class Letters {

  /** How the names of their files begin. */
  public static final String FILE = "退回修改函-";

  private static final List<Integer> WIDTHS = List.of(11, 13, 40, 42, 33, 76, 42);
  private static final List<String> HEAD = List.of("序号", "级别", "项目", "位置", "填报内容", "问题", "应当/建议");

  private final Path folder;
  private final Sender sender;
  private final FileNames names = new FileNames();

  /**
   * Letters in a folder.
   *
   * @param folder a folder that exists
   */
  public Letters(Path folder, Sender sender) {
    this.folder = folder;
    this.sender = sender;
  }

  /** The name of a department's letter without its ending. */
  static String name(DepartmentList list) {
    return FILE + FileNames.safe(list.department()) + "-" + list.yearText();
  }

  /**
   * Writes a department's letter.
   *
   * @return the name of its file; null where nothing wants an answer
   */
  public @Nullable String write(DepartmentList list) throws IOException {
    if (list.items().isEmpty()) {
      return null;
    }
    String file = names.free(name(list), ".docx");
    try (Docx docx = new Docx(folder.resolve(file))) {
      body(docx, list);
      docx.turn();
      annex(docx, list);
    }
    return file;
  }

  /** The same by the bureau's own letter. */
  public @Nullable String write(DepartmentList list, LetterTemplate template) throws IOException {
    if (list.items().isEmpty()) {
      return null;
    }
    String file = names.free(name(list), ".docx");
    template.write(list, sender, folder.resolve(file));
    return file;
  }

  private void body(Docx docx, DepartmentList list) throws IOException {
    docx.paragraph(Docx.Style.TITLE, LetterText.title(list));
    docx.paragraph(Docx.Style.ADDRESSEE, list.department() + "：");
    docx.paragraph(Docx.Style.BODY, LetterText.opening(list));
    docx.paragraph(Docx.Style.FIRST, "一、总体情况");
    docx.paragraph(Docx.Style.BODY, LetterText.figures(Totals.of(list)));
    docx.paragraph(Docx.Style.FIRST, "二、主要问题");
    for (LetterText.Paragraph kind : LetterText.mainKinds(list)) {
      docx.paragraph(Docx.Style.SECOND, kind.heading());
      docx.paragraph(Docx.Style.BODY, kind.text());
    }
    docx.paragraph(Docx.Style.BODY, "各项问题的位置、填报内容和修改建议见附件。");
    docx.paragraph(Docx.Style.FIRST, "三、修改要求");
    int number = 1;
    for (String demand : LetterText.demands(list, sender.due())) {
      docx.paragraph(Docx.Style.BODY, "（" + Numbers.chinese(number++) + "）" + demand);
    }
    docx.gap();
    docx.paragraph(Docx.Style.BODY, "附件：退回修改清单（" + list.items().size() + "项）");
    docx.gap();
    docx.paragraph(Docx.Style.RIGHT, sender.name());
    docx.paragraph(Docx.Style.RIGHT, sender.date());
  }

  private static void annex(Docx docx, DepartmentList list) throws IOException {
    docx.paragraph(Docx.Style.ANNEX, "附件");
    docx.paragraph(Docx.Style.TITLE, "退回修改清单");
    docx.table(WIDTHS, HEAD);
    int number = 1;
    for (Item item : list.items()) {
      docx.row(
          WIDTHS,
          List.of(
              String.valueOf(number++),
              item.severity() == Severity.ERROR ? "错误" : "疑点",
              item.project(),
              item.placeWithin(),
              item.reported(),
              item.rule() + "：" + item.problem(),
              item.advice()));
    }
    docx.endTable();
  }
}
