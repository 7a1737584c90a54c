package org.jihe.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jihe.generate.draft.Agency;
import org.jihe.generate.draft.Department;
import org.jihe.generate.draft.Draft;
import org.jihe.generate.draft.DraftJson;
import org.jihe.generate.draft.FileKind;
import org.jihe.generate.print.FormLayout;
import org.jihe.generate.print.PrintedForm;

/** Puts a department's forms of a year into files, as its agencies send them. */
final class Bundle {

  /** A file and its forms. */
  record Sent(String name, FileKind kind, List<Draft> forms) {

    /** The bytes of the file. */
    byte[] bytes() {
      List<PrintedForm> printed = new ArrayList<>();
      for (Draft form : forms) {
        printed.add(FormLayout.of(form.template).lay(DraftJson.of(form)));
      }
      String base = name.substring(0, name.length() - kind.ending().length());
      return kind.printer().print(base, printed).file().content();
    }
  }

  private Bundle() {}

  /** The files of a year; every form learns where it stands. */
  static List<Sent> of(Department department, DepartmentForms.Year year) {
    Map<Agency, List<Draft>> bySender = new LinkedHashMap<>();
    for (Draft draft : year.drafts()) {
      bySender.computeIfAbsent(draft.sender, sender -> new ArrayList<>()).add(draft);
    }
    List<Sent> files = new ArrayList<>();
    bySender.forEach(
        (sender, drafts) -> {
          int most = sender.format().most();
          for (int from = 0; from < drafts.size(); from += most) {
            int part = from / most + 1;
            String name =
                String.format(
                    Locale.ROOT,
                    "forms/%d/%s-%02d-%02d%s",
                    year.year(),
                    department.folder(),
                    sender.number(),
                    part,
                    sender.format().ending());
            List<Draft> forms = drafts.subList(from, Math.min(drafts.size(), from + most));
            place(name, forms, 1);
            files.add(new Sent(name, sender.format(), forms));
          }
        });
    return files;
  }

  /** The forms stand one after the other in a file, the first as its so manieth. */
  static void place(String file, List<Draft> forms, int first) {
    for (int i = 0; i < forms.size(); i++) {
      forms.get(i).file = file;
      forms.get(i).ordinal = first + i;
    }
  }

  /** A line for every form: its transcript. */
  static byte[] lines(List<Draft> forms) {
    StringBuilder lines = new StringBuilder();
    for (Draft form : forms) {
      lines.append(DraftJson.of(form)).append('\n');
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
