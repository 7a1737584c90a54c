package org.jihe.source.office;

import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.jihe.layout.Cell;
import org.jihe.layout.CellNote;
import org.jihe.layout.Document;
import org.jihe.layout.Grid;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.ReadingStopped;
import org.jihe.source.file.Refusal;

/**
 * The one place where what goes wrong in an office file becomes a refusal. The libraries throw
 * whatever their code meets in damaged bytes; nothing of it gets past here.
 */
public final class OfficeFile {

  private static final int LONGEST_DETAIL = 200;

  private OfficeFile() {}

  /**
   * What a file holds.
   *
   * @param grids its pages or sheets in order
   * @param notes what reading has done to texts of cells
   */
  public record Contents(List<Grid> grids, List<CellNote> notes) {}

  /** Takes a file's contents out of its bytes. */
  public interface Extraction {

    Contents contents(RawFile source, Budget budget) throws Exception;
  }

  public static Document read(RawFile source, Budget budget, Format format, Extraction extraction)
      throws Refusal {
    String size = source.content().length + " B";
    if (source.content().length == 0) {
      throw new Refusal(source, Reason.EMPTY, size, "");
    }
    Contents contents = contents(source, budget, extraction);
    if (contents.grids.stream().allMatch(OfficeFile::isBlank)) {
      throw new Refusal(source, Reason.EMPTY, size, "");
    }
    return new Document(source.name(), format.id(), "", contents.grids, contents.notes);
  }

  private static boolean isBlank(Grid grid) {
    return grid.rows().stream().allMatch(row -> row.stream().allMatch(Cell::isEmpty));
  }

  private static Contents contents(RawFile source, Budget budget, Extraction extraction)
      throws Refusal {
    try {
      return extraction.contents(source, budget);
    } catch (StackOverflowError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, "nested too deeply", "");
    } catch (OutOfMemoryError e) {
      // What was read is garbage by now, so there is memory again to say so.
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, "memory: " + words(e), "");
    } catch (Exception | AssertionError e) {
      throw refusal(source, e);
    }
  }

  private static Refusal refusal(RawFile source, Throwable thrown) {
    ReadingStopped stopped = ReadingStopped.within(thrown);
    if (stopped != null) {
      return new Refusal(source, stopped.reason(), stopped.detail(), "");
    }
    if (thrown instanceof EncryptedDocumentException) {
      return new Refusal(source, Reason.ENCRYPTED, words(thrown), "");
    }
    if (thrown instanceof OldFileFormatException) {
      return new Refusal(source, Reason.UNKNOWN_FORMAT, words(thrown), "");
    }
    return new Refusal(source, Reason.DAMAGED, words(thrown), "");
  }

  private static String words(Throwable thrown) {
    String message = thrown.getMessage();
    String words =
        message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    String line = words.replaceAll("\\s+", " ").strip();
    return line.substring(0, Math.min(LONGEST_DETAIL, line.length()));
  }
}
