package org.jihe.review.attention;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.DataFile;
import org.jihe.finding.Attention;

/**
 * The priorities of some dossiers: the files that hold them, the rows that wait for the median, and
 * what the summary shows. Grows with the forms, not with their terms.
 */
public final class AttentionCounts implements Serializable {

  private static final long serialVersionUID = 1L;

  /** So many forms are shown with their terms. */
  public static final int FIRST = 10;

  private final ArrayList<DataFile> files = new ArrayList<>();
  private final TreeMap<String, List<Attention>> unsettled = new TreeMap<>();
  private final HashMap<String, BigDecimal> byForm = new HashMap<>();
  private final ArrayList<Attention> first = new ArrayList<>();

  /** Adds files of dossiers all of whose rows are final. */
  public void written(Collection<DataFile> more) {
    files.addAll(more);
  }

  /** Adds the rows of a dossier of which some form has no amount. */
  public void wait(String dossier, List<Attention> rows) {
    unsettled.put(dossier, rows);
  }

  /** Counts a form; one that was counted before is counted anew. */
  public void count(Attention one) {
    if (byForm.put(one.formId(), one.priority()) != null) {
      first.removeIf(before -> before.formId().equals(one.formId()));
    }
    first.add(one);
    if (first.size() > 2 * FIRST) {
      keepFirst();
    }
  }

  /** Adds what another task counted. */
  public void add(AttentionCounts part) {
    files.addAll(part.files);
    unsettled.putAll(part.unsettled);
    byForm.putAll(part.byForm);
    first.addAll(part.first);
    keepFirst();
  }

  private void keepFirst() {
    first.sort(Weighing.FIRST);
    if (first.size() > FIRST) {
      first.subList(FIRST, first.size()).clear();
    }
  }

  /** The files that were written. */
  List<DataFile> files() {
    return files;
  }

  /** The rows that wait for the median, by dossier. */
  Map<String, List<Attention>> unsettled() {
    return unsettled;
  }

  /** True where the form is one of those that the summary shows. */
  boolean counts(Attention one) {
    return byForm.containsKey(one.formId());
  }

  /** The priority of a form; 0 for one in which no rule found anything. */
  public BigDecimal of(String formId) {
    return byForm.getOrDefault(formId, BigDecimal.ZERO);
  }

  /** Those to look at first, at most {@link #FIRST}. */
  public List<Attention> first() {
    keepFirst();
    return List.copyOf(first);
  }
}
