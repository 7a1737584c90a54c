package org.jihe.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jihe.Cells;
import org.jihe.SampleForms;
import org.jihe.form.SelfEvaluation;
import org.jihe.layout.Document;
import org.jihe.source.Sources;
import org.jihe.source.file.Limits;
import org.jihe.source.file.RawFile;
import org.jihe.transcript.Transcripts;

/**
 * One form printed, damaged, and read again.
 *
 * @param sheet what was printed
 * @param kinds the damage done to it
 * @param form what was read, or null where nothing was
 * @param cells how many cells the transcript has
 * @param wrong the cells that were read differently
 */
record Trial(
    Sheet sheet, List<Damage> kinds, SelfEvaluation form, int cells, List<Cells.Difference> wrong) {

  private static final Recogniser RECOGNISER = Recogniser.standard();
  private static final long MIX = 0x9E3779B97F4A7C15L;

  boolean exact() {
    return wrong.isEmpty();
  }

  boolean flagged() {
    return form == null || form.recovery().needsPerson();
  }

  /** Wrong, and nothing sends a person to look. */
  boolean silent() {
    return !exact() && !flagged();
  }

  @Override
  public String toString() {
    return sheet.expected.get("form") + " " + kinds + " " + wrong;
  }

  /** A random source that differs from trial to trial and never from run to run. */
  static Random random(long seed, int number) {
    return new Random((seed * 1_000_003 + number) * MIX);
  }

  static Trial of(Sheet sheet, List<Damage> kinds) {
    Recognition read = recognise(sheet.print().getBytes(StandardCharsets.UTF_8));
    int cells = Cells.of(sheet.expected).size();
    if (read.forms().size() != 1 || !read.quarantined().isEmpty()) {
      String what = read.forms().size() + " forms, quarantined " + read.quarantined();
      return new Trial(
          sheet, kinds, null, cells, List.of(new Cells.Difference("form", "1 form", what)));
    }
    SelfEvaluation form = read.forms().get(0);
    return new Trial(
        sheet, kinds, form, cells, Cells.differences(sheet.expected, Transcripts.toJson(form)));
  }

  static Recognition recognise(byte[] text) {
    return RECOGNISER.recognise(document(text));
  }

  static Document document(byte[] text) {
    return new Sources(Limits.STANDARD).read(new RawFile("forms.txt", text)).get(0).document();
  }

  /** Every second form is a sample form, the others are recombined; up to so many kinds each. */
  static List<Trial> damaged(long seed, int count, List<Damage> kinds, int most) {
    List<ObjectNode> samples = SampleForms.transcripts();
    Recombination recombination = new Recombination(samples);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Random random = random(seed, i);
      Sheet sheet =
          new Sheet(i % 2 == 0 ? Damage.pick(samples, random) : recombination.next(random));
      trials.add(of(sheet, Damage.some(sheet, kinds, most, random)));
    }
    return trials;
  }

  /** Forms with one kind of damage, each; forms that offer no place for it are left out. */
  static List<Trial> damagedBy(long seed, int count, Damage kind) {
    List<ObjectNode> samples = SampleForms.transcripts();
    Recombination recombination = new Recombination(samples);
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; trials.size() < count && i < count * 10; i++) {
      Random random = random(seed, i);
      Sheet sheet =
          new Sheet(i % 2 == 0 ? Damage.pick(samples, random) : recombination.next(random));
      if (kind.apply(sheet, random)) {
        trials.add(of(sheet, List.of(kind)));
      }
    }
    return trials;
  }
}
