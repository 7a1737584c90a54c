package org.jihe.generate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jihe.generate.defect.DepartmentYear;
import org.jihe.generate.defect.Truth;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;

/** The lists beside the forms: what was planted, and what the bureau holds. */
final class Lists implements Closeable {

  static final String TRUTH = "truth.csv";
  static final String PROJECTS = "project-list.csv";
  static final String LEDGER = "ledger.csv";

  private final BufferedWriter truth;
  private final BufferedWriter projects;
  private final BufferedWriter ledger;

  /** Text of a department's lines, which are made beside others' and written in order. */
  record Text(String truth, String projects, String ledger) {}

  Lists(Path folder) throws IOException {
    truth = open(folder, TRUTH, "file,department,project,year,rule,subject,kind");
    projects = open(folder, PROJECTS, "项目编码,项目名称,主管部门,实施单位,年度");
    ledger = open(folder, LEDGER, "项目编码,项目名称,主管部门,实施单位,年度,支出数(元)");
  }

  private static BufferedWriter open(Path folder, String name, String head) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name));
    writer.write(head + "\n");
    return writer;
  }

  void add(Text text) throws IOException {
    truth.write(text.truth());
    projects.write(text.projects());
    ledger.write(text.ledger());
  }

  @Override
  public void close() throws IOException {
    truth.close();
    projects.close();
    ledger.close();
  }

  static Text text(Department department, DepartmentForms.Year year) {
    StringBuilder truth = new StringBuilder();
    for (Truth.Line line : year.truth()) {
      Draft form = line.form();
      line(
          truth,
          form == null ? "" : form.file,
          line.department(),
          line.project(),
          String.valueOf(line.year()),
          line.rule(),
          line.subject(),
          line.kind().id());
    }
    StringBuilder projects = new StringBuilder();
    StringBuilder ledger = new StringBuilder();
    for (DepartmentYear.Listed listed : year.listed()) {
      String when = String.valueOf(year.year());
      if (listed.isListed()) {
        line(projects, listed.code(), listed.name(), department.name(), listed.agency(), when);
      }
      if (listed.spent() != null) {
        line(
            ledger,
            listed.code(),
            listed.name(),
            department.name(),
            listed.agency(),
            when,
            listed.spent().toPlainString());
      }
    }
    return new Text(truth.toString(), projects.toString(), ledger.toString());
  }

  private static void line(StringBuilder to, String... cells) {
    to.append(List.of(cells).stream().map(Lists::quoted).collect(Collectors.joining(",")))
        .append('\n');
  }

  private static String quoted(String cell) {
    return cell.chars().noneMatch(c -> ",\"\n".indexOf(c) >= 0)
        ? cell
        : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
