package org.jihe.template.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The standard declaration after a change. */
  private static InputStream changed(Consumer<ObjectNode> change) throws IOException {
    try (InputStream in = Templates.class.getResourceAsStream("/templates/shanghai-project.json")) {
      ObjectNode declaration = (ObjectNode) JSON.readTree(in);
      change.accept(declaration);
      return new java.io.ByteArrayInputStream(
          declaration.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void assertRefused(String message, Consumer<ObjectNode> change) {
    assertThatThrownBy(() -> Templates.read("my.json", changed(change)))
        .hasMessageContaining("my.json")
        .hasMessageContaining(message);
  }

  @Test
  void theStandardTemplateLoads() {
    assertThat(Templates.load("shanghai-project").id()).isEqualTo("shanghai-project");
  }

  @Test
  void anUnknownTemplateIsNamed() {
    assertThatThrownBy(() -> Templates.load("none")).hasMessageContaining("templates/none.json");
  }

  @Test
  void anUnknownKeyIsNamed() {
    assertRefused("colour", declaration -> declaration.put("colour", "red"));
  }

  @Test
  void aMissingPartIsNamed() {
    assertRefused("funding", declaration -> declaration.remove("funding"));
    assertRefused("totals", declaration -> declaration.remove("totals"));
  }

  @Test
  void aMissingColumnIsNamed() {
    assertRefused(
        "indicators.columns",
        declaration ->
            ((ObjectNode) declaration.get("indicators").get("columns")).remove("actual"));
    assertRefused(
        "funding.rows",
        declaration -> ((ObjectNode) declaration.get("funding").get("rows")).remove("total"));
    assertRefused(
        "head", declaration -> ((ObjectNode) declaration.get("head")).remove("projectName"));
  }

  @Test
  void emptyListsAreRefused() {
    assertRefused("titles", declaration -> declaration.putArray("titles"));
    assertRefused("categories", declaration -> declaration.putArray("categories"));
  }

  @Test
  void brokenJsonIsRefusedWithItsPlace() {
    assertThatThrownBy(
            () ->
                Templates.read(
                    "my.json",
                    new java.io.ByteArrayInputStream("{\"id\": ".getBytes(StandardCharsets.UTF_8))))
        .hasMessageContaining("my.json");
  }

  @Test
  void theHandbooksExampleIsInOrder() throws IOException, TemplateException {
    String page =
        java.nio.file.Files.readString(
            java.nio.file.Path.of("src/main/resources/templates/README.md"));
    int from = page.indexOf("       {\n");
    String example = page.substring(from, page.indexOf("\n       }\n", from) + 10);
    assertThat(TemplateReader.read("README.md", example).id()).isEqualTo("fengcheng");
  }

  @Test
  void aLabelThatNamesTwoThingsIsRefused() {
    assertRefused(
        "indicators.columns.actual template.twice",
        declaration ->
            ((ObjectNode) declaration.get("indicators").get("columns"))
                .putArray("actual")
                .add("年度指标值"));
  }
}
