package org.jihe.generate.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A form says the same in whatever format it is sent: every form of the sample, printed in every
 * format, is read back cell for cell, each from the place where it was printed.
 */
class OneTruthTest {

  @ParameterizedTest
  @EnumSource(PrintedFormat.class)
  void everyFormatTellsTheSame(PrintedFormat format) {
    List<PrintedForm> forms = new ArrayList<>(FormatsBoard.sample(FormLayout.SHANGHAI));
    while (forms.size() % format.formsInFile() > 0) {
      forms.add(forms.get(forms.size() - 30));
    }
    FormatsBoard.Tally tally = FormatsBoard.tally(format, forms);
    assertThat(tally.examples()).as(format.id()).isEmpty();
    assertThat(tally.exact()).isEqualTo(forms.size());
  }

  /** What LibreOffice wrote, with all thirty forms in one document. */
  @Test
  void oldDocumentsTellTheSame() {
    Map<String, List<String>> differences = new TreeMap<>();
    PrintWord97.committed()
        .forEach(
            (name, printed) -> {
              for (ReadBack.Result result : ReadBack.of(printed)) {
                if (!result.exact()) {
                  differences
                      .computeIfAbsent(name, key -> new ArrayList<>())
                      .add(result.wrong() + " " + result.misplaced());
                }
              }
            });
    assertThat(differences).isEmpty();
  }
}
