package org.jihe.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jihe.GoldenFile;
import org.jihe.generate.draft.FileKind;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;

/** How many of the planted defects the rules find, and how much besides, is written down. */
class ScoreboardTest {

  private static final long SEED = 7;

  private static Scoreboard board(double defects) throws RuleException {
    Scoreboard board = new Scoreboard();
    board.check(
        new GenerateRequest(
            14, 1400, 2021, 2023, SEED, Path.of("none"), List.of(FileKind.TXT), defects));
    return board;
  }

  @Test
  void rulesFindWhatIsPlanted() throws RuleException {
    Scoreboard board = board(0.75);

    GoldenFile.at("datasets/review-scoreboard.txt").holds(text(board));
    int wanted = 0;
    int missed = 0;
    int found = 0;
    int wrong = 0;
    for (OutlierBoard.Score score : board.outliers().scores().values()) {
      wanted += score.planted + score.follows;
      missed += score.missed;
      found += score.found;
      wrong += score.wrong;
    }
    assertThat(1 - (double) missed / wanted).as("outliers found").isGreaterThan(0.90);
    assertThat(1 - (double) wrong / found).as("outliers that are none").isGreaterThan(0.95);
    CopyBoard.Score copies = board.copies().score();
    assertThat(copies.planted()).isPositive();
    assertThat(copies.missed()).as(copies.examples()).isZero();
    assertThat(copies.wrong()).as(copies.examples()).isLessThan(copies.groups() / 10);
    board
        .scores()
        .forEach(
            (rule, score) -> {
              assertThat(score.planted + score.follows).as("%s is planted", rule).isPositive();
              assertThat(score.recall()).as("%s %s", rule, score.examples).isGreaterThan(0.99);
              assertThat(score.precision()).as("%s %s", rule, score.examples).isGreaterThan(0.98);
            });
  }

  /** Of a form without a defect, nothing is found but that it has full marks. */
  @Test
  void cleanFormsAreClean() throws RuleException {
    board(0).scores().forEach((rule, score) -> assertThat(score.examples).as(rule).isEmpty());
  }

  private static String text(Scoreboard board) {
    StringBuilder text = new StringBuilder();
    text.append("Made-up forms with known defects, and what the rules find in them.\n");
    text.append("Written by ScoreboardTest; ")
        .append(board.forms())
        .append(" forms, seed ")
        .append(SEED)
        .append(", a defect in three of four.\n\n");
    text.append("planted  a defect was planted for the rule\n");
    text.append("follows  another defect entails that the rule fires\n");
    text.append("missed   planted or following, and not found\n");
    text.append("wrong    found, and neither planted nor following\n\n");
    text.append("Nothing is planted yet for these, which are left out:\n");
    new TreeSet<>(Scoreboard.UNPLANTED)
        .forEach(rule -> text.append("  ").append(rule).append('\n'));
    text.append('\n');
    text.append(board.text()).append('\n');
    text.append("Values that stand out from their peers.\n\n");
    text.append(
        "explained  found, because another defect that was planted in the form made it so\n");
    text.append("wrong      found in a form in which nothing was planted\n\n");
    text.append(
        "A value that is missed lies within the fence of its peers. So do most shares of full\n");
    text.append(
        "marks that are missed: where peers have 77 to 100 %, the fence is at 42 %, and the\n");
    text.append(
        "planted forms have about 40 %. Rates that are missed have as low ones among few peers.\n\n");
    text.append(board.outliers().text()).append('\n');
    text.append("Texts that crossed from one department or year into another: forms, and the\n");
    text.append(
        "groups that were found, of which wrong ones have no form with a copied text: their\n");
    text.append("sentences have one noun of their own, and by chance the same number.\n\n");
    text.append(board.copies().text());
    return text.toString();
  }
}
