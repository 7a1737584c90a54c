package org.jihe.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jihe.reading.Inputs;

/**
 * Tells what was submitted from what lay beside it: files that were never meant to be forms, and
 * transcripts of forms that are there themselves. What is left out is counted, by its kind.
 *
 * @param <S> sources, however much is known of them
 * @param <F> their forms
 */
public final class SourceSieve<S, F> {

  /** What has to be known of a source. */
  public interface Access<S, F> {

    /** Its name. */
    String file(S source);

    /** Short name of its format. */
    String format(S source);

    /** True where it was looked at and nothing of a form is in it. */
    boolean holdsNoForm(S source);

    /** The forms that it holds. */
    List<F> forms(S source);

    /** True where something of it waits for a person. */
    boolean isQuarantined(S source);

    /** The same with some of its forms alone. */
    S with(S source, List<F> some);

    /** What tells a form from others, as {@link MetForm#identity()}. */
    String identity(F form);
  }

  private final FormFiles.Others others;
  private final Transcribed transcribed;
  private final Access<S, F> access;
  private final Map<String, Long> passedOver;

  public SourceSieve(Inputs.Listing listing, Access<S, F> access) {
    this.others = new FormFiles.Others(listing.files());
    this.transcribed = new Transcribed(listing.files());
    this.access = access;
    this.passedOver = new TreeMap<>(listing.passedOver());
  }

  /** How many files and forms were left out, by ending or kind. */
  public Map<String, Long> passedOver() {
    return passedOver;
  }

  /** Those that were submitted. Transcripts are known by the forms of these and earlier sources. */
  public List<S> submitted(List<S> all) {
    List<S> meant = others.without(all, access::file, access::holdsNoForm, passedOver);
    for (S each : meant) {
      transcribed.note(
          access.file(each), access.format(each), access.forms(each), access::identity);
    }
    List<S> submitted = new ArrayList<>();
    for (S each : meant) {
      List<F> forms =
          transcribed.without(
              access.file(each), access.format(each), access.forms(each), access::identity);
      int second = access.forms(each).size() - forms.size();
      if (second == 0) {
        submitted.add(each);
        continue;
      }
      passedOver.merge(Inputs.TRANSCRIPT, (long) second, Long::sum);
      if (!forms.isEmpty() || access.isQuarantined(each)) {
        submitted.add(access.with(each, forms));
      }
    }
    return submitted;
  }
}
