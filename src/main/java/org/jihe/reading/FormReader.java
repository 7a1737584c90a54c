package org.jihe.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Document;
import org.jihe.layout.FormLayout;
import org.jihe.layout.LayoutCodec;
import org.jihe.layout.Position;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Sources;
import org.jihe.source.file.Format;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.json.JsonReader;
import org.jihe.source.text.Encodings;
import org.jihe.template.Explanation;
import org.jihe.template.Recogniser;
import org.jihe.template.Recognition;
import org.jihe.template.declaration.TemplateSet;
import org.jihe.transcript.TranscriptFile;
import org.jspecify.annotations.Nullable;

/** Reads every form of one file; needs no Spark. Safe for use by several threads. */
public final class FormReader {

  /** A file that is being written gets a second chance. */
  private static final int ATTEMPTS = 2;

  /** Detail of what is refused because the machine has not enough of it. */
  private static final String MEMORY = "memory";

  private final Limits limits;
  private final Sources sources;
  private final Recogniser recogniser;
  private final Opening opening;

  /** Opens a file for reading. */
  @FunctionalInterface
  interface Opening {
    InputStream open(Path file) throws IOException;
  }

  /** A reader with the usual limits, which knows the templates that come with the program. */
  public FormReader() {
    this(Limits.STANDARD, TemplateSet.BUILT_IN);
  }

  /** A reader with other limits, which knows a set of templates. */
  public FormReader(Limits limits, TemplateSet templates) {
    this(limits, templates, Files::newInputStream);
  }

  FormReader(Limits limits, Opening opening) {
    this(limits, TemplateSet.BUILT_IN, opening);
  }

  private FormReader(Limits limits, TemplateSet templates, Opening opening) {
    this.recogniser = Recogniser.of(templates);
    this.limits = limits;
    this.sources = new Sources(limits);
    this.opening = opening;
  }

  /**
   * Reads one file: one reading, or one for every member of an archive. What cannot be read is in
   * the result, never an exception.
   */
  public List<FileReading> read(Path file) {
    return read(InputFile.name(file), file);
  }

  public List<FileReading> read(InputFile file) {
    return read(file.name(), file.path());
  }

  private List<FileReading> read(String name, Path file) {
    Content content;
    try {
      content = content(name, file);
    } catch (NoSuchFileException e) {
      return List.of(refused(name, 0, Reason.MISSING, ""));
    } catch (IOException e) {
      return List.of(refused(name, 0, Reason.UNREADABLE, String.valueOf(e.getMessage())));
    } catch (OutOfMemoryError e) {
      return List.of(refused(name, 0, Reason.LIMIT_EXCEEDED, MEMORY));
    }
    return content.refusal == null
        ? read(name, content.bytes, content.modified)
        : List.of(content.refusal);
  }

  /**
   * Reads the bytes of one source.
   *
   * @param name the source's name, for positions and messages
   */
  public List<FileReading> read(String name, byte[] content) {
    return read(name, content, 0);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Content(byte[] bytes, long modified, @Nullable FileReading refusal) {

    static Content none(FileReading refusal) {
      return new Content(new byte[0], 0, refusal);
    }
  }

  /** The file's bytes as they were at one moment. */
  private Content content(String name, Path file) throws IOException {
    BasicFileAttributes before = attributes(file);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      long size = before.size();
      if (before.isDirectory()) {
        Reason reason = Files.isReadable(file) ? Reason.NO_FORM_FOUND : Reason.UNREADABLE;
        return Content.none(refused(name, 0, reason, ""));
      }
      if (!before.isRegularFile()) { // opening a pipe could wait for ever
        return Content.none(refused(name, 0, Reason.UNREADABLE, "pipe, socket, device"));
      }
      if (size > limits.bytes()) {
        return Content.none(refused(name, size, Reason.TOO_LARGE, size + " B"));
      }
      byte[] bytes = bytes(file, size);
      BasicFileAttributes after = attributes(file);
      boolean same =
          bytes.length == size
              && after.size() == size
              && after.lastModifiedTime().equals(before.lastModifiedTime());
      if (same) {
        return new Content(bytes, before.lastModifiedTime().toMillis(), null);
      }
      before = after;
    }
    return Content.none(refused(name, before.size(), Reason.CHANGED_WHILE_READ, ""));
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  /** At most one byte more than the file should have, however fast it grows. */
  private byte[] bytes(Path file, long size) throws IOException {
    try (InputStream in = opening.open(file)) {
      return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, size + 1));
    }
  }

  /** Whatever a source does to its reader, the others are read. */
  private List<FileReading> read(String name, byte[] content, long modified) {
    String digest = sha256(content);
    try {
      List<FileReading> readings = new ArrayList<>();
      // Members of an archive one by one: no more than one of them is in memory with its cells.
      sources.read(
          new RawFile(name, content),
          reading -> {
            String own =
                reading.file().equals(name)
                    ? digest
                    : member(digest, reading.file().substring(name.length()));
            readings.add(recognised(reading, own, content.length, modified));
          });
      return readings;
    } catch (OutOfMemoryError e) {
      return List.of(refused(name, content.length, Reason.LIMIT_EXCEEDED, MEMORY));
    } catch (RuntimeException | StackOverflowError e) {
      String detail = e.getClass().getSimpleName() + ": " + e.getMessage();
      return List.of(refused(name, content.length, Reason.DAMAGED, firstLine(detail)));
    }
  }

  private FileReading recognised(
      Sources.Reading reading, String digest, long bytes, long modified) {
    Document document = reading.document();
    Quarantined refusal = reading.refusal();
    if (document == null) {
      List<Quarantined> refused = refusal == null ? List.of() : List.of(refusal);
      return new FileReading(reading.file(), digest, bytes, modified, "", "", List.of(), refused);
    }
    Recognition recognition =
        isTranscript(document) ? transcribed(document) : recogniser.recognise(document);
    return new FileReading(
        reading.file(),
        digest,
        bytes,
        modified,
        document.format(),
        document.encoding(),
        recognition.forms(),
        recognition.quarantined(),
        kept(recognition.layouts()));
  }

  private static List<KeptLayout> kept(List<FormLayout> layouts) {
    List<KeptLayout> kept = new ArrayList<>();
    for (FormLayout layout : layouts) {
      if (!layout.grids().isEmpty()) {
        kept.add(new KeptLayout(layout.origin(), LayoutCodec.bytes(layout.grids())));
      }
    }
    return kept;
  }

  private static boolean isTranscript(Document document) {
    return document.format().equals(Format.JSON.id());
  }

  /** The forms of a file of transcripts. */
  private Recognition transcribed(Document document) {
    String text = JsonReader.text(document);
    TranscriptFile read = TranscriptFile.read(document.file(), text, limits.cells());
    List<Quarantined> quarantined = new ArrayList<>();
    for (Quarantined each : read.quarantined()) {
      quarantined.add(
          each.excerpt().isEmpty()
              ? new Quarantined(
                  each.file(), each.place(), each.reason(), each.detail(), Encodings.excerpt(text))
              : each);
    }
    return new Recognition(read.forms().stream().map(recogniser::labelled).toList(), quarantined);
  }

  private TemplateTrial transcripts(Document document) {
    Recognition read = transcribed(document);
    List<Explanation> forms = new ArrayList<>();
    for (SelfEvaluation form : read.forms()) {
      forms.add(explained(form.origin(), form.recovery().template(), form, null));
    }
    Quarantined whole = null;
    for (Quarantined each : read.quarantined()) {
      Position place = each.place();
      if (place == null) {
        whole = each;
      } else {
        forms.add(explained(place, "", null, each));
      }
    }
    return new TemplateTrial(document.file(), document.format(), document.encoding(), whole, forms);
  }

  private static Explanation explained(
      Position place,
      String template,
      @Nullable SelfEvaluation form,
      @Nullable Quarantined refusal) {
    Set<Integer> rows = new HashSet<>();
    if (form != null) {
      for (Field<?> field : FormFields.of(form).values()) {
        Position cell = field.position();
        rows.add(cell == null ? place.row() : cell.row());
      }
    }
    return new Explanation(
        place,
        rows.size(),
        List.of(),
        template,
        Explanation.Way.TRANSCRIPT,
        List.of(),
        List.of(),
        form,
        refusal);
  }

  /**
   * Reads one file and tells how.
   *
   * @throws IOException where the file cannot be read
   */
  public List<TemplateTrial> explain(Path file) throws IOException {
    String name = InputFile.name(file);
    List<TemplateTrial> trials = new ArrayList<>();
    Content content = content(name, file);
    if (content.refusal != null) {
      for (Quarantined entry : content.refusal.quarantined()) {
        trials.add(new TemplateTrial(name, "", "", entry, List.of()));
      }
      return trials;
    }
    for (Sources.Reading reading : sources.read(new RawFile(name, content.bytes))) {
      Document document = reading.document();
      if (document != null && isTranscript(document)) {
        trials.add(transcripts(document));
        continue;
      }
      trials.add(
          document == null
              ? new TemplateTrial(reading.file(), "", "", reading.refusal(), List.of())
              : new TemplateTrial(
                  reading.file(),
                  document.format(),
                  document.encoding(),
                  null,
                  recogniser.explain(document)));
    }
    return trials;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static FileReading refused(String name, long bytes, Reason reason, String detail) {
    Quarantined entry = new Quarantined(name, null, reason, detail, "");
    return new FileReading(name, "", bytes, 0, "", "", List.of(), List.of(entry));
  }

  private static String member(String archive, String path) {
    return sha256((archive + path).getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
