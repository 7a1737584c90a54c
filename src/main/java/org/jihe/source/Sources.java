package org.jihe.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.archive.ArchiveReader;
import org.jihe.source.detect.Detector;
import org.jihe.source.detect.Detector.Detected;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.file.TimedReading;
import org.jihe.source.file.Unpacked;
import org.jihe.source.html.HtmlReader;
import org.jihe.source.json.JsonReader;
import org.jihe.source.ocr.ImageReader;
import org.jihe.source.ocr.Tesseract;
import org.jihe.source.odf.OdfReader;
import org.jihe.source.pdf.PdfReader;
import org.jihe.source.rtf.RtfReader;
import org.jihe.source.text.CsvReader;
import org.jihe.source.text.TextReader;
import org.jihe.source.word.DocReader;
import org.jihe.source.word.DocxReader;
import org.jihe.source.workbook.Excel2003Reader;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;
import org.jspecify.annotations.Nullable;

/** Reads a source of any format. Safe for use by several threads. */
public final class Sources {

  /** One reader each; a new format is a class and a line here. */
  private static final Map<Format, FormatReader> READERS =
      Map.ofEntries(
          Map.entry(Format.TEXT, new TextReader()),
          Map.entry(Format.CSV, new CsvReader()),
          Map.entry(Format.XLSX, new XlsxReader()),
          Map.entry(Format.XLS, new XlsReader()),
          Map.entry(Format.DOCX, new DocxReader()),
          Map.entry(Format.DOC, new DocReader()),
          Map.entry(Format.ODF, new OdfReader()),
          Map.entry(Format.RTF, new RtfReader()),
          Map.entry(Format.XML, new Excel2003Reader()),
          Map.entry(Format.PDF, new PdfReader(Tesseract::installed)),
          Map.entry(Format.HTML, new HtmlReader()),
          Map.entry(Format.JSON, new JsonReader()),
          Map.entry(Format.IMAGE, new ImageReader(Tesseract::installed)));

  private final Limits limits;

  public Sources(Limits limits) {
    this.limits = limits;
  }

  /**
   * A document, or why there is none: exactly one of the two is set.
   *
   * @param file name of the source; a member of an archive stands behind {@code !/}
   * @param format what its content is
   */
  public record Reading(
      String file, Format format, @Nullable Document document, @Nullable Quarantined refusal) {

    /** True where the name's extension promises another format than the content has. */
    public boolean misnamed() {
      Format promised = Detector.promised(file);
      return format != Format.UNKNOWN && promised != Format.UNKNOWN && promised != format;
    }
  }

  /**
   * Reads one source and hands over what it gave: one reading, or one for every member of an
   * archive, one after another so that no more than one of them is in memory.
   *
   * @return files of an archive that were passed over since no person put them there, such as
   *     {@code .DS_Store}
   */
  public int read(RawFile source, Consumer<Reading> readings) {
    return new Reader(readings, source.content().length).read(source);
  }

  /** Reads one source: one reading, or one for every member of an archive. */
  public List<Reading> read(RawFile source) {
    List<Reading> readings = new ArrayList<>();
    read(source, readings::add);
    return readings;
  }

  /** Reads one source and, where it is an archive, everything in it. */
  private final class Reader {

    private final Consumer<Reading> readings;
    private final Unpacked unpacked;
    private final ArchiveReader archives;

    Reader(Consumer<Reading> readings, long packed) {
      this.readings = readings;
      this.unpacked = new Unpacked(limits, packed);
      this.archives =
          new ArchiveReader(
              limits,
              unpacked,
              this::read,
              refusal ->
                  readings.accept(
                      new Reading(refusal.entry().file(), Format.ZIP, null, refusal.entry())));
    }

    int read(RawFile source) {
      Format format = Format.UNKNOWN;
      try {
        if (source.content().length > limits.bytes()) {
          throw new Refusal(source, Reason.TOO_LARGE, source.content().length + " B", "");
        }
        Detected detected = detect(source);
        format = detected.format();
        if (format == Format.ZIP) {
          archives.read(source);
        } else {
          readings.accept(new Reading(source.name(), format, document(source, detected), null));
        }
      } catch (Refusal refusal) {
        readings.accept(new Reading(source.name(), format, null, refusal.entry()));
      }
      return archives.passedOver();
    }

    private Document document(RawFile source, Detected detected) throws Refusal {
      FormatReader reader = READERS.get(detected.format());
      if (reader == null) {
        throw unknown(source, detected);
      }
      return TimedReading.read(
          detected.format(), source, limits, () -> reader.read(source, limits, unpacked));
    }
  }

  private static Detected detect(RawFile source) {
    try {
      return Detector.detect(source);
    } catch (RuntimeException | StackOverflowError e) {
      return Detected.unknown(e.getClass().getSimpleName());
    }
  }

  private static Refusal unknown(RawFile source, Detected detected) {
    String type = detected.mediaType().isEmpty() ? detected.format().id() : detected.mediaType();
    boolean nothing = type.equals(Format.UNKNOWN.id());
    String detail = nothing ? source.content().length + " B" : type;
    return new Refusal(source, Reason.UNKNOWN_FORMAT, detail, "");
  }
}
