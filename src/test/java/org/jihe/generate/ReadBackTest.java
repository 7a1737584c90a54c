package org.jihe.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jihe.Cells;
import org.jihe.form.SelfEvaluation;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.DraftJson;
import org.jihe.generate.draft.FileKind;
import org.jihe.layout.Quarantined;
import org.jihe.reading.FileReading;
import org.jihe.reading.FormReader;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is made without a defect is read back as it was made, in every template and format. */
class ReadBackTest {

  private static final FormReader READER = new FormReader();
  private static final int TEMPLATES = 5;

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"JSONL", "PARQUET"})
  void everyTemplateIsReadBack(FileKind kind) {
    GenerateRequest request =
        new GenerateRequest(
            TEMPLATES, TEMPLATES * 12, 2021, 2023, 5, Path.of("none"), List.of(kind), 0);
    int forms = 0;
    for (Department department : new Offices(request).all()) {
      DepartmentForms made = new DepartmentForms(request, department);
      for (int number = 0; number < request.years(); number++) {
        for (Bundle.Sent file : Bundle.of(department, made.year(number))) {
          forms += file.forms().size();
          assertThat(differences(file)).as("%s %s", department.template(), file.name()).isEmpty();
        }
      }
    }
    assertThat(forms).isEqualTo(request.forms());
  }

  private static List<String> differences(Bundle.Sent file) {
    List<SelfEvaluation> read = new ArrayList<>();
    List<String> differences = new ArrayList<>();
    for (FileReading reading : READER.read(file.name(), file.bytes())) {
      read.addAll(reading.forms());
      reading.quarantined().stream().map(Quarantined::toString).forEach(differences::add);
    }
    if (read.size() != file.forms().size()) {
      differences.add(read.size() + " forms instead of " + file.forms().size());
      return differences;
    }
    for (int i = 0; i < read.size(); i++) {
      ObjectNode expected = DraftJson.of(file.forms().get(i));
      ObjectNode actual = Transcripts.toJson(read.get(i));
      actual.remove("extras");
      Cells.differences(expected, actual).forEach(each -> differences.add(each.toString()));
    }
    return differences;
  }
}
