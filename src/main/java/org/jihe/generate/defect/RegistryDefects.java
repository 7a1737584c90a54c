package org.jihe.generate.defect;

import java.util.Map;
import org.jihe.generate.draft.Money;

/** Forms that do not agree with the bureau's lists. */
final class RegistryDefects {

  private RegistryDefects() {}

  static void addTo(Map<String, Defect> all) {
    all.put(
        "ledger",
        form -> {
          form.year()
              .book(
                  form.draft, Money.share(form.draft.money.spent, form.chance.between(0.8, 0.97)));
          form.planted("LedgerMismatch", "funding.total.actualExpenditure");
          return true;
        });
    all.put(
        "notListed",
        form -> {
          form.year().unlist(form.draft);
          form.planted("ProjectNotListed", "projectName");
          return true;
        });
    all.put(
        "notSubmitted",
        form -> {
          form.year().listBesides(form.draft);
          return true;
        });
  }
}
