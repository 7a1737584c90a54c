package org.jihe.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jihe.layout.Box;
import org.jihe.layout.Quarantined.Reason;
import org.jihe.source.file.Budget;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.source.file.Refusal;
import org.jihe.source.ocr.RecognisedWord;
import org.jihe.source.pdf.PdfReader;

/**
 * Reads damaged files: {@code PdfFuzz [files] [seed]}. Every file must give a document or a refusal
 * within five seconds of the processor.
 */
public final class PdfFuzz {

  private static final Duration MOST = Duration.ofSeconds(5);
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final String[] NUMBERS = {
    "0", "-1", "1e9", "99999999999999999999", "0.0000001", "2147483647", "-2147483648", "65536", "."
  };

  private final List<byte[]> seeds = seeds();
  private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
  private int read;
  private long slowest;

  public static void main(String[] args) {
    int files = args.length > 0 ? Integer.parseInt(args[0]) : 15_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    PdfFuzz fuzz = new PdfFuzz();
    fuzz.run(files, seed);
    System.out.printf(
        Locale.ROOT,
        "%d files, %d read, refused %s, slowest %d ms%n",
        files,
        fuzz.read,
        fuzz.reasons,
        fuzz.slowest / 1_000_000);
  }

  /** Throws where a file is met with anything but a document or a refusal. */
  public void run(int files, long seed) {
    for (int i = 0; i < files; i++) {
      byte[] file = file(i, seed);
      long start = CPU.getCurrentThreadCpuTime(); // other work on the machine does not count
      try {
        new PdfReader(i % 2 == 0 ? () -> null : () -> PdfFuzz::words)
            .read(new RawFile("a.pdf", file), Limits.STANDARD);
        read++;
      } catch (Refusal refusal) {
        reasons.merge(refusal.entry().reason(), 1, Integer::sum);
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", file " + i, e);
      }
      long took = CPU.getCurrentThreadCpuTime() - start;
      slowest = Math.max(slowest, took);
      if (took > MOST.toNanos()) {
        throw new AssertionError(
            "seed " + seed + ", file " + i + " took " + took / 1_000_000 + " ms");
      }
    }
  }

  /** The damaged file with a number. */
  byte[] file(int number, long seed) {
    return mutated(seeds.get(number % seeds.size()), new Random(seed * 1_000_003 + number));
  }

  public int read() {
    return read;
  }

  private static List<RecognisedWord> words(BufferedImage picture, Budget budget) {
    return List.of(new RecognisedWord("绩效", new Box(30, 30, picture.getWidth() - 30, 70)));
  }

  private static List<byte[]> seeds() {
    PaperTable table =
        PaperTable.of("项目名称|法律顾问费|主管部门", "年度资金总额|18000.00|100.00%", "其他资金||—")
            .with(List.of("财政项目支出绩效自评表"), List.of("注：单位为元。"));
    List<PaperTable> one = List.of(table);
    PaperTable indicators =
        PaperTable.of(
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
            "产出指标|数量指标|法律咨询次数|≥12次|15次|20|20",
            "产出指标|质量指标|合同审核合格率和重大事项法律意见书的及时出具情况|≥98%|99.5%|20|20",
            "产出指标|时效指标|服务及时性|及时|及时|10|10",
            "效益指标|社会效益|行政诉讼败诉率|≤5%|0|20|20",
            "效益指标|可持续影响|长效管理制度|健全|健全|10|9.5",
            "满意度指标|服务对象满意度|部门满意度|≥90%|96%|10|10");
    try {
      byte[] plain = Paper.print(one);
      return List.of(
          plain,
          unpacked(plain),
          Paper.print(List.of(table, table, table), Paper.landscape(), 90, 0.6, Paper.Way.STRIPS),
          unpacked(Paper.print(one, Paper.Way.BARE, Paper.Way.CROPPED, Paper.Way.BOLD)),
          unpacked(Paper.print(List.of(indicators, indicators), Paper.Way.BARE)),
          scan(plain),
          encrypted(plain, "", 128),
          packed(plain));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The same document with all that it prints in the open. */
  public static byte[] unpacked(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSObject object : objects(document)) {
        if (object.getObject() instanceof COSStream stream && stream.getFilters() != null) {
          byte[] content;
          try (java.io.InputStream in = stream.createInputStream()) {
            content = in.readAllBytes();
          }
          if (content.length < 20_000) {
            try (OutputStream out = stream.createOutputStream()) {
              out.write(content);
            }
          }
        }
      }
      return saved(document);
    }
  }

  /** All objects of a document. */
  public static List<COSObject> objects(PDDocument document) {
    COSDocument file = document.getDocument();
    return file.getXrefTable().keySet().stream().map(file::getObjectFromPool).toList();
  }

  /** A picture of every page. */
  public static byte[] scan(byte[] pdf) throws IOException {
    return scan(pdf, 100);
  }

  public static byte[] scan(byte[] pdf, int dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        PDDocument scan = new PDDocument()) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        BufferedImage image =
            renderer.renderImageWithDPI(i, dpi, org.apache.pdfbox.rendering.ImageType.GRAY);
        float width = image.getWidth() * 72f / dpi;
        float height = image.getHeight() * 72f / dpi;
        PDPage page = new PDPage(new org.apache.pdfbox.pdmodel.common.PDRectangle(width, height));
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
          content.drawImage(LosslessFactory.createFromImage(scan, image), 0, 0, width, height);
        }
      }
      return saved(scan);
    }
  }

  public static byte[] encrypted(byte[] pdf, String password, int bits) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StandardProtectionPolicy policy =
          new StandardProtectionPolicy("owner", password, new AccessPermission(0));
      policy.setEncryptionKeyLength(bits);
      document.protect(policy);
      return saved(document);
    }
  }

  /** The same document with its objects packed together. */
  public static byte[] packed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
      return bytes.toByteArray();
    }
  }

  public static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes, CompressParameters.NO_COMPRESSION);
    return bytes.toByteArray();
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] file = seed.clone();
    int times = 1 + random.nextInt(4);
    for (int i = 0; i < times && file.length > 10; i++) {
      file =
          switch (random.nextInt(7)) {
            case 0 -> flipped(file, random);
            case 1 -> java.util.Arrays.copyOf(file, random.nextInt(file.length));
            case 2 -> without(file, random);
            case 3 -> doubled(file, random);
            case 4, 5 -> otherNumbers(file, random);
            default -> otherNames(file, random);
          };
    }
    return file;
  }

  private static byte[] flipped(byte[] file, Random random) {
    int times = 1 + random.nextInt(40);
    for (int i = 0; i < times; i++) {
      file[random.nextInt(file.length)] = (byte) random.nextInt(256);
    }
    return file;
  }

  private static byte[] without(byte[] file, Random random) {
    int from = random.nextInt(file.length);
    int to = Math.min(file.length, from + 1 + random.nextInt(500));
    byte[] rest = java.util.Arrays.copyOf(file, file.length - (to - from));
    System.arraycopy(file, to, rest, from, file.length - to);
    return rest;
  }

  private static byte[] doubled(byte[] file, Random random) {
    int from = random.nextInt(file.length);
    int to = Math.min(file.length, from + 1 + random.nextInt(2000));
    int at = random.nextInt(file.length);
    byte[] more = new byte[file.length + to - from];
    System.arraycopy(file, 0, more, 0, at);
    System.arraycopy(file, from, more, at, to - from);
    System.arraycopy(file, at, more, at + to - from, file.length - at);
    return more;
  }

  private static byte[] otherNumbers(byte[] file, Random random) {
    String text = new String(file, ISO_8859_1);
    List<int[]> places = new ArrayList<>();
    Matcher numbers = NUMBER.matcher(text);
    while (numbers.find()) {
      places.add(new int[] {numbers.start(), numbers.end()});
    }
    if (places.isEmpty()) {
      return file;
    }
    int[] place = places.get(random.nextInt(places.size()));
    String other =
        random.nextBoolean()
            ? NUMBERS[random.nextInt(NUMBERS.length)]
            : String.valueOf(random.nextInt(60));
    return (text.substring(0, place[0]) + other + text.substring(place[1])).getBytes(ISO_8859_1);
  }

  private static byte[] otherNames(byte[] file, Random random) {
    String text = new String(file, ISO_8859_1);
    List<int[]> places = new ArrayList<>();
    Matcher names = Pattern.compile("/[A-Za-z0-9]+| [A-Za-z'\"*]{1,3}(?=\\s)").matcher(text);
    while (names.find()) {
      places.add(new int[] {names.start(), names.end()});
    }
    if (places.isEmpty()) {
      return file;
    }
    int[] place = places.get(random.nextInt(places.size()));
    int[] other = places.get(random.nextInt(places.size()));
    return (text.substring(0, place[0])
            + text.substring(other[0], other[1])
            + text.substring(place[1]))
        .getBytes(ISO_8859_1);
  }
}
