package org.jihe.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisibleTest {

  private static final String MIXED = "一\u001b[31m二\r\n三\t四\u009b2J\u007f\u0000\u202e\u2028五";

  @Test
  void everyCharacterOfANameIsShown() {
    assertThat(Visible.name(MIXED))
        .isEqualTo(
            "一\\x1b[31m二\\x0d\\x0a三\\x09四\\xc2\\x9b2J\\x7f\\x00\\xe2\\x80\\xae\\xe2\\x80\\xa8五");
  }

  @Test
  void aLineHasNoBreaks() {
    assertThat(Visible.line(MIXED))
        .isEqualTo("一\\x1b[31m二 三 四\\xc2\\x9b2J\\x7f\\x00\\xe2\\x80\\xae 五");
  }

  @Test
  void aTextKeepsItsLines() {
    assertThat(Visible.text(MIXED))
        .isEqualTo("一\\x1b[31m二\n三\t四\\xc2\\x9b2J\\x7f\\x00\\xe2\\x80\\xae\n五");
  }

  @Test
  void allThatTurnsTextOrControlsATerminal() {
    for (int c = 0; c < 0x10000; c++) {
      boolean control = Character.getType(c) == Character.CONTROL;
      boolean separator =
          Character.getType(c) == Character.LINE_SEPARATOR
              || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
      boolean turning =
          switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                true;
            default -> false;
          };
      if (control || separator || turning) {
        assertThat(Visible.isHarmful(c)).as("U+%04X", c).isTrue();
      }
    }
    assertThat("\u061c\u200e\u200f".chars()).allMatch(Visible::isHarmful);
  }

  @Test
  void whatDoesNoHarmStays() {
    String text = "停车费 é e\u0301 ＝１ 𠮷 😀 \u200b\ufeff\u00ad\u200d\u00a0\u3000\\x1b";
    assertThat(Visible.name(text)).isSameAs(text);
    assertThat(Visible.line(text)).isSameAs(text);
    assertThat(Visible.text(text)).isSameAs(text);
  }

  @Test
  void messagesShowTheirValuesOnOneLine() {
    Map<String, Object> values =
        Map.of("name", "甲\u001b[2J\n乙", "file", Path.of("a\nb"), "count", 3);
    assertThat(Messages.fill("{name}（{file}）{count} {other}", values))
        .isEqualTo("甲\\x1b[2J 乙（a\\x0ab）3 {other}");
  }

  @Test
  void jsonKeepsTheTextAndCanBeShown() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    mapper.getFactory().setCharacterEscapes(new VisibleEscapes());
    String json = mapper.writeValueAsString(Map.of(MIXED, MIXED));
    assertThat(json.chars()).noneMatch(Visible::isHarmful);
    assertThat(json).contains("一", "\\u007F", "\\u009B", "\\u202E");
    assertThat(mapper.readTree(json).get(MIXED).asText()).isEqualTo(MIXED);
    StringWriter written = new StringWriter();
    mapper.writeValue(written, MIXED);
    assertThat(written.toString().chars()).noneMatch(Visible::isHarmful);
    assertThat(mapper.readValue(mapper.writeValueAsBytes(MIXED), String.class)).isEqualTo(MIXED);
  }
}
