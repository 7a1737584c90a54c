package org.jihe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jihe.SampleForms;
import org.jihe.cli.Run;
import org.jihe.cli.console.ExitCode;
import org.jihe.publish.report.DrivenPage;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of the report, and how forms of spreadsheets and documents look in it. */
class ReportCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static Path inputs;
  private static Path workspace;
  private static Path report;

  @BeforeAll
  static void review() throws Exception {
    inputs = folder.resolve("made");
    run(
        "generate",
        "--departments",
        "3",
        "--forms",
        "24",
        "--years",
        "2022-2023",
        "--formats",
        "xlsx,docx,pdf",
        "--defects",
        "0.8",
        "--out",
        inputs.toString());
    for (String list : List.of("truth.csv", "project-list.csv", "ledger.csv")) {
      Files.delete(inputs.resolve(list));
    }
    Path own = Files.createDirectories(inputs.resolve("forms/甲"));
    Path first;
    try (Stream<Path> files = Files.walk(inputs)) {
      first = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
    Files.move(first, own.resolve(first.getFileName()));
    Files.writeString(own.resolve("坏表.txt"), "财政项目支出绩效自评表\n项目名称\t坏表\n");
    workspace = folder.resolve("w");
    run("review", inputs.toString(), "--workspace", workspace.toString());
    report = workspace.resolve("published/report");
  }

  private static Run run(String... arguments) {
    Run run = Run.of(arguments);
    assertThat(run.code()).as(run.err()).isLessThanOrEqualTo(ExitCode.QUARANTINE);
    return run;
  }

  private static JsonNode data(Path report, String name) throws Exception {
    String script = Files.readString(report.resolve("data/" + name + ".js"));
    return JSON.readTree(script.substring(script.indexOf(',') + 1, script.lastIndexOf(')')));
  }

  private static List<JsonNode> departments(Path report) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    data(report, "index").get("departments").forEach(all::add);
    return all;
  }

  private static List<String> names() throws Exception {
    return departments(report).stream()
        .map(one -> one.get("department").asText())
        .distinct()
        .toList();
  }

  /** All that the files of a folder say. */
  private static String all(Path folder) throws Exception {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
      }
    }
    return all.toString();
  }

  @Test
  void oneDepartmentsReportHoldsNothingOfAnother() throws Exception {
    List<String> names = names();
    assertThat(names).hasSize(3);
    Path out = folder.resolve("发给部门");
    for (String name : List.of(names.get(0), names.get(1))) {
      // The second one is written over the first one, of which nothing may stay.
      run("report", "department", name, "--out", out.toString(), "--workspace", "" + workspace);
      String sent = all(out);
      List<String> own = new ArrayList<>();
      List<String> others = new ArrayList<>();
      for (JsonNode one : departments(report)) {
        boolean isOwn = one.get("department").asText().equals(name);
        (isOwn ? own : others).add(one.get("key").asText());
        for (JsonNode form : data(report, "departments/" + one.get("key").asText()).get("forms")) {
          // Two departments may have projects of one name; ids are a form's alone.
          (isOwn ? own : others).add(form.get(0).asText());
        }
      }
      names.stream().filter(other -> !other.equals(name)).forEach(others::add);
      assertThat(own).hasSizeGreaterThan(4).allSatisfy(text -> assertThat(sent).contains(text));
      assertThat(others).hasSizeGreaterThan(8);
      assertThat(others).allSatisfy(text -> assertThat(sent).doesNotContain(text));
      assertThat(all(out.resolve("data"))).doesNotContain("districtValue");
      assertThat(departments(out)).hasSize(2);
      assertThat(Files.exists(out.resolve("data/comparison.js"))).isFalse();
    }
  }

  @Test
  void pagesOfPdfFilesAreShownWithAFrameAroundEveryFinding() throws Exception {
    String address = "";
    JsonNode framed = null;
    for (String one : drawnForms()) {
      for (JsonNode finding : form(one).get("findings")) {
        if (finding.has("box")) {
          address = one;
          framed = finding;
        }
      }
    }
    assertThat(address).isNotEmpty();
    String key = address.substring(address.indexOf('/') + 1);
    String name =
        departments(report).stream()
            .filter(one -> one.get("key").asText().equals(key))
            .findFirst()
            .orElseThrow()
            .get("department")
            .asText();
    Path out = folder.resolve("pictured");
    run(
        "report",
        "department",
        name,
        "--pictures",
        "--out",
        "" + out,
        "--workspace",
        "" + workspace);
    JsonNode pictured = null;
    for (JsonNode form : data(out, "forms/" + key + "-0")) {
      pictured = address.startsWith(form.get("id").asText()) ? form : pictured;
    }
    JsonNode picture = pictured.get("pictures").get(0);
    BufferedImage page = ImageIO.read(out.resolve(picture.get("file").asText()).toFile());
    assertThat((double) page.getWidth() / page.getHeight())
        .isCloseTo(picture.get("width").asDouble() / picture.get("height").asDouble(), within(.01));
    assertThat(framed.at("/box/2").asDouble()).isLessThanOrEqualTo(picture.get("width").asDouble());
    if (DrivenPage.isPossible()) {
      Document shown = DrivenPage.opened(out, "#/form/" + address);
      assertThat(shown.select(".picture img")).hasSize(pictured.get("pictures").size());
      assertThat(shown.select(".picture .frame")).isNotEmpty();
    }
  }

  @Test
  void whoseReportItIsMustBeBeyondDoubt() throws Exception {
    Path out = folder.resolve("nobody's");
    for (String name : List.of("", "没有这个部门", "局")) {
      Run run =
          Run.of("report", "department", name, "--out", "" + out, "--workspace", "" + workspace);
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains(names().get(0)).doesNotContain("Exception");
    }
    assertThat(out).doesNotExist();
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("keep.txt"), "x");
    Run run =
        Run.of(
            "report",
            "department",
            names().get(0),
            "--out",
            "" + other,
            "--workspace",
            "" + workspace);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(other).isDirectoryContaining(file -> file.endsWith("keep.txt"));
  }

  @Test
  void whatWasSentOrPrintedIsNoSubmission() throws Exception {
    Path mixed = folder.resolve("mixed");
    run(
        "report",
        "department",
        names().get(0),
        "--out",
        "" + mixed.resolve("r"),
        "--workspace",
        "" + workspace);
    Files.writeString(mixed.resolve("审核打印-甲-2022.pdf"), "%PDF-1.4");
    Run run = Run.of("transcribe", mixed.toString(), "--out", folder.resolve("t").toString());
    assertThat(run.out() + run.err()).doesNotContain("index.html", "审核打印");
    Run named =
        Run.of("transcribe", mixed.resolve("r").toString(), "--out", "" + folder.resolve("t"));
    assertThat(named.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void formsArePrintedEachOnItsPage() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    JsonNode one = departments(report).get(0);
    String name = one.get("department").asText();
    Path out = folder.resolve("printed");
    Run run = run("report", "print", name, "--out", "" + out, "--workspace", "" + workspace);
    assertThat(run.out()).contains("审核打印-");
    Path pdf;
    try (Stream<Path> files = Files.list(out)) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSize(2);
      pdf =
          all.stream()
              .filter(file -> file.toString().contains("-" + one.get("year").asText()))
              .findFirst()
              .orElseThrow();
    }
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDRectangle size = document.getPage(0).getMediaBox();
      assertThat(size.getWidth()).isBetween(594f, 597f);
      assertThat(size.getHeight()).isBetween(841f, 843f);
      JsonNode forms = data(report, "departments/" + one.get("key").asText()).get("forms");
      assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(forms.size());
      List<String> pages = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(plain(stripper.getText(document)));
      }
      for (JsonNode form : forms) {
        String project = plain(form.get(2).asText());
        assertThat(pages).anySatisfy(page -> assertThat(page).startsWith(project));
      }
    }
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  @Test
  void printingTellsWhatIsMissing() throws Exception {
    String at = workspace.toString();
    assertThat(Run.of("report", "print", "--workspace", at).code()).isEqualTo(ExitCode.USAGE);
    assertThat(Run.of("report", "print", "x", "--all", "--workspace", at).code())
        .isEqualTo(ExitCode.USAGE);
    Path none = Files.createDirectories(folder.resolve("none/tables")).getParent();
    Run unread = Run.of("report", "print", "--all", "--workspace", none.toString());
    assertThat(unread.code()).isGreaterThanOrEqualTo(ExitCode.USAGE);
    assertThat(unread.err()).doesNotContain("Exception");
    Path broken = Files.writeString(folder.resolve("browser"), "#!/bin/sh\necho broken; exit 7\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    Run failed = Run.of("report", "print", "--all", "--browser", "" + broken, "--workspace", at);
    assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.err()).contains("7 broken", broken.toString()).doesNotContain("Exception");
  }

  /** Ids of forms whose sources have columns that can be trusted, with their departments. */
  private static List<String> drawnForms() throws Exception {
    List<String> all = new ArrayList<>();
    for (JsonNode one : departments(report)) {
      String key = one.get("key").asText();
      if (one.get("forms").asInt() == 0) {
        continue;
      }
      for (JsonNode form : data(report, "forms/" + key + "-0")) {
        if (form.at("/layout/0/columns").asText().equals("FIXED")) {
          all.add(form.get("id").asText() + "/" + key);
        }
      }
    }
    return all;
  }

  @Test
  void aFormIsDrawnAsItIsPrintedWithItsFindingsAtTheirCells() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    List<String> drawn = new ArrayList<>();
    for (String one : drawnForms()) {
      for (JsonNode finding : form(one).get("findings")) {
        if (finding.has("cell") && !finding.has("related") && !drawn.contains(one)) {
          drawn.add(one);
        }
      }
    }
    assertThat(drawn).hasSizeGreaterThan(2);
    for (String address : List.of(drawn.get(0), drawn.get(drawn.size() - 1))) {
      JsonNode form = form(address);
      Document page = DrivenPage.opened(report, "#/form/" + address);
      String drawnText = plain(page.select("table.printed").text());
      int cells = 0;
      for (JsonNode grid : form.get("layout")) {
        for (JsonNode row : grid.get("rows")) {
          for (JsonNode cell : row) {
            cells++;
            assertThat(drawnText).contains(plain(cell.get("t").asText()));
          }
        }
      }
      assertThat(cells).isGreaterThan(40);
      int findings = 0;
      for (JsonNode finding : form.get("findings")) {
        findings += finding.has("related") ? 0 : 1;
      }
      assertThat(page.select("main .finding[data-rule]").size()).isGreaterThanOrEqualTo(findings);
      assertThat(page.select("table.printed td.hit")).isNotEmpty();
      assertRectangular(page);
    }
  }

  private static JsonNode form(String address) throws Exception {
    int slash = address.indexOf('/');
    for (JsonNode one : data(report, "forms/" + address.substring(slash + 1) + "-0")) {
      if (one.get("id").asText().equals(address.substring(0, slash))) {
        return one;
      }
    }
    throw new IllegalArgumentException(address);
  }

  /**
   * Every line of a drawn table has as many columns as every other one, whatever spans there are.
   */
  private static void assertRectangular(Document page) {
    for (var table : page.select("table.printed")) {
      List<int[]> taken = new ArrayList<>();
      int width = 0;
      int line = 0;
      List<Integer> widths = new ArrayList<>();
      for (var row : table.select("tr")) {
        int own = 0;
        for (var cell : row.select("td")) {
          int down = cell.hasAttr("rowspan") ? Integer.parseInt(cell.attr("rowspan")) : 1;
          int across = cell.hasAttr("colspan") ? Integer.parseInt(cell.attr("colspan")) : 1;
          taken.add(new int[] {line, line + down, across});
          own++;
        }
        int at = line;
        int sum =
            taken.stream().filter(one -> one[0] <= at && at < one[1]).mapToInt(one -> one[2]).sum();
        widths.add(sum);
        width = Math.max(width, sum);
        line++;
        assertThat(own).isGreaterThanOrEqualTo(0);
      }
      assertThat(widths).containsOnly(width);
    }
  }

  @Test
  void lastYearStandsBesideThisOne() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    Document overview = DrivenPage.opened(report, "#/overview");
    assertThat(overview.select("h1").text()).contains("2023").doesNotContain("2022");
    assertThat(overview.select(".figures").text()).contains("上年");
    JsonNode years = data(report, "index").get("years");
    assertThat(years.findValuesAsText("year")).containsExactlyInAnyOrder("2022", "2023");
    JsonNode later =
        departments(report).stream()
            .filter(one -> one.get("year").asInt() == 2023)
            .findFirst()
            .orElseThrow();
    Document department = DrivenPage.opened(report, "#/department/" + later.get("key").asText());
    assertThat(department.select(".figures").text()).contains("上年");
    assertThat(department.select(".files a").attr("href")).contains("workbooks");
    assertThat(department.select(".files code").text()).contains("jihe letters --department");
  }

  @Test
  void whatWasNotReadStandsOnItsDepartmentsPage() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    JsonNode whose =
        departments(report).stream()
            .filter(one -> one.get("quarantined").asInt() > 0)
            .findFirst()
            .orElseThrow();
    Document page = DrivenPage.opened(report, "#/department/" + whose.get("key").asText());
    assertThat(page.select("#unread").text()).contains("坏表.txt");
  }

  /** The figures are those of the tables, to the last digit. */
  @Test
  void figuresAreThoseOfTheTables() throws Exception {
    JsonNode table =
        JSON.readTree(Files.readString(workspace.resolve("published/department_statistics.json")));
    int compared = 0;
    for (JsonNode row : table) {
      for (JsonNode one : departments(report)) {
        if (!one.get("department").equals(row.get("supervisingDepartment"))
            || one.get("year").asInt() != row.get("year").asInt()) {
          continue;
        }
        compared++;
        assertThat(one.get("forms").asInt() - one.get("others").asInt())
            .isEqualTo(row.get("forms").asInt());
        assertThat(one.get("budget").decimalValue())
            .isEqualByComparingTo(row.get("finalBudget").decimalValue());
        assertThat(one.get("spent").decimalValue())
            .isEqualByComparingTo(row.get("actualExpenditure").decimalValue());
        assertThat(one.get("score").decimalValue())
            .isEqualByComparingTo(row.get("scoreMean").decimalValue());
        assertThat(one.get("rate").decimalValue().movePointRight(2))
            .isEqualByComparingTo(row.get("executionRate").decimalValue());
        assertThat((Object) one.get("grades")).isEqualTo(row.get("grades"));
      }
    }
    assertThat(compared).isEqualTo(6);
    for (String line : Files.readAllLines(workspace.resolve("published/rollup_statistics.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      if (row.get("level").asText().equals("district")) {
        ObjectNode year =
            (ObjectNode)
                data(report, "index").get("years").get(row.get("year").asInt() == 2022 ? 0 : 1);
        year.fieldNames()
            .forEachRemaining(
                name -> assertThat((Object) year.get(name)).as(name).isEqualTo(row.get(name)));
        long errors = 0;
        for (JsonNode one : departments(report)) {
          errors += one.get("year").equals(row.get("year")) ? one.get("errors").asLong() : 0;
        }
        assertThat(errors).isGreaterThanOrEqualTo(row.get("errors").asLong());
      }
    }
  }

  @Test
  void whatWasResolvedSinceTheLastReviewIsTold() throws Exception {
    Path form = folder.resolve("again/form.txt");
    Files.createDirectories(form.getParent());
    Path at = folder.resolve("again-w");
    String text = SampleForms.texts().get(0);
    Files.writeString(form, text);
    run("review", form.toString(), "--workspace", at.toString());
    Path again = at.resolve("published/report");
    String key = departments(again).get(0).get("key").asText();
    assertThat(data(again, "departments/" + key).has("changes")).isFalse();
    String run = data(again, "index").get("run").asText();
    Files.writeString(form, text.replaceFirst("18000.00", "98000.00"));
    run("review", form.toString(), "--workspace", at.toString());
    JsonNode changes = data(again, "departments/" + key).get("changes");
    assertThat(changes.get("run").asText()).isEqualTo(run);
    assertThat(changes.get("remaining").asInt()).isPositive();
    JsonNode versions = data(again, "forms/" + key + "-0").get(0).get("versions");
    assertThat(versions.get(0).get("changes").findValuesAsText("before")).contains("18000.00");
    if (DrivenPage.isPossible()) {
      Document page = DrivenPage.opened(again, "#/department/" + key);
      assertThat(page.text()).contains("上次审核以来", run);
      String id = data(again, "departments/" + key).get("forms").get(0).get(0).asText();
      JsonNode seen =
          DrivenPage.run(
              again,
              "#/form/" + id,
              """
              document.getElementById("tab-versions").click();
              return { text: document.getElementById("view").textContent };
              """);
      assertThat(seen.get("text").asText()).contains("18000.00", "98000.00");
    }
  }

  @Test
  void nobodyIsKeptFromReadingIt() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    JsonNode one = departments(report).get(0);
    List<String> pages =
        new ArrayList<>(
            List.of(
                "#/overview",
                "#/departments",
                "#/comparison",
                "#/outliers",
                "#/copies",
                "#/forms",
                "#/rules",
                "#/rule/FuzzyTarget",
                "#/quality"));
    pages.add("#/department/" + one.get("key").asText());
    List<String> drawn = drawnForms();
    pages.add("#/form/" + drawn.get(0));
    pages.add("#/form/" + drawn.get(drawn.size() - 1));
    JsonNode seen = DrivenPage.accessibility(report, pages);
    assertThat(seen.get("looked").asInt()).isEqualTo(4 * pages.size());
    assertThat(seen.get("wrong")).as(seen.get("wrong").toPrettyString()).isEmpty();
  }

  @Test
  void theKeyboardAndALinkAloneReachAForm() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    String address = drawnForms().get(0);
    String id = address.substring(0, address.indexOf('/'));
    JsonNode seen =
        DrivenPage.run(
            report,
            "#/form/" + id,
            """
            var tabs = document.querySelectorAll("[role=tab]");
            tabs[0].focus();
            tabs[0].dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
            await pause(100);
            return { title: document.querySelector("h1").textContent, chosen: document.activeElement.getAttribute("aria-selected"),
              second: document.activeElement === tabs[1], panel: document.getElementById("view").getAttribute("aria-labelledby") };
            """);
    assertThat(seen.get("title").asText()).isNotEmpty().doesNotContain("没有这一页");
    assertThat(seen.get("chosen").asText()).isEqualTo("true");
    assertThat(seen.get("second").asBoolean()).isTrue();
    assertThat(seen.get("panel").asText()).isEqualTo("tab-read");
  }

  @Test
  void noPageIsWiderThanAPhone() throws Exception {
    assumeTrue(DrivenPage.isPossible(), "no browser is installed");
    String form = drawnForms().get(0);
    JsonNode seen =
        DrivenPage.run(
            report,
            "#/overview",
            """
            var wide = [], pages = ["#/overview", "#/departments", "#/comparison", "#/outliers", "#/copies", "#/forms", "#/rules", "#/quality", "#/form/%s", "#/department/%s"];
            for (var i = 0; i < pages.length; i++) {
              await go(pages[i]);
              if (document.documentElement.scrollWidth > window.innerWidth) { wide.push(pages[i] + " " + document.documentElement.scrollWidth); }
            }
            return { wide: wide, width: window.innerWidth };
            """
                .formatted(form, form.substring(form.indexOf('/') + 1)),
            "--window-size=500,900");
    assertThat(seen.get("width").asInt()).isLessThanOrEqualTo(500);
    assertThat(seen.get("wide")).as(seen.get("wide").toString()).isEmpty();
  }
}
