package org.jihe.publish.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page of a report with a script in it that uses it as a reader does, and tells what it saw. */
public final class DrivenPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Virtual milliseconds, which pass at once where nothing is to be done. */
  private static final String BUDGET = "--virtual-time-budget=900000";

  private DrivenPage() {}

  /** True where there is a browser. */
  public static boolean isPossible() {
    return Browser.found() != null;
  }

  /**
   * Opens the report and lets an asynchronous function run, whose result is handed over.
   *
   * @param script its body; it may call {@code go(address)} and {@code pause(milliseconds)}
   */
  public static JsonNode run(Path report, String address, String script, String... options)
      throws Exception {
    Path browser = Browser.found();
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    String driver =
        """
        <script>
        (function () {
          function pause(time) { return new Promise(function (done) { setTimeout(done, time); }); }
          async function go(address) { location.hash = address; await pause(2500); }
          async function drive() {
        """
            + script
            + """
          }
          setTimeout(function () {
            drive().catch(function (e) { return { failed: String(e && e.stack || e) }; }).then(function (result) {
              document.body.setAttribute("data-driven", JSON.stringify(result));
            });
          }, 2500);
        })();
        </script>
        """;
    Path page = Files.createTempFile(report, "driven", ".html");
    try {
      String index = Files.readString(report.resolve("index.html"));
      Files.writeString(page, index.replace("</body>", driver + "</body>"));
      String[] all = new String[options.length + 1];
      all[0] = BUDGET;
      System.arraycopy(options, 0, all, 1, options.length);
      Browser.Page opened = Browser.open(browser, page, address, all);
      if (!opened.console().isEmpty()) {
        throw new AssertionError(String.join("\n", opened.console()));
      }
      Document document = Jsoup.parse(opened.dom());
      JsonNode result = JSON.readTree(document.body().attr("data-driven"));
      if (result.has("failed")) {
        throw new AssertionError(result.get("failed").asText());
      }
      return result;
    } finally {
      Files.delete(page);
    }
  }

  /** What a page has become. */
  public static Document opened(Path report, String address) throws Exception {
    Path browser = Browser.found();
    if (browser == null) {
      throw new IllegalStateException("no browser");
    }
    Browser.Page page = Browser.open(browser, report.resolve("index.html"), address);
    if (!page.console().isEmpty()) {
      throw new AssertionError(address + ": " + String.join("\n", page.console()));
    }
    return Jsoup.parse(page.dom());
  }

  /** The script that looks for what keeps people from reading a page. */
  static String axe() throws Exception {
    try (InputStream in = DrivenPage.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Has every page looked at, light and dark, in both languages; what is wrong is handed over. */
  public static JsonNode accessibility(Path report, Iterable<String> addresses) throws Exception {
    Path axe = report.resolve("axe.min.js");
    Files.writeString(axe, axe());
    try {
      String pages = JSON.writeValueAsString(addresses);
      return run(
          report,
          "#/overview",
          """
          await new Promise(function (done) { jihe.script("axe.min.js", done, done); });
          var wrong = [], looked = 0, pages = %s;
          for (var both = 0; both < 4; both++) {
            document.documentElement.dataset.theme = both %% 2 ? "dark" : "light";
            if (both === 2) { document.querySelector(".tools button:last-child").click(); await pause(500); }
            for (var i = 0; i < pages.length; i++) {
              await go(pages[i]);
              var result = await axe.run(document, { resultTypes: ["violations"], preload: false });
              looked++;
              result.violations.forEach(function (one) {
                wrong.push(pages[i] + " " + document.documentElement.dataset.theme + " " + document.documentElement.lang + " " + one.id + ": " +
                  one.nodes.slice(0, 3).map(function (n) { return n.html.slice(0, 160) + " " + n.failureSummary.slice(0, 200); }).join(" | "));
              });
            }
          }
          return { wrong: wrong, looked: looked };
          """
              .formatted(pages));
    } finally {
      Files.delete(axe);
    }
  }
}
