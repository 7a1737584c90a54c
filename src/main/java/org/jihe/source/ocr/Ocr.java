package org.jihe.source.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.jihe.source.file.Budget;

/** Recognises printed text in pictures. Safe for use by several threads. */
public interface Ocr {

  /**
   * Reads a picture that is one column of lines.
   *
   * @throws IOException where recognition fails
   * @throws Budget.Exceeded where time is up before it ends
   */
  List<RecognisedWord> words(BufferedImage picture, Budget budget) throws IOException;
}
