package org.jihe.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jihe.form.FormKey;
import org.jihe.generate.draft.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed gives the same bytes, and the lists beside the forms agree with them. */
@ResourceLock(Resources.LOCALE)
@ResourceLock(Resources.TIME_ZONE)
class GeneratorTest {

  @TempDir Path folder;

  private Path make(String name, long seed, FileKind... kinds) throws IOException {
    List<FileKind> formats = new ArrayList<>(List.of(kinds));
    if (formats.isEmpty()) {
      Stream.of(FileKind.values()).filter(kind -> !kind.isOfAll()).forEach(formats::add);
    }
    Path out = folder.resolve(name);
    Generator.Made made =
        Generator.run(new GenerateRequest(9, 54, 2021, 2023, seed, out, formats, 0.4));
    assertThat(made.forms()).isEqualTo(54);
    return out;
  }

  /** Every file by its name, as its digest. */
  private static Map<String, String> digests(Path out) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> digests.put(out.relativize(file).toString(), digest(file)));
    }
    return digests;
  }

  private static String digest(Path file) {
    try {
      return FormKey.of(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Map<String, String> here = digests(make("here", 7));
    try {
      Locale.setDefault(new Locale("ar", "EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertThat(digests(make("there", 7))).isEqualTo(here);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    assertThat(here.keySet())
        .as("all formats")
        .anyMatch(name -> name.endsWith(".xls"))
        .anyMatch(name -> name.endsWith(".xlsx"))
        .anyMatch(name -> name.endsWith(".docx"))
        .anyMatch(name -> name.endsWith(".pdf"))
        .anyMatch(name -> name.endsWith(".zip"));
    assertThat(digests(make("other", 8)).values()).doesNotContainAnyElementsOf(here.values());
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONL", "PARQUET"})
  void oneFileHoldsAll(FileKind kind) throws IOException {
    Path once = make("once", 7, kind);
    Path twice = make("twice", 7, kind);
    assertThat(digests(twice)).isEqualTo(digests(once)).hasSize(4);
    if (kind == FileKind.JSONL) {
      assertThat(Files.readAllLines(once.resolve("forms/forms.jsonl"))).hasSize(54);
    }
  }

  @Test
  void listsNameTheForms() throws IOException {
    Path out = make("lists", 7, FileKind.TXT);
    List<String> truth = Files.readAllLines(out.resolve(Lists.TRUTH));
    assertThat(truth.get(0)).isEqualTo("file,department,project,year,rule,subject,kind");
    assertThat(truth.size()).isGreaterThan(20);
    for (String line : truth.subList(1, truth.size())) {
      String file = line.substring(0, line.indexOf(','));
      assertThat(file.isEmpty() || Files.exists(out.resolve(file))).as(line).isTrue();
      assertThat(line).matches(".*,(planted|follows)");
    }
    assertThat(Files.readAllLines(out.resolve(Lists.LEDGER))).hasSize(55);
  }
}
