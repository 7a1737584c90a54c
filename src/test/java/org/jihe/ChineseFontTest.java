package org.jihe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ChineseFontTest {

  private static byte[] print(String text) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDFont font = ChineseFont.embed(document);
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 12);
        content.newLineAtOffset(72, 700);
        content.showText(text);
        content.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  @Test
  void printsEveryCharacterOfTheSample() {
    List<String> missing =
        new String(SampleForms.bytes(), StandardCharsets.UTF_8)
            .codePoints()
            .filter(c -> c > ' ')
            .distinct()
            .filter(c -> !ChineseFont.prints(c))
            .mapToObj(Character::toString)
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void whatIsPrintedCanBeReadAgain() throws IOException {
    for (int run = 0; run < 2; run++) { // the parsed font serves several documents
      byte[] pdf = print("绩效自评表 ≥95% —");
      assertThat(pdf.length).isLessThan(100_000);
      try (PDDocument document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document)).contains("绩效自评表 ≥95% —");
      }
    }
  }
}
