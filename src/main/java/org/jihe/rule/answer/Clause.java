package org.jihe.rule.answer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jihe.rule.jurisdiction.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * One clause of an answer. What decides is, in this order: what is still under way or called off,
 * what a negation denies, what is asserted of something unwelcome, the change, the part, and the
 * verb of completion.
 */
final class Clause {

  private static final Pattern NEGATION =
      Pattern.compile(
          "尚未|仍未|还未|还没有|还没|并未|从未|未能|未曾|未见|暂未|均未|没有|没能|无法|不能|不够|不再|不存在|无需|无须|不需要?|不必|不用|未|没|无|不|零");
  private static final String NEEDLESS = "无需 无须 不需 不需要 不必 不用";
  private static final String NOUN = "无 没有 没 零 不存在";
  private static final String STRICT = "尚未 仍未 还未 还没有 还没 未能 没能 暂未 无法";
  private static final Pattern OF_SOMETHING =
      Pattern.compile("^(?:项|品|件|率|点|单位|产品|情形|行为|问题|事项|的|现象|部分|户|企业|人员|样本|批次|区域|线路)");
  private static final Pattern NAMED_REMEDY = Pattern.compile("^(?:意见|建议|要求|通知|决定|清单)");

  /** What an auditor asks for: 未下达整改通知 is good. */
  private static final Pattern ASKED =
      Pattern.compile(
          "^(?:被)?(?:要求|责令|下达|下发|提出|发出|开具|作出|收到|接到|出具)[\\p{IsHan}]{0,6}?(?:整改|处罚|问责|批评|警示|督办)(?:意见|建议|要求|通知|决定|清单|[书单函])?");

  private static final Pattern BEGUN = Pattern.compile("(?:进场|开工|动工)(?:建设|施工)?$");
  private static final Pattern TO_BE_FINISHED = Pattern.compile("完|竣|毕|建成|投入|交付|到位|通车");
  private static final Pattern CANNOT =
      Pattern.compile("[达完做跟赶通办]不[到成上过完了]|有(?:一定|较大|很大|明显|不小)?的?差距|差距(?:较|很|还|仍)?(?:大|明显)");
  private static final Pattern NOT_MUCH = Pattern.compile("不[高深细实严广强优]$|[未没]落到实处");
  private static final Pattern COST = Pattern.compile("成本|费用|价格|单价|收费|占比|门槛");
  private static final Pattern REPROACHED =
      Pattern.compile("被[\\p{IsHan}]{0,6}?(?:批评|约谈|问责|处罚|曝光|责令|退回|否决|扣分|通报(?!表扬))");
  private static final Pattern UNDER_WAY =
      Pattern.compile("(?:^|[后尚仍还正有均都需])待(?!遇|业|产|人|客|机|命)|正在|[进推]行中|等待(?!时间|时长|区|室|人)");
  private static final Pattern VERB_IN_PROGRESS =
      Pattern.compile("([\\p{IsHan}]{2})(?:过程|阶段|当)?中$");
  private static final Pattern STAGE = Pattern.compile("[\\p{IsHan}]{2}阶段$");
  private static final Pattern FUTURE =
      Pattern.compile(
          "(?:预计|(?<![按照依本原年该])计划(?!完成|启动|开工|实施)|拟|将|将于|定于|预期)(?:于|在|至|到)?(?:\\d{4}年|明年|次年|下年|下半年|年底|年内|\\d{1,2}月|近期|下一|后续|择期|完成|启动|开工|实施)|(?:推迟|延期|延后|推延|顺延|结转|拖延|推|拖)(?:至|到|于)|转入(?:下|次|明|来)一?年");
  private static final Pattern HALF_DONE =
      Pattern.compile(
          "(?:完成|实施|推进|建成|达到|实现|发放|进展|完工)(?:了|率|度|进度|工程量|任务量|工作量|总量|总投资|的|至|到|约)*(?:近|约|不到|不足|仅)?(?:一半|半数|过半|大半|一小半|小半|[一二三四五六七八九]成|[一二三四五六七八九]分之[一二三四五六七八九]|\\d{1,2}(?:\\.\\d+)?%)|^(?:仅|只)[^不]{0,8}(?:完成|达|实现)|^一半|过半$");
  private static final Pattern PARTIAL =
      Pattern.compile(
          "(?:基本上?|大部分?|大多数?|大体上?|大致|初步|部分|阶段性|局部)(?:均|都)?(?:已经?)?(?:按[期时]|如期|能够?|得到|予以|得以)?");
  private static final Pattern FAIRLY = Pattern.compile("^(?:较为?|比较|基本|尚|还算)");
  private static final Pattern STRONG = Pattern.compile("明显|显著|大幅|全面|切实|充分");
  private static final Pattern WEAK = Pattern.compile("一定|有所|略有|略微|稍有|稍微|些许");
  private static final Pattern ASSERTED =
      Pattern.compile(
          "(?:存在|发生|出现|仍有|尚有|还有|时有|偶有|常有|产生|引发|导致|收到|接到|留有|(?<![所拥具含享没])有(?![效力序关机利所限趣偿害些])|个别|少数|部分)");
  private static final Pattern AGAIN =
      Pattern.compile(
          "^(?:[时偶仍还常]有|屡有|多次|屡次|频繁)(?:发生|出现)|^(?:个别|少数|部分)[\\p{IsHan}]{0,6}(?:发生|出现)$|^(?:发生|出现)[过了]$");
  private static final Pattern MUCH = Pattern.compile("(?:较|很|偏|过|比较)多$|(?:较|比较|很)?(?:突出|严重)$|频发$");
  private static final Pattern CLEARLY =
      Pattern.compile("已|均|都|全部|全面|全都|顺利|圆满|按时|如期|按期|及时|按计划|有效|得到|持续|稳步|成功|提前");
  private static final Pattern ALL_THAT_SHOULD = Pattern.compile("应([\\p{IsHan}])尽\\1");
  private static final Pattern TRAILING =
      Pattern.compile("(?:了|的|情况|状态|水平|程度|要求|目标|任务|工作|标准|以上|\\d+.*)+$");
  private static final Pattern TRAILING_OF_BAD =
      Pattern.compile("(?:情况|现象|问题|了|状态|严重|较多|约?\\d.*)+$");

  private final String text;
  private final Subject subject;
  private final Parameters words;

  Clause(String printed, Subject subject, Parameters words) {
    this.subject = subject;
    this.words = words;
    this.text = words.masked("lexical", printed);
  }

  Signal signal() {
    String target = subject.target();
    if (subject.denied() && target.length() > 1 && text.contains(target)) {
      return Signal.GOOD;
    }
    if (unfinished() || doesWhatWasNotToBe()) {
      return Signal.BAD;
    }
    Signal denied = ofNegations();
    if (denied != Signal.NONE) {
      return denied;
    }
    if (asserted()) {
      return Signal.BAD;
    }
    Signal change = ofChange();
    if (change != Signal.NONE) {
      return change;
    }
    if (partial()) {
      return Signal.PARTIAL;
    }
    return good() ? Signal.GOOD : Signal.NONE;
  }

  // --- not yet, or no more -----------------------------------------------------------------------

  private boolean unfinished() {
    return found(UNDER_WAY)
        || found(STAGE)
        || found(FUTURE)
        || HALF_DONE.matcher(text).find()
        || inProgress()
        || onlyBegun()
        || calledOff();
  }

  private boolean found(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && !subject.mentions(matcher.group()) && !deniedAt(matcher.start());
  }

  /** 已进场 where something was to be finished. */
  private boolean onlyBegun() {
    return TO_BE_FINISHED.matcher(subject.target()).find() && found(BEGUN);
  }

  private boolean inProgress() {
    Matcher matcher = VERB_IN_PROGRESS.matcher(text);
    return matcher.find()
        && words.mentions("work", matcher.group(1))
        && !subject.mentions(matcher.group());
  }

  private boolean calledOff() {
    String word = words.firstWord("calledOff", text);
    return word != null && !subject.mentions(word) && !deniedAt(text.indexOf(word));
  }

  private boolean deniedAt(int at) {
    return (at > 0 && "未无没不".indexOf(text.charAt(at - 1)) >= 0)
        || (at > 1 && text.startsWith("没有", at - 2));
  }

  /** 超预算 where the target is 不超预算. */
  private boolean doesWhatWasNotToBe() {
    String core = subject.deniedCore();
    int at = core.isEmpty() ? -1 : text.indexOf(core);
    return at >= 0
        && !deniedAt(at)
        && !NEGATION.matcher(text.substring(0, at)).find()
        && !words.mentions("handled", text)
        && !words.mentions("prevented", text);
  }

  // --- what is denied ----------------------------------------------------------------------------

  private Signal ofNegations() {
    Signal worst = Signal.NONE;
    Matcher matcher = NEGATION.matcher(text);
    while (matcher.find()) {
      Signal signal = ofNegation(matcher.group(), text.substring(matcher.end()));
      worst = signal.compareTo(worst) > 0 ? signal : worst;
    }
    return worst;
  }

  private Signal ofNegation(String negation, String denied) {
    if (isOne(NEEDLESS, negation)) {
      return words.begins("work", denied) ? Signal.NONE : Signal.GOOD;
    }
    String core = subject.deniedCore();
    if (!core.isEmpty() && denied.startsWith(core)) {
      return Signal.GOOD;
    }
    if (ASKED.matcher(denied).find()) {
      return Signal.GOOD;
    }
    Hit hit = Hit.first(denied, words);
    if (hit == null) {
      return isOne(STRICT, negation) && !subject.denied() && !subject.fewerIsBetter()
          ? Signal.BAD
          : Signal.NONE;
    }
    if (negation.equals("零")) {
      return hit.kind() == Hit.Kind.UNWELCOME && hit.at() == 0 ? Signal.GOOD : Signal.NONE;
    }
    return switch (hit.kind()) {
      case UNWELCOME -> Signal.GOOD;
      case HAPPENING -> ofNothingHappened(denied.substring(hit.end()));
      case CHANGE -> ofDeniedChange(hit.word());
      case WANTED -> ofDeniedGood(hit, denied, isOne(NOUN, negation));
    };
  }

  private static boolean isOne(String list, String word) {
    return (" " + list + " ").contains(" " + word + " ");
  }

  private Signal ofNothingHappened(String what) {
    if (words.mentions("unwelcome", what)) {
      return Signal.GOOD;
    }
    Hit hit = Hit.first(what, words);
    if (hit != null && hit.kind() == Hit.Kind.WANTED) {
      boolean noun = OF_SOMETHING.matcher(what.substring(hit.end())).find();
      return noun || subject.denied() ? Signal.NONE : Signal.BAD;
    }
    return subject.denied() || subject.fewerIsBetter() || subject.target().startsWith("0")
        ? Signal.GOOD
        : Signal.NONE;
  }

  private Signal ofDeniedChange(String change) {
    Trend wanted = subject.trend();
    Trend denied = Trend.of(change, words);
    if (wanted == null || denied == null) {
      return Signal.NONE;
    }
    boolean same = wanted == denied;
    return subject.denied() == same ? Signal.GOOD : same ? Signal.BAD : Signal.NONE;
  }

  /** 不合格 denies, and 不合格项 names things, which may have been put right. */
  private Signal ofDeniedGood(Hit hit, String denied, boolean noun) {
    String behind = denied.substring(hit.end());
    if (noun && !hit.verb() && words.mentions("unwelcome", behind)) {
      return Signal.GOOD; // 无安全责任事故: what is denied is the last of the nouns
    }
    if (words.mentions("handled", hit.word()) && NAMED_REMEDY.matcher(behind).find()) {
      return Signal.NONE; // 未提出整改意见: what is denied is somebody's asking for a remedy
    }
    boolean named = OF_SOMETHING.matcher(behind).find();
    // 未完成整改 denies the remedy itself; in 不合格项全部整改 it is said of what is named.
    boolean said = named || CLEARLY.matcher(behind).find();
    if (said && words.mentions("handled", behind) && !behind.contains("未")) {
      return Signal.GOOD;
    }
    if (named) {
      return Signal.NONE;
    }
    return subject.denied() && !subject.target().contains("低于") ? Signal.NONE : Signal.BAD;
  }

  // --- what is asserted --------------------------------------------------------------------------

  private boolean asserted() {
    return found(CANNOT)
        || notMuch()
        || found(REPROACHED)
        || poor()
        || late()
        || somethingUnwelcome()
        || happensAgain()
        || muchThatIsUnwelcome();
  }

  private boolean poor() {
    String end = TRAILING_OF_BAD.matcher(text).replaceFirst("");
    if (!words.ends("poor", end)) {
      return false;
    }
    String word = words.firstWord("poor", end);
    return word != null && !subject.mentions(word) && !words.mentions("handled", text);
  }

  private boolean late() {
    String word = words.firstWord("late", words.masked("notLate", text));
    return word != null && !subject.mentions(word) && !words.mentions("handled", text);
  }

  private boolean somethingUnwelcome() {
    Matcher matcher = ASSERTED.matcher(text);
    while (matcher.find()) {
      String behind = text.substring(matcher.end());
      String word = words.firstWord("unwelcome", behind);
      boolean near = word != null && behind.indexOf(word) <= 8;
      if (near && !words.mentions("handled", text) && !words.mentions("prevented", behind)) {
        return true;
      }
    }
    return false;
  }

  /** 质量不高 where more is better. */
  private boolean notMuch() {
    return !subject.fewerIsBetter()
        && subject.trend() != Trend.DOWN
        && NOT_MUCH.matcher(text).find()
        && !COST.matcher(text + subject.name()).find();
  }

  /** 时有发生 where nothing was to happen. */
  private boolean happensAgain() {
    return (subject.denied() || subject.fewerIsBetter()) && AGAIN.matcher(text).find();
  }

  /** 问题较多. */
  private boolean muchThatIsUnwelcome() {
    Matcher much = MUCH.matcher(text);
    return much.find()
        && words.ends("unwelcome", text.substring(0, much.start()))
        && !words.mentions("handled", text)
        && !words.mentions("prevented", text);
  }

  // --- changes -----------------------------------------------------------------------------------

  private Signal ofChange() {
    Trend wanted = subject.trend();
    Trend reached = Trend.of(text, words);
    if (wanted == null || reached == null || subject.denied()) {
      return Signal.NONE;
    }
    if (reached.misses(wanted)) {
      boolean other = words.mentions("unwelcome", text) || NEGATION.matcher(text).find();
      return other && wanted == Trend.UP ? Signal.NONE : Signal.BAD;
    }
    return weaker() ? Signal.PARTIAL : wanted == reached ? Signal.GOOD : Signal.NONE;
  }

  private boolean weaker() {
    return STRONG.matcher(subject.target()).find()
        && WEAK.matcher(text).find()
        && !STRONG.matcher(text).find();
  }

  // --- a part ------------------------------------------------------------------------------------

  private boolean partial() {
    if (weaker()) {
      return true;
    }
    Matcher fairly = FAIRLY.matcher(text);
    if (fairly.find() && text.substring(fairly.end()).equals(subject.target())) {
      return true;
    }
    Matcher matcher = PARTIAL.matcher(text);
    while (matcher.find()) {
      String behind = text.substring(matcher.end());
      boolean verb = words.begins("achieved", behind) || words.begins("work", behind);
      boolean named = OF_SOMETHING.matcher(behind).find() || isName(matcher.group(), behind);
      if (verb && !named && !subject.mentions(matcher.group()) && !behind.contains("全部")) {
        return true;
      }
    }
    return false;
  }

  /**
   * 初步设计完成, 基本建设完成: word and verb are one name, about which another verb speaks. 大部分修缮完成 and 部分修缮完成
   * tell how much.
   */
  private boolean isName(String part, String behind) {
    if (!part.startsWith("初步") && !(part.equals("基本") && behind.startsWith("建设"))) {
      return false;
    }
    String verb = words.wordAt("work", behind, 0);
    return verb != null && words.mentions("achieved", behind.substring(verb.length()));
  }

  // --- the verb of completion --------------------------------------------------------------------

  private boolean good() {
    String end = TRAILING.matcher(text).replaceFirst("");
    boolean clearly = CLEARLY.matcher(text).find();
    if (words.ends("achieved", end)
        || words.begins("done", text)
        || (clearly && words.ends("work", end))
        || ALL_THAT_SHOULD.matcher(text).find()) {
      return true;
    }
    String word = words.firstWord("achieved", text);
    if (word != null && clearly) {
      return true;
    }
    return prevented();
  }

  private boolean prevented() {
    String word = words.firstWord("unwelcome", text);
    return word != null
        && (words.mentions("prevented", text.substring(0, text.indexOf(word)))
            || words.mentions("falling", text));
  }

  /** The first word of a denied text that says what is denied. */
  private record Hit(Kind kind, int at, String word, boolean verb) {

    enum Kind {
      UNWELCOME,
      WANTED,
      HAPPENING,
      CHANGE
    }

    private static final int FURTHEST = 12;

    int end() {
      return at + word.length();
    }

    static @Nullable Hit first(String text, Parameters words) {
      Hit best = null;
      best = earlier(best, Kind.UNWELCOME, "unwelcome", text, words);
      best = earlier(best, Kind.UNWELCOME, "poor", text, words);
      best = earlier(best, Kind.HAPPENING, "happening", text, words);
      best = earlier(best, Kind.CHANGE, "rising", text, words);
      best = earlier(best, Kind.CHANGE, "falling", text, words);
      best = earlier(best, Kind.WANTED, "achieved", text, words);
      best = earlier(best, Kind.WANTED, "work", text, words);
      best = earlier(best, Kind.WANTED, "handled", text, words);
      return best;
    }

    private static @Nullable Hit earlier(
        @Nullable Hit best, Kind kind, String list, String text, Parameters words) {
      int furthest = best == null ? Math.min(text.length(), FURTHEST) : best.at() + 1;
      for (int at = 0; at < furthest; at++) {
        String word = words.wordAt(list, text, at);
        if (word != null) {
          boolean longer = best == null || at < best.at() || word.length() > best.word().length();
          return longer ? new Hit(kind, at, word, !list.equals("achieved")) : best;
        }
      }
      return best;
    }
  }
}
