package org.jihe.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jihe.reading.FormSource;
import org.jihe.reading.Inputs;

/**
 * Tells what was submitted from what lay beside it: files that were never meant to be forms, and
 * transcripts of forms that are there themselves. What is left out is counted, by its kind.
 *
 * @param <F> forms
 * @param <S> their sources
 */
public final class SourceSieve<F, S extends FormSource<F, S>> {

  private final FormFiles.Others others;
  private final Transcribed transcribed;
  private final Function<F, String> identity;
  private final Map<String, Long> passedOver;

  /**
   * @param identity what tells a form from others, as {@link MetForm#identity()}
   */
  public SourceSieve(Inputs.Listing listing, Function<F, String> identity) {
    this.others = new FormFiles.Others(listing.files());
    this.transcribed = new Transcribed(listing.files());
    this.identity = identity;
    this.passedOver = new TreeMap<>(listing.passedOver());
  }

  /** How many files and forms were left out, by ending or kind. */
  public Map<String, Long> passedOver() {
    return passedOver;
  }

  /** Those that were submitted. Transcripts are known by the forms of these and earlier sources. */
  public List<S> submitted(List<S> all) {
    List<S> meant = others.without(all, S::file, S::holdsNoForm, passedOver);
    for (S each : meant) {
      transcribed.note(each.file(), each.format(), each.forms(), identity);
    }
    List<S> submitted = new ArrayList<>();
    for (S each : meant) {
      List<F> forms = transcribed.without(each.file(), each.format(), each.forms(), identity);
      int second = each.forms().size() - forms.size();
      if (second == 0) {
        submitted.add(each);
        continue;
      }
      passedOver.merge(Inputs.TRANSCRIPT, (long) second, Long::sum);
      if (!forms.isEmpty() || !each.quarantined().isEmpty()) {
        submitted.add(each.with(forms));
      }
    }
    return submitted;
  }
}
