"use strict";
/* Departments held against each other, and what stands out from its peers. */
(function () {
  var t = jihe.t, el = jihe.el;
  var SHARES = ["formsWithError", "overclaimed", "fullMarks", "blankActuals", "copiedObjectives", "qualitativeTargets", "noCostIndicator",
    "unexplainedLoss", "topGrade", "execution"];

  function isShare(measure) { return SHARES.indexOf(measure) >= 0; }

  /** A value of a measure as it is read. */
  function shown(measure, value) {
    return value === null || value === undefined ? "—" : isShare(measure) ? jihe.percent(value) : jihe.number(value, 2);
  }

  function verdict(row) {
    var name = row.verdict, marked = name === "high" || name === "low";
    return el("span", { "class": marked ? "severity DOUBT" : "quiet" }, t("verdict." + name));
  }

  jihe.page("comparison", function (measure, year) {
    jihe.need("comparison", function (known) {
      if (!known.length) { jihe.show([el("h1", {}, t("report.tab.comparison")), el("p", { "class": "quiet" }, t("report.none"))]); return; }
      var measures = known.map(function (one) { return one.measure; }), years = known[0].years.slice().sort().reverse();
      var chosen = measures.indexOf(measure) >= 0 ? measure : measures[0];
      var when = years.map(String).indexOf(year) >= 0 ? year : String(years[0]);
      jihe.need("comparison/" + chosen, function (rows) { compare(rows, measures, chosen, years, when); });
    });
  });

  function compare(rows, measures, chosen, years, when) {
    var some = rows.filter(function (row) { return String(row.year) === when; });
      var plot = el("div");
      jihe.show([el("h1", {}, t("report.tab.comparison")), el("p", { "class": "sub" }, t("report.comparison.sub")),
        el("div", { "class": "controls" }, select("report.measure", measures, chosen, function (m) { return t("measure." + m); }, function (m) { location.hash = "#/comparison/" + m + "/" + when; }),
          select("report.column.year", years.map(String), when, String, function (y) { location.hash = "#/comparison/" + chosen + "/" + y; })),
        el("p", {}, t("report.comparison.says", says(some, chosen))), plot,
        jihe.table({ title: t("measure." + chosen) + " " + when, rows: some, sort: 2, search: function (row) { return row.department || ""; }, columns: [
          { title: t("report.column.department"), wide: true, value: function (row) { return row.department; } },
          { title: t("report.column.n"), number: true, value: function (row) { return row.n; } },
          { title: t("measure." + chosen), number: true, value: function (row) { return row.value; }, show: function (row) { return shown(chosen, row.value); } },
          { title: t("report.column.interval"), number: true, value: function (row) { return row.lower95; }, show: function (row) { return row.lower95 === null ? "—" : shown(chosen, row.lower95) + "–" + shown(chosen, row.upper95); } },
          { title: t("report.column.limits"), number: true, value: function (row) { return row.limitLower95; }, show: function (row) { return row.limitLower95 === null ? "—" : shown(chosen, row.limitLower95) + "–" + shown(chosen, row.limitUpper95); } },
          { title: t("report.column.verdict"), value: function (row) { return t("verdict." + row.verdict); }, show: verdict },
          { title: t("report.column.rank"), number: true, value: function (row) { return row.rank; }, show: function (row) { return row.rank === null ? "—" : row.rank + " [" + row.rankLower + "–" + row.rankUpper + "]"; } }] })]);
      jihe.charts.funnel(plot, some.filter(function (row) { return row.value !== null && row.n > 0; }), function (value) { return shown(chosen, value); }, t("measure." + chosen), says(some, chosen));
  }

  function says(rows, measure) {
    var count = function (name) { return rows.filter(function (row) { return row.verdict === name; }).length; };
    return { departments: rows.length, high: count("high"), low: count("low"), few: count("tooFew") + count("notJudged"),
      district: rows.length ? shown(measure, rows[0].districtValue) : "—" };
  }

  function select(label, values, chosen, name, change) {
    return el("label", {}, t(label), " ", el("select", { onchange: function (event) { change(event.target.value); } }, values.map(function (value) {
      return el("option", { value: value, selected: value === chosen }, name(value));
    })));
  }

  jihe.page("outliers", function () {
    jihe.need("outliers", function (rows) {
      jihe.show([el("h1", {}, t("report.tab.outliers")), el("p", { "class": "sub" }, t("report.outliers.sub")),
        rows.length ? jihe.table({ title: t("report.tab.outliers"), rows: rows, sort: 4,
          search: function (row) { return [row.department, row.project, row.sentence, t("outlier.measure." + row.measure)].join(" "); },
          columns: [
            { title: t("report.measure"), value: function (row) { return t("outlier.measure." + row.measure); } },
            { title: t("report.column.department"), wide: true, value: function (row) { return (row.department || "") + " " + (row.year || ""); } },
            { title: t("report.column.project"), wide: true, value: function (row) { return row.project; },
              show: function (row) { return row.formId ? el("a", { href: "#/form/" + encodeURIComponent(row.formId) }, row.project || t("report.unnamed")) : "—"; } },
            { title: t("report.column.sentence"), wide: true, value: function (row) { return row.sentence; } },
            { title: t("report.column.distance"), number: true, value: function (row) { return row.robustZ === null ? null : Math.abs(row.robustZ); }, show: function (row) { return jihe.number(row.robustZ, 1); } }] })
          : el("p", { "class": "quiet" }, t("report.outliers.none"))]);
    });
  });
})();
