package org.jihe.generate;

import java.nio.file.Path;
import java.util.List;
import org.jihe.generate.draft.FileKind;

/**
 * What is to be made up.
 *
 * @param departments how many departments
 * @param forms how many forms in all years together
 * @param firstYear the first budget year
 * @param lastYear the last budget year
 * @param seed the same seed gives the same bytes
 * @param out the folder that is filled
 * @param formats formats in turn, or one of those of which one file holds all forms
 * @param defects share of the forms in which a defect is planted, from 0 to 1
 */
public record GenerateRequest(
    int departments,
    int forms,
    int firstYear,
    int lastYear,
    long seed,
    Path out,
    List<FileKind> formats,
    double defects) {

  public GenerateRequest {
    formats = List.copyOf(formats);
  }

  int years() {
    return lastYear - firstYear + 1;
  }
}
