package org.jihe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The committed sample: thirty forms as printed, and what each of them says. */
public final class SampleForms {

  /** The sample's text as the extraction left it. */
  public static final Path TEXT = Path.of("datasets/minhang-2022/forms.txt");

  private static final Path TRANSCRIPTS = Path.of("datasets/transcripts/minhang-2022");
  private static final ObjectMapper JSON = new ObjectMapper();

  private SampleForms() {}

  /** The bytes of the sample. */
  public static byte[] bytes() {
    try {
      return Files.readAllBytes(TEXT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample cut into its thirty forms, each from its title to the next form's title. */
  public static List<String> texts() {
    String whole = new String(bytes(), StandardCharsets.UTF_8);
    return Stream.of(whole.split("(?m)^(?=财政项目支出绩效自评表)")).filter(text -> !text.isBlank()).toList();
  }

  /** The transcripts, fresh copies in the order of the forms. */
  public static List<ObjectNode> transcripts() {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      return files.sorted().map(SampleForms::transcript).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode transcript(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
