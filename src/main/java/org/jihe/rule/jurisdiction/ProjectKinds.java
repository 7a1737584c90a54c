package org.jihe.rule.jurisdiction;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jihe.form.Indicator;
import org.jihe.form.SelfEvaluation;
import org.jspecify.annotations.Nullable;

/**
 * What a jurisdiction's words say of a project beside its findings: its kind (项目类型), whether it has
 * an indicator of cost, and which grade is the best. The word that ends last in the project's name
 * decides the kind, since a Chinese name says at its end what it is; where the name has none, the
 * kind that most of the indicators' names speak of.
 */
public final class ProjectKinds implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Where no word tells the kind. */
  public static final String OTHER = "other";

  /** Lists of words by the kind they tell. */
  private static final Map<String, String> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put("works", "worksProject");
    LISTS.put("purchase", "purchaseProject");
    LISTS.put("systems", "systemsProject");
    LISTS.put("upkeep", "upkeepProject");
    LISTS.put("service", "serviceProject");
    LISTS.put("subsidy", "subsidyProject");
    LISTS.put("events", "eventsProject");
    LISTS.put("research", "researchProject");
  }

  private final HashMap<String, ArrayList<Years>> jurisdictions = new HashMap<>();
  private final String fallback;

  /** What is read of a jurisdiction's parameters of some years. */
  private record Years(
      int from,
      int to,
      HashMap<String, Words> kinds,
      Words notWorks,
      Words costCategory,
      Words costAspect,
      String topGrade)
      implements Serializable {

    static Years of(int from, int to, Parameters parameters) {
      HashMap<String, Words> kinds = new LinkedHashMap<>();
      LISTS.forEach((kind, list) -> kinds.put(kind, words(parameters, list)));
      return new Years(
          from,
          to,
          kinds,
          words(parameters, "notConstruction"),
          words(parameters, "costCategory"),
          words(parameters, "costAspect"),
          parameters.grades().get(0).name());
    }

    /** One that says the same, where there is one: most jurisdictions change no words. */
    Years among(Map<List<Object>, Years> others) {
      List<Object> said = List.of(from, to, kinds, notWorks, costCategory, costAspect, topGrade);
      return others.computeIfAbsent(said, any -> this);
    }

    /** A folder of rules of one's own need not tell kinds of projects. */
    private static Words words(Parameters parameters, String list) {
      return parameters.words().getOrDefault(list, Words.of(List.of()));
    }
  }

  /** Names of the word lists that tell kinds of projects. */
  public static List<String> wordLists() {
    return List.copyOf(LISTS.values());
  }

  /** The words of all jurisdictions that may be in force. */
  public ProjectKinds(Jurisdictions all) {
    Map<List<Object>, Years> shared = new HashMap<>();
    for (Jurisdiction one : all.all()) {
      ArrayList<Years> years = new ArrayList<>();
      one.periods()
          .forEach(
              period ->
                  years.add(
                      Years.of(period.from(), period.to(), period.parameters()).among(shared)));
      years.add(Years.of(Integer.MIN_VALUE, Integer.MAX_VALUE, one.parameters()).among(shared));
      jurisdictions.put(one.id(), years);
    }
    fallback = all.fallback().id();
  }

  /** Every kind, the last for projects of which no word tells it. */
  public static List<String> all() {
    List<String> all = new ArrayList<>(LISTS.keySet());
    all.add(OTHER);
    return all;
  }

  private Years years(String jurisdiction, @Nullable Integer year) {
    List<Years> all = jurisdictions.get(jurisdiction);
    if (all == null) {
      all = jurisdictions.getOrDefault(fallback, new ArrayList<>());
    }
    for (Years one : all) {
      if (one.to == Integer.MAX_VALUE || (year != null && one.from <= year && year <= one.to)) {
        return one;
      }
    }
    throw new IllegalStateException("no jurisdiction " + jurisdiction);
  }

  /** The kind of a form's project, by the words of a jurisdiction. */
  public String kindOf(SelfEvaluation form, String jurisdiction) {
    Years words = years(jurisdiction, form.year().value());
    Map<String, Words> kinds = words.kinds;
    String kind = last(kinds, without(words.notWorks, form.projectName().printed()));
    if (kind != null) {
      return kind;
    }
    Map<String, Integer> votes = new LinkedHashMap<>();
    LISTS.keySet().forEach(one -> votes.put(one, 0));
    for (Indicator indicator : form.indicators()) {
      String one = last(kinds, indicator.name().printed());
      if (one != null) {
        votes.merge(one, 1, Integer::sum);
      }
    }
    String most = OTHER;
    int count = 0;
    for (Map.Entry<String, Integer> vote : votes.entrySet()) {
      if (vote.getValue() > count) {
        most = vote.getKey();
        count = vote.getValue();
      }
    }
    return most;
  }

  /** 队伍建设 and the like are no works. */
  private static @Nullable String without(Words none, @Nullable String name) {
    String rest = name;
    for (String word : none) {
      rest = rest == null ? null : rest.replace(word, "\0");
    }
    return rest;
  }

  /** The kind whose word ends last in a text, of several that end there the longest one's. */
  private static @Nullable String last(Map<String, Words> kinds, @Nullable String text) {
    if (text == null) {
      return null;
    }
    String found = null;
    int end = 0;
    int length = 0;
    for (Map.Entry<String, Words> kind : kinds.entrySet()) {
      for (String word : kind.getValue()) {
        int at = text.lastIndexOf(word);
        int until = at + word.length();
        if (at >= 0 && (until > end || (until == end && word.length() > length))) {
          found = kind.getKey();
          end = until;
          length = word.length();
        }
      }
    }
    return found;
  }

  /** True where one of the form's indicators is one of cost (成本指标). */
  public boolean hasCost(SelfEvaluation form, String jurisdiction) {
    Years years = years(jurisdiction, form.year().value());
    for (Indicator indicator : form.indicators()) {
      String category = indicator.category().printed();
      String aspect = indicator.aspect().printed();
      if ((category != null && years.costCategory.in(category) != null)
          || (aspect != null && years.costAspect.in(aspect) != null)) {
        return true;
      }
    }
    return false;
  }

  /** The best grade. */
  public String topGrade(SelfEvaluation form, String jurisdiction) {
    return years(jurisdiction, form.year().value()).topGrade;
  }
}
