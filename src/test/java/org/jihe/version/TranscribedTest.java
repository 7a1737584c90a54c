package org.jihe.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.reading.Inputs;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts beside the forms that they were taken from, and elsewhere. */
class TranscribedTest {

  @TempDir private Path folder;

  private Path originals;
  private List<String> transcripts;

  @BeforeEach
  void formsAndTheirTranscripts() throws IOException {
    originals = Files.createDirectory(folder.resolve("forms"));
    Path file = originals.resolve("a.txt");
    Files.writeString(file, SampleForms.texts().get(0) + "\n" + SampleForms.texts().get(1));
    transcripts = new ArrayList<>();
    for (FileReading reading : new FormReader().read(file)) {
      for (SelfEvaluation form : reading.forms()) {
        transcripts.add(Transcripts.write(form));
      }
    }
    assertThat(transcripts).hasSize(2);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static FormFiles read(Path... inputs) {
    return FormFiles.read(List.of(inputs), new FormReader());
  }

  private static List<String> places(FormFiles read) {
    return read.readings().stream()
        .flatMap(reading -> reading.forms().stream())
        .map(form -> Path.of(form.origin().file()).getFileName() + "#" + form.ordinal())
        .toList();
  }

  @Test
  void besideTheirOriginalsTheyArePassedOver() throws IOException {
    write("forms/0/1.json", transcripts.get(0)); // its name stands before that of the original
    write("forms/z.jsonl", transcripts.get(1).replaceAll("\\s*\n\\s*", " ") + "\n");
    FormFiles read = read(originals);
    assertThat(places(read)).containsExactly("a.txt#1", "a.txt#2");
    assertThat(read.passedOver()).isEqualTo(Map.of(Inputs.TRANSCRIPT, 2L));
  }

  @Test
  void alsoWhereTheyPrintSomethingElse() throws IOException {
    assertThat(transcripts.get(0)).contains("9,000");
    write("forms/1.json", transcripts.get(0).replace("9,000", "8,000"));
    assertThat(places(read(originals))).containsExactly("a.txt#1", "a.txt#2");
  }

  @Test
  void aloneTheyAreRead() throws IOException {
    write("out/1.json", transcripts.get(0));
    write("out/2.json", transcripts.get(1));
    Path out = folder.resolve("out");
    assertThat(places(read(out))).containsExactly("1.json#1", "2.json#1");
    assertThat(read(out).passedOver()).isEmpty();
  }

  @Test
  void inAnotherFolderTheyArePassedOverToo() throws IOException {
    write("out/1.json", transcripts.get(0));
    write("out/2.json", transcripts.get(1).replace("\"2022\"", "\"2021\"")); // another form
    write("out/3.json", transcripts.get(1));
    Path out = folder.resolve("out");
    for (FormFiles both : List.of(read(originals, out), read(out, originals))) {
      assertThat(places(both)).containsExactlyInAnyOrder("a.txt#1", "a.txt#2", "2.json#1");
      assertThat(both.passedOver()).isEqualTo(Map.of(Inputs.TRANSCRIPT, 2L));
    }
  }

  @Test
  void thoseOfOtherFormsAreRead() throws IOException {
    Files.writeString(originals.resolve("a.txt"), SampleForms.texts().get(0));
    write("forms/both.json", "[" + transcripts.get(0) + "," + transcripts.get(1) + "]");
    FormFiles read = read(originals);
    assertThat(places(read)).containsExactly("a.txt#1", "both.json#2");
    assertThat(read.passedOver()).isEqualTo(Map.of(Inputs.TRANSCRIPT, 1L));
  }

  @Test
  void aFormThatCannotBeReadIsTakenFromItsTranscript() throws IOException {
    Files.writeString(originals.resolve("a.txt"), SampleForms.texts().get(0).substring(0, 400));
    write("forms/1.json", transcripts.get(0));
    FormFiles read = read(originals);
    assertThat(places(read)).containsExactly("1.json#1");
    assertThat(read.quarantined()).hasSize(1);
  }

  @Test
  void oneThatIsNamedIsRead() throws IOException {
    Path named = write("forms/1.json", transcripts.get(0));
    write("forms/2.json", transcripts.get(1));
    assertThat(places(read(originals, named)))
        .containsExactlyInAnyOrder("a.txt#1", "a.txt#2", "1.json#1");
  }

  @Test
  void inArchivesTheyArePassedOverLikeInFolders() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("out/1.json"));
      zip.write(transcripts.get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(Files.readAllBytes(originals.resolve("a.txt")));
      for (String name : List.of("forms.csv", "findings.csv", "score_audit.csv", "b.csv")) {
        zip.putNextEntry(new ZipEntry("published/" + name));
        zip.write("a,b\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    Path zip = Files.write(folder.resolve("all.zip"), bytes.toByteArray());
    FormFiles read = read(zip);
    assertThat(places(read)).containsExactly("a.txt#1", "a.txt#2");
    assertThat(read.passedOver()).isEqualTo(Map.of(Inputs.TRANSCRIPT, 1L, Inputs.PUBLICATION, 3L));
    assertThat(read.quarantined()).hasSize(1).allMatch(each -> each.file().endsWith("b.csv"));
  }

  @Test
  void aPublishedRowIsNoTranscript() throws IOException {
    String row = transcripts.get(0).replaceFirst("\\{", "{\"formId\": \"1\", \"dossier\": \"2\",");
    write("rows/forms.json", "[" + row + "]");
    FormFiles read = read(folder.resolve("rows"));
    assertThat(places(read)).isEmpty();
    assertThat(read.passedOver()).isEqualTo(Map.of("json", 1L));
  }
}
