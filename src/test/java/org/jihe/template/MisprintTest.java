package org.jihe.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jihe.Cells;
import org.jihe.SampleForms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A form that is printed wrong must come out printed wrong, however its arithmetic suffers. */
class MisprintTest {

  private static final int FORMS_OF_A_KIND = 40;

  /** One change to one value, as a clerk or a typesetter would get it wrong. */
  enum Misprint {
    SCORE {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "score", String.valueOf(random.nextInt(12)));
      }
    },
    SCORE_WITH_DECIMALS {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "score", random.nextInt(9) + "." + (1 + random.nextInt(9)));
      }
    },
    SCORE_ABOVE_MAX {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        BigDecimal max = new BigDecimal(row.get("maxScore").asText());
        return put(row, "score", max.add(BigDecimal.ONE).toPlainString());
      }
    },
    SCORE_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "score", null);
      }
    },
    MAX {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "maxScore", String.valueOf(1 + random.nextInt(20)));
      }
    },
    MAX_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "maxScore", null);
      }
    },
    POINTS_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        put(row, "maxScore", null);
        return put(row, "score", null);
      }
    },
    TARGET_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "target", null);
      }
    },
    ACTUAL_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "actual", null);
      }
    },
    ACTUAL_ZERO {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "actual", "0");
      }
    },
    TARGET_AND_ACTUAL_SWAPPED {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        String target = Sheet.text(row, "target");
        put(row, "target", blankAsNull(Sheet.text(row, "actual")));
        return put(row, "actual", target);
      }
    },
    EXPLANATION_ADDED {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "varianceExplanation", "受疫情影响，部分工作未按计划完成；下一步加强管理。");
      }
    },
    EXPLANATION_LOST {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(row, "varianceExplanation", null);
      }
    },
    RATE {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "executionRate", random.nextInt(130) + ".37%");
      }
    },
    RATE_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "executionRate", null);
      }
    },
    BUDGET {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "finalBudget", (1000 + random.nextInt(90_000)) + ".50");
      }
    },
    BUDGET_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "finalBudget", null);
      }
    },
    EXPENDITURE {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "actualExpenditure", String.valueOf(random.nextInt(9_999_999)));
      }
    },
    EXPENDITURE_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "actualExpenditure", null);
      }
    },
    FUNDING_SCORE {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "score", random.nextInt(10) + "." + (1 + random.nextInt(9)));
      }
    },
    FUNDING_SCORE_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(funding(form), "score", null);
      }
    },
    TOTAL {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put((ObjectNode) form.get("total"), "score", (60 + random.nextInt(40)) + ".25");
      }
    },
    TOTAL_BLANK {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put((ObjectNode) form.get("total"), "score", null);
      }
    },
    TOTAL_MAX {
      @Override
      boolean apply(ObjectNode form, ObjectNode row, Random random) {
        return put(
            (ObjectNode) form.get("total"), "maxScore", String.valueOf(90 + random.nextInt(9)));
      }
    };

    abstract boolean apply(ObjectNode form, ObjectNode row, Random random);

    private static ObjectNode funding(ObjectNode form) {
      return (ObjectNode) form.get("funding").get("total");
    }

    private static boolean put(ObjectNode node, String cell, String text) {
      boolean changes = !Sheet.text(node, cell).equals(text == null ? "" : text);
      node.put(cell, text);
      return changes;
    }

    private static String blankAsNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  @ParameterizedTest
  @EnumSource(Misprint.class)
  void printedWrongComesOutPrintedWrong(Misprint misprint) {
    List<Trial> wrong = new ArrayList<>();
    for (Trial trial : trials(misprint, List.of())) {
      if (!trial.exact()) {
        wrong.add(trial);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Misprint.class)
  void lightDamageDoesNotHideAMisprint(Misprint misprint) {
    List<Trial> wrong = new ArrayList<>();
    for (Trial trial : trials(misprint, Damage.LIGHT)) {
      if (!onlyLabels(trial.wrong())) {
        wrong.add(trial);
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Which run a row belongs to is another question than what is printed in it. */
  private static boolean onlyLabels(List<Cells.Difference> wrong) {
    return wrong.stream()
        .allMatch(cell -> cell.path().endsWith(".aspect") || cell.path().endsWith(".category"));
  }

  @Test
  void aFormThatDoesNotAddUpIsFlagged() {
    for (Trial trial : trials(Misprint.SCORE, List.of())) {
      if (trial.form() != null && !trial.form().addsUp()) {
        assertThat(trial.flagged()).isTrue();
      }
    }
  }

  // The number only sets the misprints' random choices apart.
  @SuppressWarnings("EnumOrdinal")
  static List<Trial> trials(Misprint misprint, List<Damage> kinds) {
    List<ObjectNode> samples = SampleForms.transcripts();
    Recombination recombination = new Recombination(samples);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; trials.size() < FORMS_OF_A_KIND / (kinds.isEmpty() ? 1 : 2); i++) {
      Random random = Trial.random(7 + List.of(Misprint.values()).indexOf(misprint), i);
      ObjectNode form =
          (i % 2 == 0 ? Damage.pick(samples, random) : recombination.next(random)).deepCopy();
      ObjectNode row =
          (ObjectNode) form.get("indicators").get(random.nextInt(form.get("indicators").size()));
      if (misprint.apply(form, row, random)) {
        Sheet sheet = new Sheet(form);
        trials.add(Trial.of(sheet, Damage.some(sheet, kinds, kinds.isEmpty() ? 0 : 2, random)));
      }
    }
    return trials;
  }
}
