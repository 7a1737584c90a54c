package org.jihe.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.jihe.form.Field;
import org.jihe.form.FormFields;
import org.jihe.form.FormPath;
import org.jihe.form.FundingKind;
import org.jihe.form.SelfEvaluation;
import org.jihe.reading.FormReader;
import org.junit.jupiter.api.Test;

/** A sum of amounts none of which could be read is unknown, not nothing. */
class UnknownSumsTest {

  private static final int ORIGINAL_BUDGET = 9;
  private static final int FINAL_BUDGET = 10;

  @Test
  void nothingReadIsNoSum() throws IOException {
    SelfEvaluation whole =
        new FormReader().read(Path.of("datasets/cases/files/base.html")).get(0).forms().get(0);
    SelfEvaluation unread =
        whole.with(FormPath.funding(FundingKind.TOTAL, FormFields.FINAL_BUDGET), Field.blank(null));
    DepartmentKey key = new DepartmentKey("d", "a");
    Row none = new DepartmentState().add(unread, null).toRow(key);
    assertThat(none.isNullAt(FINAL_BUDGET)).isTrue();
    assertThat(none.isNullAt(ORIGINAL_BUDGET)).isFalse();
    assertThat(new DepartmentState().add(whole, null).toRow(key).isNullAt(FINAL_BUDGET)).isFalse();
  }
}
