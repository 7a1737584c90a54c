package org.jihe.generate.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** How a template arranges a form on paper. */
public enum FormLayout {
  SHANGHAI {
    @Override
    PrintedForm arrange(ObjectNode form) {
      return ShanghaiForm.arrange(form);
    }
  },
  NATIONAL {
    @Override
    PrintedForm arrange(ObjectNode form) {
      return NationalForm.arrange(form);
    }
  },
  YUNNAN {
    @Override
    PrintedForm arrange(ObjectNode form) {
      return YunnanForm.arrange(form);
    }
  },
  SICHUAN {
    @Override
    PrintedForm arrange(ObjectNode form) {
      return SichuanForm.arrange(form);
    }
  },
  FUNDING_REASON {
    @Override
    PrintedForm arrange(ObjectNode form) {
      return FundingReasonForm.arrange(form);
    }
  };

  /** The layout of a template's declaration. */
  public static FormLayout of(String template) {
    return switch (template) {
      case "national-project" -> NATIONAL;
      case "yunnan-project" -> YUNNAN;
      case "sichuan-project" -> SICHUAN;
      case "funding-reason" -> FUNDING_REASON;
      default -> SHANGHAI;
    };
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  abstract PrintedForm arrange(ObjectNode form);

  /** A form of another template as this one would have it. */
  ObjectNode adapt(ObjectNode transcript) {
    ObjectNode form = transcript.deepCopy();
    switch (this) {
      case SHANGHAI -> {}
      case NATIONAL -> {
        form.put("title", "项目支出绩效自评表").put("currencyUnit", "万元");
        decide(form);
        NationalForm.labelPoints(form);
      }
      case FUNDING_REASON -> form.put("title", "项目支出绩效自评表").put("currencyUnit", "万元");
      case YUNNAN -> {
        form.put("title", "项目支出绩效自评表");
        ((ObjectNode) form.get("total")).put("grade", "优");
      }
      case SICHUAN -> {
        form.put("title", "部门预算项目支出绩效自评表").put("currencyUnit", "万元");
        ObjectNode funding = (ObjectNode) form.get("funding");
        ObjectNode none = funding.putObject("priorYearCarryOver");
        none.putNull("originalBudget").putNull("finalBudget").putNull("actualExpenditure");
      }
    }
    return form;
  }

  /** The cells of a transcript, which is not changed, arranged as the template has them. */
  public PrintedForm lay(ObjectNode transcript) {
    ObjectNode form = transcript.deepCopy();
    decide(form);
    return arrange(form);
  }

  /** A cell that the transcript leaves open is printed like its neighbour of the same category. */
  private static void decide(ObjectNode form) {
    JsonNode indicators = form.get("indicators");
    for (int i = 0; i < indicators.size(); i++) {
      for (String label : List.of("category", "aspect")) {
        if (FormTable.text(indicators.get(i), label).equals("*")) {
          boolean above =
              i > 0
                  && FormTable.text(indicators.get(i), "category")
                      .equals(FormTable.text(indicators.get(i - 1), "category"));
          JsonNode neighbour = indicators.get(above ? i - 1 : i + 1);
          ((ObjectNode) indicators.get(i)).put(label, FormTable.text(neighbour, label));
        }
      }
    }
  }
}
