package org.jihe.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jihe.SampleForms;
import org.jihe.layout.Document;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a text holds: no exception, no form lost, no endless search. */
class RobustnessTest {

  private static final Recogniser RECOGNISER = Recogniser.standard();
  private static final Pattern TITLE = Pattern.compile("财政项目支出绩效自评表|项目名称");
  private static final List<String> STRANGE =
      List.of(
          "", "\t", "\f", "\u0000", "\uFEFF", "𠀀", "总分", "绩效指标", "-", "9".repeat(60), "%", "(");

  private static Recognition read(String text) {
    Sources.Reading reading =
        new Sources(Limits.STANDARD).read(new RawFile("a.txt", text.getBytes(UTF_8))).get(0);
    Document document = reading.document();
    return document == null
        ? new Recognition(List.of(), List.of(reading.refusal()))
        : RECOGNISER.recognise(document);
  }

  private static List<String> forms() {
    String text = new String(SampleForms.bytes(), UTF_8).strip();
    return List.of(text.split("(?=财政项目支出绩效自评表)"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12})
  void mutatedFormsAreAcceptedOrQuarantined(int mutations) {
    List<String> forms = forms();
    for (int i = 0; i < 700; i++) {
      Random random = Trial.random(11 + mutations, i);
      String text = Damage.pick(forms, random);
      for (int m = 0; m < mutations; m++) {
        text = mutated(text, random);
      }
      Recognition read = read(text);
      int found = read.forms().size() + read.quarantined().size();
      assertThat(found).as("forms of trial %d", i).isPositive();
      long titles = TITLE.matcher(text).results().count();
      assertThat(found).as("forms of trial %d", i).isLessThanOrEqualTo((int) titles * 2 + 2);
    }
  }

  private static String mutated(String text, Random random) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    List<String> cells = new ArrayList<>(List.of(lines.get(at).split("\t", -1)));
    int cell = random.nextInt(cells.size());
    switch (random.nextInt(9)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(at));
      case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
      case 3 -> cells.remove(cell);
      case 4 -> cells.add(cell, cells.get(cell));
      case 5 -> Collections.swap(cells, cell, random.nextInt(cells.size()));
      case 6 -> cells.set(cell, Damage.pick(STRANGE, random));
      case 7 -> cells.set(cell, cells.get(cell).substring(cells.get(cell).length() / 2));
      default -> {
        int cut = random.nextInt(text.length() + 1);
        return random.nextInt(8) == 0 ? text.substring(0, cut) : text;
      }
    }
    if (!cells.isEmpty() && at < lines.size()) {
      lines.set(at, String.join("\t", cells));
    }
    return String.join("\n", lines);
  }

  @Test
  void everyBeginningOfAFormIsReadOrQuarantined() {
    String form = forms().get(1);
    for (int end = 1; end < form.length(); end += 7) {
      Recognition read = read(form.substring(0, end));
      assertThat(read.forms().size() + read.quarantined().size()).isEqualTo(1);
    }
  }

  @Test
  void aRowOfManyFieldsTakesNoLongTime() {
    String form = new Sheet(SampleForms.transcripts().get(0)).print();
    for (String filler : List.of("x", "5", "提升", "100%", "数量指标", "a b c")) {
      String row = String.join("\t", Collections.nCopies(10_000, filler));
      String text = form.replace("总分", row + "\n总分");
      assertTimeout(Duration.ofSeconds(5), () -> assertThat(found(read(text))).isEqualTo(1));
    }
  }

  @Test
  void aLongCellTakesNoLongTime() {
    String form = new Sheet(SampleForms.transcripts().get(0)).print();
    for (String filler : List.of("长", "5", "长 ", "=5", "5%", "（", "指标")) {
      String row = "\t\t\t" + filler.repeat(20_000) + "\t完成\t\t5\t5";
      String text = form.replace("总分", row + "\n总分");
      assertTimeout(Duration.ofSeconds(5), () -> assertThat(found(read(text))).isEqualTo(1));
    }
  }

  @Test
  void aFormOfManyRowsTakesNoLongTime() {
    String form = new Sheet(SampleForms.transcripts().get(0)).print();
    for (String row :
        List.of(
            "\t\t\t系统稳定性\t稳定\t稳定\t1.3\t1.1",
            "\t系统稳定性 稳定\t稳定",
            "稳定",
            "\t效益指标",
            "\t\t\t名\t值\t\t1\t0.7")) {
      String text = form.replace("总分", (row + "\n").repeat(5000) + "总分");
      assertTimeout(Duration.ofSeconds(20), () -> assertThat(found(read(text))).isEqualTo(1));
    }
  }

  @Test
  void manyFormsWithNothingInsideTakeNoLongTime() {
    String text = "财政项目支出绩效自评表\n项目名称\tx\n".repeat(20_000);
    assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(read(text).quarantined()).hasSize(20_000));
  }

  private static int found(Recognition read) {
    return read.forms().size() + read.quarantined().size();
  }
}
