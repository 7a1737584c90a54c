package org.jihe.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;

/**
 * Reads PDF: one grid for every page, its tables by their rulings, or its lines where there are no
 * rulings. Scripts, attachments and actions are never looked at.
 */
final class PdfReader implements FormatReader {

  private static final long IN_MEMORY = 64L << 20;
  private static final long MOST_UNPACKED = 256L << 20;

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    try {
      return read(source, limits, new Budget(limits.time()));
    } catch (InvalidPasswordException e) {
      throw new Refusal(source, Reason.ENCRYPTED, "", "");
    } catch (Budget.Exceeded e) {
      Reason reason =
          e.kind() == Budget.Kind.TIME ? Reason.TIMED_OUT : Reason.LIMIT_EXCEEDED;
      throw new Refusal(source, reason, detail(e), "");
    } catch (Lattice.Crowded e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, detail(e), "");
    } catch (OutOfMemoryError e) {
      throw new Refusal(source, Reason.LIMIT_EXCEEDED, detail(e), "");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The library meets damage with exceptions of every kind.
      throw new Refusal(source, reason(e), detail(e), "");
    }
  }

  private static Document read(RawFile source, Limits limits, Budget budget)
      throws IOException, Refusal {
    try (PDDocument pdf = open(source.content(), limits)) {
      List<PageLayout> pages = new ArrayList<>();
      int number = 0;
      for (PDPage page : PdfPages.of(pdf, limits.pages())) {
        budget.check();
        number++;
        pages.add(PageLayout.of(number, PdfPage.read(page, budget), limits));
      }
      return new Document(
          source.name(), Format.PDF.id(), "", PageGrids.of(source.name(), pages));
    }
  }

  private static PDDocument open(byte[] content, Limits limits) throws IOException {
    MemoryUsageSetting memory =
        MemoryUsageSetting.setupMixed(IN_MEMORY, Math.min(limits.unpacked(), MOST_UNPACKED));
    // Owners' passwords forbid copying and changing; reading is open with the empty one.
    return PDDocument.load(content, "", null, null, memory);
  }

  private static Reason reason(Throwable problem) {
    String message = String.valueOf(problem.getMessage());
    return message.contains("Maximum allowed scratch file memory")
        ? Reason.LIMIT_EXCEEDED
        : Reason.DAMAGED;
  }

  private static String detail(Throwable problem) {
    String message = problem.getMessage();
    String detail =
        message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    String line = detail.strip().lines().findFirst().orElse("");
    return String.format(Locale.ROOT, "%.200s", line);
  }
}
