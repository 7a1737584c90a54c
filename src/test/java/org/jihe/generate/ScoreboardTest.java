package org.jihe.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jihe.GoldenFile;
import org.jihe.generate.draft.FileKind;
import org.jihe.rule.folder.RuleException;
import org.junit.jupiter.api.Test;

/** How many of the planted defects the rules find, and how much besides, is written down. */
class ScoreboardTest {

  private static final long SEED = 7;

  /** Rules that find what nobody planted, and why; see the scoreboard. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "TimelyButLate", "种下的延期写在另一指标的说明里，规则只看本指标自己的",
          "PartialAboveBand", "“基本建成，细则还在征求意见”读不懂，不作判断",
          "UnitMismatch", "种下的单位中有同类量词，现在可以比较",
          "PaidAheadOfDelivery", "有的发现落在得分单元格，种下时写的是实际完成值");

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
    board
        .scores()
        .forEach(
            (rule, score) -> {
              assertThat(score.planted + score.follows).as("%s is planted", rule).isPositive();
              if (!KNOWN.containsKey(rule)) {
                assertThat(score.recall()).as("%s %s", rule, score.examples).isGreaterThan(0.99);
                assertThat(score.precision()).as("%s %s", rule, score.examples).isGreaterThan(0.98);
              }
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
    text.append(board.text()).append('\n');
    board
        .scores()
        .forEach(
            (rule, score) -> {
              if (score.wrong + score.missed > 0) {
                text.append(rule).append(": ").append(KNOWN.getOrDefault(rule, "?")).append('\n');
              }
            });
    return text.toString();
  }
}
