package org.jihe.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jihe.finding.Outcome;
import org.jihe.form.Field;
import org.jihe.form.SelfEvaluation;
import org.jihe.rule.cell.Cells;
import org.jihe.rule.drl.RuleInfo;
import org.jihe.rule.engine.RuleEngine;
import org.jihe.rule.engine.RuleSet;
import org.jihe.rule.folder.RuleException;
import org.jihe.transcript.Transcripts;
import org.junit.jupiter.api.Test;

/** A rule that lacks a cell which it requires has never passed. */
final class RequirementTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static SelfEvaluation cleanFormWith(String path, String text) throws IOException {
    ObjectNode form =
        (ObjectNode)
            JSON.readTree(Files.readString(RuleFolders.PROJECT.resolve("clean-form.json")));
    ((ObjectNode) form.path("total")).put("grade", "优");
    String pointer = "/" + path.replace("[].", "/0/").replace('.', '/');
    int last = pointer.lastIndexOf('/');
    JsonNode parent = form.at(pointer.substring(0, last));
    ((ObjectNode) parent).put(pointer.substring(last + 1), text);
    return Transcripts.fromJson("clean", form);
  }

  private static List<String> passedAllTheSame(String text) throws RuleException, IOException {
    RuleSet set = RuleSet.open(null, null);
    List<String> passed = new ArrayList<>();
    int asked = 0;
    for (RuleInfo info : set.rules()) {
      for (String path : info.requires()) {
        boolean mayBeBlank = path.endsWith("?");
        // A cell that is read as a measure is printed but once.
        String cell = path.replace(".measure", "").replace("?", "");
        SelfEvaluation form = cleanFormWith(cell, text);
        Field<?> field = Cells.fieldAt(form, cell.replace("[]", "[0]"));
        boolean lacking = field.isBlank() ? !mayBeBlank : field.value() == null;
        if (lacking) {
          asked++;
          for (Outcome outcome : RuleEngine.of(set).evaluate("f", form).outcomes()) {
            if (outcome.ruleId().equals(info.id())
                && outcome.kind() != Outcome.Kind.NOT_EVALUATED
                && outcome.kind() != Outcome.Kind.NOT_APPLICABLE) {
              passed.add(info.id() + " without " + path + ": " + outcome.kind());
            }
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(60);
    return passed;
  }

  @Test
  void whereTheCellIsBlank() throws RuleException, IOException {
    assertThat(passedAllTheSame(null)).isEmpty();
  }

  @Test
  void whereTheCellCannotBeRead() throws RuleException, IOException {
    assertThat(passedAllTheSame("若干")).isEmpty();
  }
}
