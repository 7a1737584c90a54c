"use strict";
/* Drawings. The library is loaded when the first one is drawn; beside each stands what it says, and the same
   numbers as a table. */
jihe.charts = (function () {
  var t = jihe.t, el = jihe.el;

  function library(then) {
    if (window.echarts) { then(); return; }
    jihe.script("echarts.min.js", function () {}, then);
  }

  function colour(name) { return getComputedStyle(document.documentElement).getPropertyValue(name).trim(); }

  /** Rates above this are drawn at the edge, so that one impossible rate does not press all others together. */
  var EDGE = 160;

  /** Points of a rate in percent and a score; a click leads to the form. */
  function scatter(holder, points) {
    if (!points.length) { jihe.add(holder, el("p", { "class": "quiet" }, t("report.none"))); return; }
    var high = points.filter(function (p) { return p.x < 80 && p.y >= 90; }).length;
    var beyond = points.filter(function (p) { return p.x > EDGE; }).length;
    var sentence = t("report.scatter.says", { count: points.length, high: high }) + (beyond ? t("report.scatter.beyond", { count: beyond, rate: EDGE }) : "");
    var canvas = el("div", { "class": "chart", role: "img", "aria-label": sentence });
    jihe.add(holder, [canvas, el("p", { "class": "quiet" }, sentence), el("details", {}, el("summary", {}, t("report.numbers")),
      jihe.table({ title: t("report.scatter"), rows: points, search: function (p) { return p.name || ""; }, columns: [
        { title: t("report.column.project"), wide: true, value: function (p) { return p.name; }, show: function (p) { return el("a", { href: p.address }, p.name || t("report.unnamed")); } },
        { title: t("report.column.rate"), number: true, value: function (p) { return p.x; }, show: function (p) { return jihe.number(p.x, 2) + "%"; } },
        { title: t("report.column.claimed"), number: true, value: function (p) { return p.y; }, show: function (p) { return jihe.number(p.y, 2); } }] }))]);
    library(function () {
      if (!canvas.isConnected) { return; }
      var chart = echarts.init(canvas, null, { renderer: "svg" });
      var ink = colour("--ink"), quiet = colour("--quiet"), line = colour("--line");
      var axis = function (name) {
        return { name: name, nameTextStyle: { color: quiet }, axisLabel: { color: quiet }, axisLine: { lineStyle: { color: quiet } },
          splitLine: { lineStyle: { color: line } }, scale: true, type: "value" };
      };
      chart.setOption({
        animation: false, textStyle: { color: ink }, grid: { left: 48, right: 24, top: 32, bottom: 40 },
        xAxis: Object.assign(axis(t("report.axis.rate")), { nameLocation: "middle", nameGap: 26, min: function (v) { return Math.max(0, Math.floor(v.min / 20) * 20); }, max: function (v) { return Math.min(Math.max(100, Math.ceil(v.max / 20) * 20), EDGE); } }),
        yAxis: Object.assign(axis(t("report.axis.score")), { max: function (v) { return v.max <= 100 ? 100 : Math.ceil(v.max); } }),
        tooltip: { formatter: function (p) { return echarts.format.encodeHTML(p.data.name || "") + "<br>" + jihe.number(p.data.rate, 2) + "% · " + jihe.number(p.data.value[1], 2); } },
        series: [{ type: "scatter", symbolSize: 9, data: points.map(function (p) {
          return { value: [Math.min(p.x, EDGE), p.y], rate: p.x, symbol: p.x > EDGE ? "triangle" : "circle", symbolRotate: p.x > EDGE ? -90 : 0, name: p.name, address: p.address, itemStyle: { color: colour(p.error ? "--error" : "--accent"), opacity: 0.75 } };
        }) }]
      });
      chart.on("click", function (p) { location.hash = p.data.address; });
      window.addEventListener("resize", function () { if (canvas.isConnected) { chart.resize(); } });
    });
  }

  /** Departments by the number of their forms, between the limits of chance. */
  function funnel(holder, rows, shown, title, said) {
    if (rows.length < 2) { return; }
    var canvas = el("div", { "class": "chart", role: "img", "aria-label": t("report.comparison.says", said) });
    jihe.add(holder, canvas);
    library(function () {
      if (!canvas.isConnected) { return; }
      var chart = echarts.init(canvas, null, { renderer: "svg" });
      var quiet = colour("--quiet"), line = colour("--line"), sorted = rows.slice().sort(function (a, b) { return a.n - b.n; });
      var limit = function (name, dash) {
        return { type: "line", silent: true, symbol: "none", smooth: false, lineStyle: { color: quiet, type: dash, width: 1 },
          data: sorted.filter(function (row) { return row[name] !== null; }).map(function (row) { return [row.n, row[name]]; }) };
      };
      var axis = function (name) {
        return { name: name, nameTextStyle: { color: quiet }, axisLabel: { color: quiet, formatter: function (v) { return v; } },
          axisLine: { lineStyle: { color: quiet } }, splitLine: { lineStyle: { color: line } }, type: "value", scale: true };
      };
      var value = axis(title);
      value.axisLabel.formatter = shown;
      chart.setOption({
        animation: false, grid: { left: 64, right: 24, top: 32, bottom: 40 },
        xAxis: Object.assign(axis(t("report.column.n")), { nameLocation: "middle", nameGap: 26 }), yAxis: value,
        tooltip: { formatter: function (p) { return p.seriesType === "scatter" ? echarts.format.encodeHTML(p.data.name) + "<br>n = " + p.data.value[0] + " · " + shown(p.data.value[1]) : ""; } },
        series: [limit("limitLower95", "dashed"), limit("limitUpper95", "dashed"), limit("limitLower998", "solid"), limit("limitUpper998", "solid"),
          { type: "line", silent: true, symbol: "none", lineStyle: { color: quiet, width: 1, type: "dotted" }, data: sorted.map(function (row) { return [row.n, row.districtValue]; }) },
          { type: "scatter", symbolSize: 9, data: sorted.map(function (row) {
            var out = row.verdict === "high" || row.verdict === "low";
            return { value: [row.n, row.value], name: row.department || "", itemStyle: { color: colour(out ? "--error" : "--accent"), opacity: 0.8 } };
          }) }]
      });
      window.addEventListener("resize", function () { if (canvas.isConnected) { chart.resize(); } });
    });
  }

  return { scatter: scatter, funnel: funnel };
})();
