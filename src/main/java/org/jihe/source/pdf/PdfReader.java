package org.jihe.source.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jihe.layout.Document;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Format;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Guard;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.ocr.Ocr;
import org.jihe.source.ocr.PictureCodec;
import org.jihe.source.ocr.ScannedPage;
import org.jihe.source.page.PageContent;
import org.jihe.source.page.PageGrids;
import org.jihe.source.page.PageLayout;
import org.jihe.source.page.RuledTables;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF: one grid for every page, its tables by their rulings, or its lines where there are no
 * rulings. Scripts, attachments and actions are never looked at.
 */
public final class PdfReader implements FormatReader {

  private static final long MOST_UNPACKED = 256L << 20;

  private static final double COARSE_TOLERANCE = 3;
  private static final int MOST_FIELDS = 100_000;

  private final Supplier<@Nullable Ocr> ocr;

  /**
   * @param ocr gives the program that recognises text, or null where there is none
   */
  public PdfReader(Supplier<@Nullable Ocr> ocr) {
    this.ocr = ocr;
  }

  @Override
  public Document read(RawFile source, Limits limits) throws Refusal {
    return Guard.read(source, limits, budget -> read(source, limits, budget));
  }

  private Document read(RawFile source, Limits limits, Budget budget) throws IOException, Refusal {
    try (PDDocument pdf = PdfFile.open(source.content(), mostUnpacked(limits), budget)) {
      List<PageLayout> pages = new ArrayList<>();
      List<PageContent> scans = new ArrayList<>();
      List<Integer> scanned = new ArrayList<>();
      List<Integer> unseen = new ArrayList<>();
      PdfPictures pictures = new PdfPictures(pdf, budget);
      for (PDPage page : PdfPages.of(pdf, limits.pages(), mostUnpacked(limits))) {
        budget.check();
        int number = pages.size() + 1;
        PageContent content = PdfPage.read(page, budget);
        if (content.isUnseen()) {
          unseen.add(number);
          content = nothing(content);
        } else if (content.isPicture()) {
          scanned.add(number);
          scans.add(content);
          content = recognised(pictures, number, content, budget, limits);
        } else if (content.isRecognised() && content.rulings().isEmpty()) {
          content = content.withRulings(pictures.coarse(number, content).rulings());
        }
        pages.add(PageLayout.of(number, content, limits));
      }
      if (!unseen.isEmpty()) { // It may be a form; nobody would miss it.
        String place = PictureCodec.JPEG_2000.printed() + ", p. " + pageNumbers(unseen);
        throw new Refusal(source, Reason.PICTURE_ENCODING, place, "");
      }
      if (ocr.get() == null && !scanned.isEmpty()) {
        refuseScans(source, pages.size(), scanned, scans, pictures);
      }
      MendedTexts texts = MendedTexts.of(PageGrids.of(source.name(), pages));
      return new Document(
          source.name(),
          Format.PDF.id(),
          scanned.isEmpty() ? "" : Document.RECOGNISED,
          texts.grids(),
          texts.notes());
    }
  }

  private static long mostUnpacked(Limits limits) {
    return Math.min(limits.unpacked(), MOST_UNPACKED);
  }

  private PageContent recognised(
      PdfPictures pictures, int page, PageContent content, Budget budget, Limits limits)
      throws IOException {
    Ocr reader = ocr.get();
    return reader == null
        ? nothing(content)
        : ScannedPage.read(pictures.fine(page, content), reader, budget, limits);
  }

  /** A page of the same size of which nothing can be read. */
  private static PageContent nothing(PageContent page) {
    return new PageContent(page.width(), page.height(), 0, List.of(), List.of(), 0, 0, 0, 1, 0);
  }

  /** Without recognition a picture of a table is lost; one of a seal or a cover is not missed. */
  private static void refuseScans(
      RawFile source,
      int pages,
      List<Integer> scanned,
      List<PageContent> scans,
      PdfPictures pictures)
      throws IOException, Refusal {
    for (int i = 0; i < scans.size(); i++) {
      boolean table =
          pages == scans.size()
              || !RuledTables.of(
                      pictures.coarse(scanned.get(i), scans.get(i)).rulings(),
                      COARSE_TOLERANCE,
                      MOST_FIELDS)
                  .isEmpty();
      if (table) {
        throw new Refusal(source, Reason.SCANNED, "p. " + pageNumbers(scanned), "");
      }
    }
  }

  private static String pageNumbers(List<Integer> pages) {
    String all = pages.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
    return pages.size() > 10 ? all + ", …" : all;
  }
}
