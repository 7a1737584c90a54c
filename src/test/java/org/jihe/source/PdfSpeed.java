package org.jihe.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jihe.SampleForms;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.pdf.PdfReader;

/**
 * Times the reader beside PDFBox's bare extraction of the text of the same file, in turns, on one
 * thread, warm: {@code PdfSpeed [rounds]}.
 */
final class PdfSpeed {

  private PdfSpeed() {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    List<PaperTable> forms = SampleForms.transcripts().stream().map(PaperTable::form).toList();
    List<PaperTable> many = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      many.addAll(forms);
    }
    compare("one form", Paper.print(forms.subList(0, 1)), rounds * 10);
    compare("thirty forms", Paper.print(forms), rounds);
    compare("120 forms", Paper.print(many), rounds);
    compare("strips", Paper.print(forms, Paper.Way.STRIPS), rounds);
    compare("doubled", Paper.print(forms, Paper.Way.DOUBLED), rounds);
    compare("dashed", Paper.print(forms.subList(0, 5), Paper.Way.DASHED), rounds);
    compare("sideways", Paper.print(forms, Paper.landscape(), 90, 1), rounds);
    compare("without rulings", Paper.print(forms, Paper.Way.BARE), rounds);
  }

  private static void compare(String name, byte[] pdf, int rounds) throws Exception {
    RawFile file = new RawFile("a.pdf", pdf);
    PdfReader reader = new PdfReader(() -> null);
    List<Long> own = new ArrayList<>();
    List<Long> bare = new ArrayList<>();
    for (int round = 0; round < rounds * 2; round++) {
      long b = time(() -> bare(pdf));
      long o = time(() -> reader.read(file, Limits.STANDARD));
      if (round >= rounds) { // the first half warms up
        own.add(o);
        bare.add(b);
      }
    }
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = own.get(i) / (double) bare.get(i);
    }
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "%-16s reader %8.2f ms, PDFBox %8.2f ms, ratio %.2f (median of %d)%n",
        name,
        median(own) / 1e6,
        median(bare) / 1e6,
        ratios[ratios.length / 2],
        ratios.length);
  }

  private static double median(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static String bare(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static long time(Callable<?> work) throws Exception {
    long start = System.nanoTime();
    if (work.call() == null) {
      throw new IllegalStateException();
    }
    return System.nanoTime() - start;
  }
}
