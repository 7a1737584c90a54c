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
  private static final Pattern WITHOUT_EFFECT =
      Pattern.compile(
          "收效(?:甚|很|较)?[微小]|(?:作用|效果|成效|改善|提升|进展|变化)(?:十分|较为|比较|非常|很|都)?(?:有限|不大|甚微|不明显|不显著)|几无变化|没什么变化|走过场|流于形式|有名无实|无从谈起");
  private static final Pattern TO_STAY = Pattern.compile("稳定|不变|持平|维持|保持");
  private static final Pattern LACKING =
      Pattern.compile("^(?:仍|尚|还|共)?(?:缺(?![陷点口])|欠(?![佳薪款缺税]))|[未没](?:予|获)?过$|未获(?!悉)");
  private static final Pattern LOW_RATE =
      Pattern.compile("[率例比度](?:仅仅?|只有?|才|不足|不到)(?:为|有|达)?[\\d百三五六七八九]");
  private static final Pattern LATER =
      Pattern.compile(
          "[比较][\\p{IsHan}]{0,8}?(?:晚|迟|推后|滞后)(?:了|约)?|才(?:收到|完成|到位|发放|拨付|送达|开工|到账|验收)");
  private static final Pattern EARLIER =
      Pattern.compile("早于|先于|提前(?!终止|结束|解约|停)|[比较][\\p{IsHan}]{0,8}?早(?:了|约)?[\\d一二两三四五六七八九十半数]");
  private static final Pattern NOT_AT_ONCE = Pattern.compile("返工|返修|复检|复验|复测|整改后|[二两三]次|补考|重做|重新");
  private static final Pattern OF_SOME =
      Pattern.compile(
          "^(?:绝?大多数?|大部分|多数|部分|少数|半数|过半|大半)(?:的)?[\\p{IsHan}]{1,8}?(?:均|都|已经?|能够?|得到|实现|完成)");
  private static final Pattern MEASURED =
      Pattern.compile("^(?:准确|精确|完全|有效|单独|具体)?(?:统计|测算|量化|衡量|估算|核实|核算|预估|考核|评价)");
  private static final Pattern COUNT =
      Pattern.compile("(?:[1-9]\\d*|[一二两三四五六七八九十多数几]+)余?(?:[起宗例件次桩笔户处项人名个条款批份]|[万亿]?元)");
  private static final Pattern HIGH =
      Pattern.compile("(?:度|率|性|水平|质量|意识|能力|热情|口碑|评价)(?:都|均)?(?:较为?|很|非常|比较|十分|明显)?[高强好优佳]$");
  private static final Pattern LOW =
      Pattern.compile(
          "(?:度|率|性|水平|质量|意识|能力|热情|口碑|评价)(?:都|均)?(?:还|仍)?(?:较为?|很|非常|比较|十分|明显|偏)?[低弱差]$");
  private static final Pattern BETTER_THAN =
      Pattern.compile("^(?:均|都|全部)?(?:优于|高于|好于|超过|达到|符合|满足)[^未不]{1,14}(?:标准|要求|指标|规范|预期|水平)$");
  private static final Pattern WHOLE =
      Pattern.compile(
          "无误$|一[分个户人件笔处]也?不[少落漏差]|一个都?不[少落漏]|零增长|通过[\\p{IsHan}]{0,6}(?:验收|评审|审核|鉴定|审查|认证|考核|测评|复审|终审|初审)|有([\\p{IsHan}])必[\\p{IsHan}]");
  private static final Pattern RISEN =
      Pattern.compile("由[\\p{IsHan}\\dA-ZⅠ-Ⅻ]{1,8}(?:提升|提高|改善|上升|好转|跃升|晋升|升)(?:至|到|为)");
  private static final Pattern FALLEN =
      Pattern.compile("由[\\p{IsHan}\\dA-ZⅠ-Ⅻ]{1,8}(?:降|退|跌|下降|下滑|退化|恶化)(?:至|到|为)");
  private static final Pattern LOWER_GRADE =
      Pattern.compile(
          "(?:为|是|评为|定为)(?:[\"“]?)(?:优秀|优|良好|良|中等|中|合格|一般|较差|差|不合格)(?:[\"”]?)(?:等[级次])?$");
  private static final Pattern GROWS =
      Pattern.compile(
          "^(?:率|数|量|人数|起数|件数|案件|事件)?(?:同比|环比|有所|明显|大幅|持续|不断|较上年|较去年|仍在|呈)*(?:上升|增加|增长|增多|攀升|反弹|抬头|走高|加剧)");
  private static final Pattern GOOD_RATE =
      Pattern.compile("(?:合格|达标|优良|满意|覆盖|普及|完成|及时|完好|参与|就业|利用)[率度][\\p{IsHan}]{0,2}$");
  private static final Pattern ADVERBS =
      Pattern.compile(
          "^(?:[有所略稍]+|明显|显著|大幅|小幅|持续|逐[步年渐]|不断|进一步|稳步|总体|同比|环比|反而|[较比]?(?:上年|去年|往年|同期|上一?年度)(?:同期)?|均|都|已|不)*$");
  private static final Pattern NOT_MUCH = Pattern.compile("不[高深细实严广强优]$|[未没]落到实处");
  private static final Pattern COST = Pattern.compile("成本|费用|价格|单价|收费|占比|门槛");
  private static final Pattern REPROACHED =
      Pattern.compile("被[\\p{IsHan}]{0,6}?(?:批评|约谈|问责|处罚|曝光|责令|退回|否决|扣分|通报(?!表扬))");
  private static final Pattern UNDER_WAY =
      Pattern.compile(
          "(?:^|[后尚仍还正有均都需件个处户台项名人条])待(?!遇|业|产|人|客|机|命(?!名))|正在|在[审建办谈批编研途](?![册案校岗])|[进推]行中|等待(?!时间|时长|区|室|人)");
  private static final Pattern VERB_IN_PROGRESS =
      Pattern.compile("([\\p{IsHan}]{2})(?:过程|阶段|当)?中$");
  private static final Pattern STAGE = Pattern.compile("[\\p{IsHan}]{2}阶段$");
  private static final Pattern FUTURE =
      Pattern.compile(
          "(?:预计|(?<![按照依本原年该])计划(?!完成|启动|开工|实施)|拟|将|将于|定于|预期)(?:于|在|至|到)?(?:\\d{4}年|明年|次年|下年|下半年|年底|年内|\\d{1,2}月|近期|下一|后续|择期|完成|启动|开工|实施)|(?:推迟|延期|延后|推延|顺延|结转|拖延|推|拖)(?:至|到|于)|转入(?:下|次|明|来)一?年");
  private static final Pattern HALF_DONE =
      Pattern.compile(
          "(?:完成|实施|推进|建成|达到|实现|发放|进展|完工|覆盖)(?:了|率|度|进度|工程量|任务量|工作量|总量|总投资|的|至|到|约)*(?:近|约|不到|不足|仅)?(?:一半|半数|过半|大半|一小半|小半|[一二三四五六七八九]成|[一二三四五六七八九]分之[一二三四五六七八九]|\\d{1,2}(?:\\.\\d+)?%)|^(?:仅|只)[^不]{0,8}(?:完成|达|实现|形成|停留|到位?)|^一半|过半$");
  private static final Pattern PARTIAL =
      Pattern.compile(
          "(?:基本上?|大部分?|大多数?|大体上?|大致|初步|部分|阶段性|局部)(?:均|都)?(?:已经?)?(?:按[期时]|如期|能够?|得到|予以|得以)?");
  private static final Pattern IMPROVED = Pattern.compile("改善|好转|提[升高]|减少|有所|优化|改进");
  private static final Pattern FAIRLY = Pattern.compile("^(?:较为?|比较|基本|尚|还算)");
  private static final Pattern STRONG = Pattern.compile("明显|显著|大幅|全面|切实|充分");
  private static final Pattern WEAK = Pattern.compile("一定|有所|略有|略微|稍有|稍微|些许|小幅|微弱|微增");
  private static final Pattern ASSERTED =
      Pattern.compile(
          "(?:存在|发生|出现|一度|仍然|依然|依旧|经常|频繁|屡次|时常|反复|长期|仍有|尚有|还有|时有|偶有|常有|产生|引发|导致|收到|接到|留有|(?<![所拥具含享没])有(?![效力序关机利所限趣偿害些])|个别|少数|部分)");
  private static final Pattern AGAIN =
      Pattern.compile(
          "^(?:[时偶仍还常]有|屡有|多次|屡次|频繁)(?:发生|出现)|^(?:个别|少数|部分)[\\p{IsHan}]{0,6}(?:发生|出现)$|^(?:发生|出现)[过了]$");
  private static final Pattern OF_MUCH =
      Pattern.compile("(?:行为|事件|情况|现象|人员|率|达|共|计|了|过|仍|还|依然|依旧|仍然|数量)+$");
  private static final Pattern WRONG_VERB = Pattern.compile("[错漏][\\p{IsHan}]$");
  private static final Pattern MUCH = Pattern.compile("(?:较|很|偏|过|比较)多$|(?:较|比较|很)?(?:突出|严重)$|频发$");
  private static final Pattern CLEARLY =
      Pattern.compile("已|均|都|全部|全面|全都|全额|足额|一次性|全域|悉数|顺利|圆满|按时|如期|按期|及时|按计划|有效|得到|持续|稳步|成功|提前");
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
    if (unfinished() || doesWhatWasNotToBe() || notAtOnce()) {
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

  /** 复检合格 where it was to be so at once. */
  private boolean notAtOnce() {
    return subject.target().contains("一次") && found(NOT_AT_ONCE);
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
    if (MEASURED.matcher(denied).find()) {
      return Signal.NONE; // 无法统计 tells nothing
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
      case HAPPENING -> ofNothingHappened(hit.word(), denied.substring(hit.end()));
      case CHANGE -> ofDeniedChange(hit.word());
      case WANTED -> ofDeniedGood(hit, denied, isOne(NOUN, negation));
    };
  }

  private static boolean isOne(String list, String word) {
    return (" " + list + " ").contains(" " + word + " ");
  }

  private Signal ofNothingHappened(String happened, String what) {
    if (words.mentions("unwelcome", what) || words.mentions("poor", what)) {
      return Signal.GOOD;
    }
    if (what.isEmpty()
        && !subject.denied()
        && !happened.isEmpty()
        && subject.target().contains(happened)) {
      return Signal.BAD; // 暂未形成 where something was to be formed
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
        || found(LACKING)
        || withoutEffect()
        || low()
        || (!subject.fewerIsBetter() && found(LOW_RATE))
        || (subject.timeliness() && found(LATER))
        || countedUnwelcome()
        || unwelcomeGrows()
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
    return word != null && !subject.mentions(word) && !handled(text);
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

  /** True where what was wrong was seen to, by a word that is not of name or target. */
  private boolean handled(String of) {
    String rest = of;
    String word = words.firstWord("handled", rest);
    while (word != null && subject.mentions(word)) {
      rest = rest.replace(word, "　");
      word = words.firstWord("handled", rest);
    }
    return word != null;
  }

  private boolean low() {
    return !subject.fewerIsBetter()
        && subject.trend() != Trend.DOWN
        && !COST.matcher(text + subject.name()).find()
        && (found(LOW) || (IMPROVED.matcher(subject.target()).find() && found(FALLEN)));
  }

  private boolean withoutEffect() {
    return !TO_STAY.matcher(subject.target()).find()
        && !subject.denied()
        && !subject.fewerIsBetter()
        && found(WITHOUT_EFFECT);
  }

  /** True where it says how often something unwelcome happened. */
  boolean countsUnwelcome() {
    return countedUnwelcome();
  }

  /** 违规3起, 3处违规: so many of what is unwelcome, which nobody denies or does away with. */
  private boolean countedUnwelcome() {
    Matcher count = COUNT.matcher(text);
    while (count.find()) {
      String before = text.substring(0, count.start());
      String behind = text.substring(count.end());
      boolean counted = words.begins("unwelcome", behind) || endsUnwelcome(before);
      if (counted
          && !NEGATION.matcher(before).find()
          && !words.mentions("handled", text)
          && !words.mentions("prevented", before)) {
        return true;
      }
    }
    return false;
  }

  /** 近视率有所上升. */
  private boolean unwelcomeGrows() {
    String word = words.firstWord("unwelcome", text);
    String behind = word == null ? "" : text.substring(text.indexOf(word) + word.length());
    return GROWS.matcher(behind).find() && !words.mentions("handled", text);
  }

  private boolean endsUnwelcome(String before) {
    String end = OF_MUCH.matcher(before).replaceFirst("");
    if (words.ends("unwelcome", end) || WRONG_VERB.matcher(end).find()) {
      return true;
    }
    String word = words.firstWord("unwelcome", end);
    return word != null && end.length() - end.lastIndexOf(word) - word.length() <= 4;
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
        && words.ends(
            "unwelcome", OF_MUCH.matcher(text.substring(0, much.start())).replaceFirst(""))
        && !words.mentions("handled", text)
        && !words.mentions("prevented", text);
  }

  // --- changes -----------------------------------------------------------------------------------

  private Signal ofChange() {
    Trend wanted = subject.trend();
    Trend reached = Trend.of(text, words);
    if (subject.denied() && reached != null && wanted != null && !NEGATION.matcher(text).find()) {
      return wanted == reached ? Signal.BAD : Signal.GOOD; // 新增报表9张 where it was not to increase
    }
    if (wanted == null || reached == null || subject.denied()) {
      return Signal.NONE;
    }
    if (reached.misses(wanted) && ofAnotherThing()) {
      return Signal.NONE;
    }
    if (reached.misses(wanted)) {
      boolean other = words.mentions("unwelcome", text) || NEGATION.matcher(text).find();
      return other && wanted == Trend.UP ? Signal.NONE : Signal.BAD;
    }
    return weaker() ? Signal.PARTIAL : wanted == reached ? Signal.GOOD : Signal.NONE;
  }

  /** 警情下降 where the ability of governing was to grow: what changes is not what was asked for. */
  private boolean ofAnotherThing() {
    String word = words.firstWord("falling", text);
    word = word == null ? words.firstWord("rising", text) : word;
    String before = word == null ? "" : text.substring(0, text.indexOf(word));
    if (ADVERBS.matcher(before).matches()) {
      return subject.onlyImproves(); // 减少6个环节 is no step back where a process was to improve
    }
    if (GOOD_RATE.matcher(before).find()) {
      return false;
    }
    for (int i = 0; i + 2 <= before.length(); i++) {
      if (subject.mentions(before.substring(i, i + 2))) {
        return false;
      }
    }
    return true;
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
    Matcher some = OF_SOME.matcher(text);
    if (some.find()
        && !subject.mentions(text.substring(0, 2))
        && !text.contains("全部")
        && !NEGATION.matcher(text).find()) {
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
      if (verb
          && !named
          && !subject.mentions(matcher.group())
          && !behind.contains("全部")
          && !endOfSomethingBad(text.substring(0, matcher.start()), behind)) {
        return true;
      }
    }
    return false;
  }

  /** 脏乱差现象基本消除 where something was to become better. */
  private boolean endOfSomethingBad(String before, String behind) {
    boolean bad = words.mentions("unwelcome", before) || words.mentions("poor", before);
    return bad
        && (words.begins("prevented", behind) || words.begins("handled", behind))
        && IMPROVED.matcher(subject.target()).find();
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
    if (subject.timeliness() && EARLIER.matcher(text).find()) {
      return true;
    }
    boolean better =
        !subject.fewerIsBetter() && (!subject.denied() || subject.atLeast()) && wellSaid();
    if (better || WHOLE.matcher(text).find()) {
      return true;
    }
    String end = TRAILING.matcher(text).replaceFirst("");
    boolean clearly = CLEARLY.matcher(text).find();
    if (LOWER_GRADE.matcher(text).find()) {
      return false; // which grade was wanted, the whole answer tells
    }
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

  private boolean wellSaid() {
    return BETTER_THAN.matcher(text).find()
        || (subject.trend() != Trend.DOWN
            && !COST.matcher(text + subject.name()).find()
            && HIGH.matcher(text).find())
        || (IMPROVED.matcher(subject.target()).find() && RISEN.matcher(text).find());
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
