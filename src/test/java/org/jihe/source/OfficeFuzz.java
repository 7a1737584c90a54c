package org.jihe.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.DocWriter.DocCell;
import org.jihe.source.file.FormatReader;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.word.DocReader;
import org.jihe.source.word.DocxReader;
import org.jihe.source.workbook.XlsReader;
import org.jihe.source.workbook.XlsxReader;

/**
 * Reads office files that were damaged in a way that a seed repeats: bytes flipped, cut off, put in
 * or copied about, in the file and in the parts that it packs. Whatever comes of it must be a
 * document or a refusal, within seconds. As a program: {@code OfficeFuzz COUNT [SEED [FIRST]]}.
 */
final class OfficeFuzz {

  private static final Duration MOST = Duration.ofSeconds(5);

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sample(String name, FormatReader reader, byte[] content) {

    boolean isPacked() {
      return content[0] == 'P';
    }
  }

  /**
   * What came of so many files; failures name the file's number, which with the seed repeats it.
   */
  record Outcome(int read, Map<Reason, Integer> refused, Duration longest, List<String> failures) {}

  private OfficeFuzz() {}

  private static List<Sample> samples() {
    List<PrintedForms.Form> forms = PrintedForms.sample().subList(0, 2);
    String table = "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>a";
    String end = "</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    DocCell inner = DocCell.of("1", 0, 500);
    return List.of(
        new Sample("xlsx", new XlsxReader(), PrintedForms.xlsx(forms)),
        new Sample("xls", new XlsReader(), PrintedForms.xls(forms)),
        new Sample("docx", new DocxReader(), PrintedForms.docx(forms)),
        new Sample("doc", new DocReader(), PrintedForms.doc(forms)),
        new Sample(
            "formulas.xlsx",
            new XlsxReader(),
            OfficePackage.xlsx(
                "<sheetData><row><c><f>SUM(B1:C1)</f></c><c t=\"s\"><v>0</v></c><c><f>B1*2</f></c></row>"
                    + "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>",
                "<si><r><t>x</t></r></si>")),
        new Sample(
            "nested.docx",
            new DocxReader(),
            OfficePackage.docx(
                table + "</w:t></w:r></w:p>" + table + end + "<w:p><w:r><w:t>" + end)),
        new Sample(
            "nested.doc",
            new DocReader(),
            new DocWriter()
                .paragraph("a⟦b⟧\u0013F\u0014c\u0015")
                .row(new DocCell("x", 0, 900, 0, List.of(List.of(inner, inner))))
                .bytes()));
  }

  /** Reads so many damaged files, from the one with such a number. */
  static Outcome run(int count, long seed, int first) {
    List<Sample> samples = samples();
    Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    List<String> failures = new ArrayList<>();
    int read = 0;
    long longest = 0;
    for (int i = first; i < first + count; i++) {
      Sample sample = samples.get(i % samples.size());
      Random random = new Random(seed * 1_000_003 + i);
      byte[] damaged = damaged(sample, random);
      long begun = System.nanoTime();
      try {
        sample.reader.read(new RawFile(sample.name, damaged), Limits.STANDARD);
        read++;
      } catch (Refusal refusal) {
        refused.merge(refusal.entry().reason(), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        failures.add(i + " " + sample.name + ": " + e);
      }
      long took = System.nanoTime() - begun;
      longest = Math.max(longest, took);
      if (took > MOST.toNanos()) {
        failures.add(i + " " + sample.name + ": took " + Duration.ofNanos(took));
      }
    }
    return new Outcome(read, refused, Duration.ofNanos(longest), failures);
  }

  private static byte[] damaged(Sample sample, Random random) {
    if (!sample.isPacked() || random.nextInt(4) == 0) {
      return damaged(sample.content, random);
    }
    Map<String, byte[]> parts = OfficePackage.parts(sample.content);
    List<String> names = new ArrayList<>(parts.keySet());
    for (int i = random.nextInt(2); i >= 0; i--) {
      String name = names.get(random.nextInt(names.size()));
      switch (random.nextInt(8)) {
        case 0 -> parts.remove(name);
        case 1 -> parts.put(name, parts.get(names.get(random.nextInt(names.size()))));
        default -> parts.computeIfPresent(name, (same, content) -> damaged(content, random));
      }
      parts.values().removeIf(content -> content == null);
    }
    return OfficePackage.zipped(parts);
  }

  private static byte[] damaged(byte[] content, Random random) {
    byte[] damaged = content.clone();
    for (int i = 1 << random.nextInt(6); i > 0 && damaged.length > 0; i--) {
      int at = random.nextInt(damaged.length);
      int length = Math.min(damaged.length - at, 1 + random.nextInt(64));
      switch (random.nextInt(12)) {
        case 0 -> damaged = Arrays.copyOf(damaged, at);
        case 1 -> Arrays.fill(damaged, at, at + length, (byte) random.nextInt(256));
        case 2 ->
            System.arraycopy(
                damaged, random.nextInt(damaged.length - length + 1), damaged, at, length);
        case 3 -> damaged = inserted(damaged, at, random);
        case 4 -> damaged[at] = (byte) 0xFF;
        case 5 -> damaged[at] = (byte) "<>\"&/0919".charAt(random.nextInt(9));
        case 6 -> damaged[at] ^= 0x20;
        default -> damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return damaged;
  }

  private static byte[] inserted(byte[] content, int at, Random random) {
    byte[] more = new byte[1 + random.nextInt(16)];
    random.nextBytes(more);
    byte[] longer = Arrays.copyOf(content, content.length + more.length);
    System.arraycopy(content, at, longer, at + more.length, content.length - at);
    System.arraycopy(more, 0, longer, at, more.length);
    return longer;
  }

  public static void main(String[] arguments) {
    int count = Integer.parseInt(arguments[0]);
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    Outcome outcome = run(count, seed, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 0);
    System.out.printf(
        Locale.ROOT,
        "%d files: %d read, refused %s, longest %d ms, %d failures%n",
        count,
        outcome.read,
        outcome.refused,
        outcome.longest.toMillis(),
        outcome.failures.size());
    outcome.failures.forEach(System.out::println);
  }
}
