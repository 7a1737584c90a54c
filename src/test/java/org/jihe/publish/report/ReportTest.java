package org.jihe.publish.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jihe.SampleForms;
import org.jihe.message.Language;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a review, as files and in a browser. */
class ReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What would end a script, begin markup, turn text or break a line of a script. */
  private static final String HOSTILE = "<!--<script>alert(1)</script>\"'\u2028\u202e&amp;";

  @TempDir private static Path folder;
  private static Path report;

  @BeforeAll
  static void review() throws Exception {
    Path inputs = Files.createDirectories(folder.resolve("审核 #1/表"));
    Files.copy(SampleForms.TEXT, inputs.resolve("forms.txt"));
    ObjectNode hostile = SampleForms.transcripts().get(10).deepCopy();
    hostile.put("projectName", HOSTILE);
    hostile.put("supervisingDepartment", "另一局" + HOSTILE);
    Files.writeString(inputs.resolve("hostile.json"), JSON.writeValueAsString(hostile));
    Files.writeString(inputs.resolve("坏.txt"), "财政项目支出绩效自评表\n项目名称\t坏表\n");
    Path workspace = folder.resolve("审核 #1/工作区");
    Review.run(new ReviewRequest(List.of(inputs), workspace, Language.ZH));
    report = workspace.resolve("published/report");
  }

  @AfterAll
  static void tellWithoutBrowser() {
    if (Browser.found() == null) {
      System.getLogger("tests")
          .log(System.Logger.Level.WARNING, "no browser: pages were not opened");
    }
  }

  private static JsonNode data(String name) throws Exception {
    String script = Files.readString(report.resolve("data/" + name + ".js"));
    return JSON.readTree(script.substring(script.indexOf(',') + 1, script.lastIndexOf(')')));
  }

  @Test
  void everyFormIsInOnePieceAndCountedOnce() throws Exception {
    JsonNode index = data("index");
    int forms = 0;
    int errors = 0;
    for (JsonNode department : index.get("departments")) {
      JsonNode list = data("departments/" + department.get("key").asText());
      for (JsonNode line : list.get("forms")) {
        String piece = department.get("key").asText() + "-" + line.get(1).asInt();
        List<String> ids = data("forms/" + piece).findValuesAsText("id");
        assertThat(ids).contains(line.get(0).asText()).hasSizeLessThanOrEqualTo(50);
        assertThat(line.get(18).asDouble())
            .isLessThanOrEqualTo(department.get("priority").asDouble());
      }
      forms += department.get("forms").asInt();
      errors += department.get("errors").asInt();
      assertThat(list.get("forms")).hasSize(department.get("forms").asInt());
    }
    assertThat(index.get("departments").findValuesAsText("priority")).doesNotContain("0");
    assertThat(forms).isEqualTo(31);
    assertThat(errors).isGreaterThanOrEqualTo(80);
    assertThat(index.get("quarantined").asInt()).isPositive();
  }

  @Test
  void noTextEndsAScript() throws Exception {
    try (Stream<Path> files = Files.walk(report.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("<", ">", "\u2028", "\u2029");
      }
    }
  }

  @Test
  void everyTextOfThePageIsThereInBothLanguages() throws Exception {
    Pattern used = Pattern.compile("\\bt\\(\"([\\w.]+[\\w])\"[,)]");
    for (String script : List.of("report.js", "charts.js", "form.js", "compare.js")) {
      Matcher key = used.matcher(Files.readString(report.resolve(script)));
      while (key.find()) {
        for (Language language : Language.values()) {
          assertThat(data("texts").get(language.code()).has(key.group(1)))
              .as(script + " " + key.group(1) + " " + language)
              .isTrue();
        }
      }
    }
    assertThat(data("texts").get("zh").properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(
            data("texts").get("en").properties().stream().map(Map.Entry::getKey).toList());
  }

  private static Document opened(String address) throws Exception {
    return opened(report.resolve("index.html"), address);
  }

  private static Document opened(Path file, String address) throws Exception {
    Path browser = Browser.found();
    assumeTrue(browser != null, "no browser is installed");
    Browser.Page page = Browser.open(browser, file, address);
    assertThat(page.console()).as(address).isEmpty();
    Document document = Jsoup.parse(page.dom());
    assertThat(document.select("script[src^=http], link[href^=http]")).isEmpty();
    return document;
  }

  @Test
  void everyPageIsDrawn() throws Exception {
    assertThat(opened("#/overview").select("main .figure")).hasSizeGreaterThan(4);
    assertThat(opened("#/departments").select("main tbody tr")).hasSize(2);
    assertThat(opened("#/forms").select("main tbody tr")).hasSize(31);
    assertThat(opened("#/rules").select("main tbody tr")).hasSize(50);
    assertThat(opened("#/rule/ScoredWithoutActual").select("main h1").text()).isNotEmpty();
    assertThat(opened("#/comparison").select("main tbody tr")).hasSize(2);
    assertThat(opened("#/comparison/score/2022").select("main h1")).isNotEmpty();
    assertThat(opened("#/outliers").select("main h1")).isNotEmpty();
    assertThat(opened("#/quality").text()).contains("坏.txt");
    assertThat(opened("#/nothing/here").select("main h1")).isNotEmpty();
  }

  @Test
  void aFormShowsItsFindingsAtItsCells() throws Exception {
    String id = "";
    for (JsonNode department : data("index").get("departments")) {
      for (JsonNode line : data("departments/" + department.get("key").asText()).get("forms")) {
        id = line.get(2).asText().equals("窗口服务费") ? line.get(0).asText() : id;
      }
    }
    Document form = opened("#/form/" + id);
    assertThat(form.select("main h1").text()).isEqualTo("窗口服务费");
    assertThat(form.select("table.form td.hit.ERROR")).hasSize(16);
    assertThat(form.select(".finding.ERROR")).hasSizeGreaterThanOrEqualTo(16);
    assertThat(form.select("table.form").text()).contains("政务服务快递数", "≤14500件（按实）");
  }

  @Test
  void aRateBeyondTheChartIsDrawnAtItsEdgeAndTold() throws Exception {
    Document overview = opened("#/overview");
    assertThat(overview.text()).contains("执行率高于 160% 的有 1 个");
    assertThat(overview.select("h1").text()).startsWith("2022 年度");
  }

  private static PDDocument printed(Path file, String address) throws Exception {
    Path browser = Browser.found();
    assumeTrue(browser != null, "no browser is installed");
    Path pdf = Files.createTempFile(folder, "printed", ".pdf");
    Browser.open(browser, file, address, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    return Loader.loadPDF(pdf.toFile());
  }

  @Test
  void printedTablesKeepTheirHeadings() throws Exception {
    try (PDDocument forms = printed(report.resolve("index.html"), "#/forms")) {
      // Chromium's PDFs have radicals in place of some characters.
      String text =
          Normalizer.normalize(new PDFTextStripper().getText(forms), Normalizer.Form.NFKC);
      assertThat(text).contains("自评总分").doesNotContain("English");
    }
  }

  @Test
  void aDarkPageIsPrintedLikeALightOne() throws Exception {
    String index = Files.readString(report.resolve("index.html"));
    JsonNode department = data("index").get("departments").get(0);
    for (String theme : List.of("light", "dark")) {
      String script =
          "<script>document.documentElement.dataset.theme = \"" + theme + "\";</script>";
      Files.writeString(
          report.resolve(theme + ".html"), index.replace("</body>", script + "</body>"));
    }
    String address = "#/department/" + department.get("key").asText();
    try (PDDocument light = printed(report.resolve("light.html"), address);
        PDDocument dark = printed(report.resolve("dark.html"), address)) {
      assertThat(pixels(dark)).isEqualTo(pixels(light));
    }
  }

  private static int[] pixels(PDDocument document) throws Exception {
    BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 50);
    return page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
  }

  @Test
  void whatAFormPrintsIsTextOnThePage() throws Exception {
    Document forms = opened("#/forms");
    assertThat(forms.text()).contains("<!--<script>alert(1)</script>\"'").contains("\\u202e");
    assertThat(forms.select("main script")).isEmpty();
  }

  @Test
  void hostileNamesAreTextOnThePagesOfADepartment() throws Exception {
    int hostile = 0;
    for (JsonNode department : data("index").get("departments")) {
      String key = department.get("key").asText();
      if (department.get("department").asText().contains("alert(1)")) {
        hostile++;
        for (String page : List.of("#/department/", "#/print/")) {
          Document opened = opened(page + key);
          assertThat(opened.text())
              .contains("<!--<script>alert(1)</script>\"'")
              .contains("\\u202e");
          assertThat(opened.select("main script")).isEmpty();
        }
      }
    }
    assertThat(hostile).isEqualTo(1);
    assertThat(opened("#/copies").select("main h1")).isNotEmpty();
    assertThat(opened("#/forms/all").select("main tbody tr")).hasSize(31);
  }

  @Test
  void theReaderSortsSearchesAndChangesTheLanguage() throws Exception {
    Path page = report.resolve("driven.html");
    String index = Files.readString(report.resolve("index.html"));
    String driver =
        """
        <script>
        setTimeout(function () {
          var search = document.querySelector("input[type=search]");
          search.value = "停车";
          search.dispatchEvent(new Event("input"));
          var found = document.querySelectorAll("main tbody tr").length;
          search.value = "";
          search.dispatchEvent(new Event("input"));
          document.querySelector("main thead th:nth-child(3) button").click();
          var cells = Array.from(document.querySelectorAll("main tbody td:nth-child(3)")).map(function (td) {
            return Number(td.textContent.replace(/,/g, "")); });
          var sorted = cells.every(function (n, i) { return i === 0 || !(n > cells[i - 1]); });
          document.querySelector(".tools button:last-child").click();
          setTimeout(function () {
            document.body.setAttribute("data-driven", found + " " + sorted + " " + document.documentElement.lang);
          }, 3000);
        }, 3000);
        </script>
        """;
    Files.writeString(page, index.replace("</body>", driver + "</body>"));
    Document driven = opened(page, "#/forms");
    assertThat(driven.body().attr("data-driven")).isEqualTo("1 true en");
    assertThat(driven.select("h1").text()).isEqualTo("Forms");
  }
}
