package org.jihe.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.Limits;
import org.jihe.source.RawFile;
import org.jihe.source.Sources;
import org.jihe.template.Recogniser;
import org.jihe.template.Recognition;
import org.jihe.template.TemplateSet;

/** Reads every form of one source; needs no Spark. Safe for use by several threads. */
public final class FormReader {

  private final Sources sources = new Sources(Limits.STANDARD);
  private final Recogniser recogniser;

  /** A reader that knows the templates that come with the program. */
  public FormReader() {
    this(TemplateSet.BUILT_IN);
  }

  /** A reader that knows a set of templates. */
  public FormReader(TemplateSet templates) {
    this.recogniser = Recogniser.of(templates);
  }

  /** Reads one file. What cannot be read is in the result, never an exception. */
  public FileReading read(Path file) {
    String name = file.toString().replace('\\', '/');
    if (!Files.exists(file)) {
      return refused(name, Reason.MISSING, "");
    }
    if (Files.isDirectory(file) && Files.isReadable(file)) {
      return refused(name, Reason.NO_FORM_FOUND, "");
    }
    try {
      return read(name, Files.readAllBytes(file));
    } catch (IOException | OutOfMemoryError e) {
      return refused(name, Reason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads the bytes of one source.
   *
   * @param name the source's name, for positions and messages
   */
  public FileReading read(String name, byte[] content) {
    String digest = sha256(content);
    Sources.Reading text = sources.read(new RawFile(name, content)).get(0);
    Document document = text.document();
    Quarantined refusal = text.refusal();
    if (document == null) {
      List<Quarantined> refused = refusal == null ? List.of() : List.of(refusal);
      return new FileReading(name, digest, content.length, "", List.of(), refused);
    }
    Recognition recognition = recogniser.recognise(document);
    return new FileReading(
        name,
        digest,
        content.length,
        document.encoding(),
        recognition.forms(),
        recognition.quarantined());
  }

  /**
   * Reads one file and tells how.
   *
   * @throws IOException where the file cannot be read
   */
  public List<TemplateTrial> explain(Path file) throws IOException {
    String name = file.toString().replace('\\', '/');
    List<TemplateTrial> trials = new ArrayList<>();
    for (Sources.Reading reading : sources.read(new RawFile(name, Files.readAllBytes(file)))) {
      Document document = reading.document();
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

  private static FileReading refused(String name, Reason reason, String detail) {
    return new FileReading(
        name, "", 0, "", List.of(), List.of(new Quarantined(name, null, reason, detail, "")));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
