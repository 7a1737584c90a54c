package org.jihe.publish.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jihe.message.Language;
import org.jihe.review.Review;
import org.jihe.review.ReviewRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of the report that the README shows, when it is told to. */
@EnabledIfSystemProperty(named = "jihe.pictures", matches = "true")
class ReportPicturesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path PICTURES = Path.of("src/site/resources/images");

  /** What a page of documentation may weigh. */
  private static final long LARGEST = 200_000;

  @TempDir private Path folder;

  @Test
  void takeThem() throws Exception {
    Path workspace = folder.resolve("w");
    Review.run(
        new ReviewRequest(List.of(Path.of("datasets/minhang-2022")), workspace, Language.ZH));
    Path report = workspace.resolve("published/report");
    String script = Files.readString(report.resolve("data/index.js"));
    JsonNode index =
        JSON.readTree(script.substring(script.indexOf(',') + 1, script.lastIndexOf(')')));
    String key = index.get("departments").get(0).get("key").asText();
    String list = Files.readString(report.resolve("data/departments/" + key + ".js"));
    String form = "";
    double most = -1;
    for (JsonNode line :
        JSON.readTree(list.substring(list.indexOf(',') + 1, list.lastIndexOf(')'))).get("forms")) {
      if (line.get(18).asDouble() > most) {
        most = line.get(18).asDouble();
        form = line.get(0).asText();
      }
    }
    Files.createDirectories(PICTURES);
    take(report, "#/overview", "report-overview.png");
    take(report, "#/form/" + form + "/" + key, "report-form.png");
  }

  private static void take(Path report, String address, String name) throws Exception {
    Path picture = PICTURES.resolve(name);
    Browser.open(
        Objects.requireNonNull(Browser.found()),
        report.resolve("index.html"),
        address,
        "--hide-scrollbars",
        "--window-size=1040,720",
        "--screenshot=" + picture.toAbsolutePath());
    assertThat(picture).isNotEmptyFile();
    assertThat(Files.size(picture)).isLessThan(LARGEST);
  }
}
