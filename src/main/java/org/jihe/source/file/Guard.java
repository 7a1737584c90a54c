package org.jihe.source.file;

import java.io.IOException;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;

/**
 * Stands before the libraries of paged sources (PDFBox, ImageIO): gives a reader its budget, and
 * makes a refusal of what it or its library throws at damaged or hostile files, in the library's
 * own words. {@link TimedReading} stands around every reader and knows nothing of libraries.
 */
public final class Guard {

  private Guard() {}

  /** Something that reads a source. */
  public interface Work {
    Document read(Budget budget) throws IOException, Refusal;
  }

  /** The document that work gives, or a refusal, whatever else it throws. */
  public static Document read(RawFile source, Limits limits, Work work) throws Refusal {
    try {
      return work.read(new Budget(limits));
    } catch (InvalidPasswordException e) {
      throw new Refusal(source, Reason.ENCRYPTED, "", "");
    } catch (Budget.Exceeded e) {
      Reason reason = e.kind() == Budget.Kind.TIME ? Reason.TIMED_OUT : Reason.LIMIT_EXCEEDED;
      throw new Refusal(source, reason, detail(e), "");
    } catch (OutOfMemoryError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, detail(e), "");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The libraries meet damage with exceptions of every kind.
      boolean large = String.valueOf(e.getMessage()).contains("Maximum allowed scratch file");
      throw new Refusal(source, large ? Reason.LIMIT_EXCEEDED : Reason.DAMAGED, detail(e), "");
    }
  }

  private static String detail(Throwable problem) {
    String message = problem.getMessage();
    String detail =
        message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    String line = detail.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "·");
    return String.format(Locale.ROOT, "%.200s", line);
  }
}
