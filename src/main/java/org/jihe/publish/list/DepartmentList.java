package org.jihe.publish.list;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jihe.finding.Reply;
import org.jihe.finding.Severity;
import org.jspecify.annotations.Nullable;

/**
 * All that goes back to one department for one year.
 *
 * @param dossier key of the department and year
 * @param department its name as printed
 * @param year null where it is not known
 * @param forms its forms, in the order in which they stand in their sources
 * @param items errors and doubts, what is missing and what cannot be read: each wants an answer
 * @param notes what it is only told
 */
public record DepartmentList(
    String dossier,
    String department,
    @Nullable Integer year,
    List<FormLine> forms,
    List<Item> items,
    List<Item> notes) {

  public DepartmentList {
    forms = List.copyOf(forms);
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /** The year as it stands in names and heads. */
  public String yearText() {
    return year == null ? "未填年度" : year + "年度";
  }

  /** How many items are of a severity. */
  public long count(Severity severity) {
    return items.stream().filter(item -> item.severity() == severity).count();
  }

  /** How many items are about something. */
  public long count(Item.Kind kind) {
    return items.stream().filter(item -> item.kind() == kind).count();
  }

  /** How many items are in a state. */
  public long count(Reply.State state) {
    return items.stream().filter(item -> item.answer().state() == state).count();
  }

  /** Heads of the columns that the department has added to its list, in their order. */
  public List<String> extras() {
    Set<String> heads = new LinkedHashSet<>();
    items.forEach(item -> heads.addAll(item.answer().extras().keySet()));
    return new ArrayList<>(heads);
  }
}
