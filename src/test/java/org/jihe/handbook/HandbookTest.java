package org.jihe.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jihe.GoldenFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handbook leads nowhere that is not there, in either language, and as pages. */
class HandbookTest {

  private static final Path ROOT = Path.of("");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  @TempDir private Path folder;

  private static String text(Path file) throws IOException {
    // What stands in code leads nowhere.
    return Files.readString(file).replaceAll("`[^`\n]*`", "");
  }

  private static List<String> anchors(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines
          .filter(line -> line.matches("#{1,6} .*"))
          .map(line -> HandbookPage.anchor(line.replaceFirst("#+ ", "").replace("`", "")))
          .toList();
    }
  }

  @Test
  void everyLinkLeadsToWhatIsThere() throws Exception {
    List<String> wrong = new ArrayList<>();
    int links = 0;
    for (Map.Entry<String, Path> page : HandbookBuild.pages(ROOT).entrySet()) {
      Matcher link = LINK.matcher(text(page.getValue()));
      while (link.find()) {
        String to = link.group(1);
        if (to.matches("[a-z]+:.*")) {
          continue;
        }
        links++;
        int mark = to.indexOf('#');
        String file = mark < 0 ? to : to.substring(0, mark);
        Path target =
            file.isEmpty() ? page.getValue() : Path.of(Addresses.target(page.getKey(), file));
        boolean found = Files.exists(target);
        if (found && mark >= 0) {
          found = anchors(target).contains(to.substring(mark + 1));
        }
        if (!found) {
          wrong.add(page.getKey() + " -> " + to);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(links).isGreaterThan(150);
  }

  @Test
  void pagesOpenFromDiskAndLeadToEachOther() throws Exception {
    Path docs = folder.resolve("docs");
    HandbookBuild.write(ROOT, docs);
    assertThat(docs.resolve("index.html")).isNotEmptyFile();
    assertThat(docs.resolve("zh/index.html")).isNotEmptyFile();
    List<Path> pages;
    try (Stream<Path> files = Files.walk(docs)) {
      pages = files.filter(file -> file.toString().endsWith(".html")).toList();
    }
    assertThat(pages).hasSameSizeAs(HandbookBuild.pages(ROOT).keySet());
    for (Path page : pages) {
      for (Element link : Jsoup.parse(page).select("a[href]")) {
        String to = link.attr("href");
        if (to.startsWith("#") || to.matches("[a-z]+:.*")) {
          continue;
        }
        Path target = page.resolveSibling(to.replaceFirst("#.*", "")).normalize();
        // What lies beside the pages in a release lies in the sources' root here.
        Path there = target.startsWith(docs) ? target : ROOT.resolve(folder.relativize(target));
        assertThat(there).as(page + " -> " + to).exists();
      }
    }
  }

  @Test
  void whatUsersReadStandsInBothLanguages() throws Exception {
    Path english = ROOT.resolve(Addresses.HANDBOOK);
    List<Path> chinese;
    try (Stream<Path> files = Files.list(english.resolve("zh"))) {
      chinese = files.sorted().toList();
    }
    assertThat(chinese).hasSizeGreaterThanOrEqualTo(10);
    for (Path page : chinese) {
      Path other = english.resolve(page.getFileName());
      assertThat(other).exists();
      assertThat(Commands.in(page)).as(page + " shows the commands").isEqualTo(Commands.in(other));
    }
  }

  @Test
  void messagesAndWhatToDoAreThoseOfTheProgram() throws Exception {
    GoldenFile.at(Addresses.HANDBOOK + "/troubleshooting.md").holds(troubleshooting("en"));
    GoldenFile.at(Addresses.HANDBOOK + "/zh/troubleshooting.md").holds(troubleshooting("zh"));
  }

  private static String troubleshooting(String language) throws IOException {
    boolean chinese = language.equals("zh");
    PropertyResourceBundle reasons = bundle("reasons_" + language);
    PropertyResourceBundle program = bundle("cli_" + language);
    StringBuilder page = new StringBuilder();
    page.append(chinese ? "# 出了问题怎么办\n\n" : "# When something goes wrong\n\n")
        .append(
            chinese
                ? "这一页由程序的信息生成。花括号中的内容由程序填写。\n"
                : "This page is made from the program's messages. What stands in braces it fills in.\n")
        .append(
            chinese ? "\n## 隔离\n\n| 原因 | 办法 |\n" : "\n## Quarantine\n\n| reason | what to do |\n")
        .append("|---|---|\n");
    for (String key : keys(reasons, "quarantine\\.[a-z_]+\\.remedy")) {
      String reason = key.substring(0, key.length() - ".remedy".length());
      page.append(row(reasons.getString(reason), reasons.getString(key)));
    }
    page.append(chinese ? "\n## 读取时的猜测\n\n请对照原件，再用 `jihe confirm` 确认或更正。\n\n" : GUESSES);
    for (String key : keys(reasons, "guess\\.[a-z_]+")) {
      page.append("- ").append(reasons.getString(key)).append('\n');
    }
    page.append(chinese ? "\n## 没有完成\n\n" : "\n## What did not finish\n\n");
    for (String key : keys(program, "failure\\.[A-Za-z]+")) {
      page.append("- ").append(code(program.getString(key))).append('\n');
    }
    return page.toString();
  }

  private static final String GUESSES =
      """

      ## Guesses of the reader

      Compare with the original, then confirm or correct with `jihe confirm`.

      """;

  private static String row(String... cells) {
    return "| " + String.join(" | ", Stream.of(cells).map(HandbookTest::code).toList()) + " |\n";
  }

  /** What Markdown would take for something else. */
  private static String code(String text) {
    return text.strip().replace("\n", " ").replace("|", "\\|").replace("*", "\\*");
  }

  private static List<String> keys(PropertyResourceBundle bundle, String pattern) {
    return bundle.keySet().stream().filter(key -> key.matches(pattern)).sorted().toList();
  }

  private static PropertyResourceBundle bundle(String name) throws IOException {
    return new PropertyResourceBundle(
        Files.newBufferedReader(
            ROOT.resolve("src/main/resources/messages/" + name + ".properties")));
  }
}
