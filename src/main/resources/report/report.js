"use strict";
/* The report's frame: data that arrive, texts, tables, pages by their address. Everything that a form
   prints is set as text, never as markup. */
var jihe = (function () {
  var data = {}, waiting = {}, pages = {}, language = null;
  var PAGE_ROWS = 50;

  /** Called by every data file. */
  function take(name, value) {
    data[name] = value;
    var asked = waiting[name] || [];
    delete waiting[name];
    asked.forEach(function (then) { then(value); });
    if (data.texts && data.rules && data.index && !jihe.started) {
      jihe.started = true;
      start();
    }
  }

  /** Has a data file loaded, once. */
  function need(name, then) {
    if (data[name]) { then(data[name]); return; }
    if (waiting[name]) { waiting[name].push(then); return; }
    waiting[name] = [then];
    script("data/" + name + ".js", function () { show([el("p", {}, t("report.gone", { file: name }))]); });
  }

  function script(file, failed, done) {
    var node = document.createElement("script");
    node.src = file;
    node.onerror = failed;
    if (done) { node.onload = done; }
    document.body.appendChild(node);
  }

  function stored(key, value) {
    try {
      if (value !== undefined) { localStorage.setItem("jihe." + key, value); }
      return localStorage.getItem("jihe." + key);
    } catch (e) { return null; }
  }

  /** A text in the reader's language; values are filled in. */
  function t(key, values) {
    var texts = data.texts[language] || {};
    return fill(texts[key] === undefined ? key : texts[key], values || {});
  }

  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, function (whole, name) {
      return values[name] === undefined || values[name] === null ? whole : String(values[name]);
    });
  }

  function isKnown(key) { return data.texts[language][key] !== undefined; }

  /** An element with its attributes and what it holds: elements or texts. */
  function el(tag, attributes) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (value === null || value === undefined || value === false) { return; }
      if (name.slice(0, 2) === "on") { node.addEventListener(name.slice(2), value); }
      else { node.setAttribute(name, value === true ? "" : String(value)); }
    });
    add(node, Array.prototype.slice.call(arguments, 2));
    return node;
  }

  function add(node, what) {
    if (what === null || what === undefined || what === false) { return; }
    if (Array.isArray(what)) { what.forEach(function (one) { add(node, one); }); return; }
    node.appendChild(what.nodeType ? what : document.createTextNode(visible(String(what))));
  }

  /** What would turn or hide text on the page is shown as its code. */
  function visible(text) {
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      function (c) { return "\\u" + ("000" + c.charCodeAt(0).toString(16)).slice(-4); });
  }

  function show(content) {
    var main = document.getElementById("main");
    main.textContent = "";
    add(main, content);
  }

  function number(value, digits) {
    if (value === null || value === undefined || value === "") { return "—"; }
    return Number(value).toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }

  /** Yuan as 万元. */
  function money(value) { return value === null || value === undefined ? "—" : number(value / 10000, 2); }

  function percent(value) { return value === null || value === undefined ? "—" : number(value * 100, 2) + "%"; }

  function severity(name) {
    return el("span", { "class": "severity " + name }, t("summary.severity." + name.toLowerCase()));
  }

  function ruleTitle(id) {
    var rule = data.rules[id];
    return !rule ? id : language === "en" ? rule.en : rule.zh;
  }

  function message(finding) {
    var rule = data.rules[finding.rule];
    var pattern = !rule ? finding.rule : language === "en" ? rule.messageEn : rule.messageZh;
    return fill(pattern, finding.args || {});
  }

  /**
   * A table that is sorted, filtered and turned over by the reader, and saved as he sees it.
   * columns: title, value(row), show(row) where it differs, number, digits; search(row) is what is searched.
   */
  function table(options) {
    var rows = options.rows, sorted = options.sort || null, up = !!options.up, page = 0, words = "";
    var holder = el("div"), body = el("div"), count = el("span", { "class": "count", role: "status" });
    var search = el("input", { type: "search", placeholder: t("report.search"), "aria-label": t("report.search") });
    search.addEventListener("input", function () { words = search.value.trim().toLowerCase(); page = 0; draw(); });
    function found() {
      var all = rows.filter(function (row) { return !options.keep || options.keep(row); });
      if (words) {
        all = all.filter(function (row) {
          return words.split(/\s+/).every(function (word) { return options.search(row).toLowerCase().indexOf(word) >= 0; });
        });
      }
      if (sorted !== null) {
        var value = options.columns[sorted].value, sign = up ? 1 : -1;
        all = all.slice().sort(function (a, b) { return compare(value(a), value(b), sign); });
      }
      return all;
    }
    function draw() {
      var all = found(), from = page * PAGE_ROWS, part = all.slice(from, from + PAGE_ROWS);
      count.textContent = t("report.rows", { count: all.length });
      body.textContent = "";
      if (!all.length) { add(body, el("p", { "class": "quiet" }, options.empty || t("report.none"))); return; }
      var heads = options.columns.map(function (column, i) {
        var state = sorted === i ? (up ? "ascending" : "descending") : "none";
        return el("th", { scope: "col", "class": column.number ? "number" : null, "aria-sort": state },
          el("button", { "class": "plain", type: "button", onclick: function () {
            if (sorted === i) { up = !up; } else { sorted = i; up = !column.number; }
            page = 0;
            draw();
          } }, column.title));
      });
      add(body, el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": options.title },
        el("table", {}, el("caption", { "class": "unseen" }, options.title), el("thead", {}, el("tr", {}, heads)),
          el("tbody", {}, part.map(function (row) {
            return el("tr", {}, options.columns.map(function (column) {
              return el("td", { "class": column.number ? "number" : column.wide ? "name" : null },
                column.show ? column.show(row) : column.value(row));
            }));
          })))));
      if (all.length > PAGE_ROWS) {
        add(body, el("div", { "class": "pages" },
          el("button", { type: "button", disabled: page === 0, onclick: function () { page--; draw(); } }, t("report.before")),
          el("span", {}, t("report.page", { from: from + 1, to: from + part.length, count: all.length })),
          el("button", { type: "button", disabled: from + PAGE_ROWS >= all.length, onclick: function () { page++; draw(); } }, t("report.after"))));
      }
    }
    function save() {
      var lines = [options.columns.map(function (column) { return column.title; })].concat(found().map(function (row) {
        return options.columns.map(function (column) { return column.value(row); });
      }));
      csv(options.title + ".csv", lines);
    }
    add(holder, el("div", { "class": "controls" }, rows.length > 8 || options.filters ? search : null, options.filters || null,
      el("button", { type: "button", onclick: save }, t("report.csv")), count));
    add(holder, body);
    holder.redraw = function () { page = 0; draw(); };
    draw();
    return holder;
  }

  /** Views of one thing, of which one is shown at a time; left and right go from one to the next. */
  function tabs(views, body) {
    var bar = el("div", { "class": "tabs", role: "tablist" }, views.map(function (view, i) {
      return el("button", { type: "button", role: "tab", id: "tab-" + view[0], "aria-controls": "view", onclick: function () { choose(i); } }, view[1]);
    }));
    body.id = "view";
    body.setAttribute("role", "tabpanel");
    bar.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key], at = Array.prototype.indexOf.call(bar.children, document.activeElement);
      if (step && at >= 0) { var next = (at + step + views.length) % views.length; choose(next); bar.children[next].focus(); }
    });
    function choose(i) {
      Array.prototype.forEach.call(bar.children, function (tab, n) {
        tab.setAttribute("aria-selected", n === i ? "true" : "false");
        tab.setAttribute("tabindex", n === i ? "0" : "-1");
      });
      body.setAttribute("aria-labelledby", "tab-" + views[i][0]);
      body.textContent = "";
      add(body, views[i][2]());
    }
    choose(0);
    return bar;
  }

  function compare(a, b, sign) {
    var none = function (v) { return v === null || v === undefined || v === ""; };
    if (none(a) || none(b)) { return none(a) === none(b) ? 0 : none(a) ? 1 : -1; }
    if (typeof a === "number" && typeof b === "number") { return sign * (a - b); }
    return sign * String(a).localeCompare(String(b), "zh-CN");
  }

  /** Spreadsheets must not take a text for a formula. */
  function csv(name, lines) {
    var text = "\ufeff" + lines.map(function (line) {
      return line.map(function (value) {
        var cell = value === null || value === undefined ? "" : String(value);
        if (typeof value !== "number" && /^[\s]*[=+\-@＝＋－＠\t\r]/.test(cell) && !/^-?\d+(\.\d+)?%?$/.test(cell)) { cell = "'" + cell; }
        return /[",\r\n]/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
      }).join(",");
    }).join("\r\n") + "\r\n";
    var link = el("a", { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: name.replace(/[\\/:*?"<>|]/g, "_") });
    document.body.appendChild(link);
    link.click();
    link.remove();
  }

  /** Pages: address without what stands behind the first slash. */
  function page(name, draw) { pages[name] = draw; }

  var TABS = ["overview", "departments", "comparison", "outliers", "copies", "forms", "rules", "quality"];

  /** A report on one department alone does not compare it with others. */
  function tabsShown() {
    return TABS.filter(function (tab) { return !data.index.alone || (tab !== "comparison" && tab !== "outliers"); });
  }

  function frame(current) {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = t("report.title");
    var skip = document.getElementById("skip");
    skip.textContent = t("report.skip");
    var top = document.getElementById("top");
    top.textContent = "";
    add(top, el("div", { "class": "bar" }, el("a", { "class": "brand", href: "#/overview" }, t("report.title")),
      el("nav", { "aria-label": t("report.pages") }, tabsShown().map(function (tab) {
        return el("a", { href: "#/" + tab, "aria-current": tab === current ? "page" : null }, t("report.tab." + tab));
      })),
      el("div", { "class": "tools" },
        el("button", { type: "button", onclick: function () { window.print(); } }, t("report.print")),
        el("button", { type: "button", onclick: theme }, t("report.theme")),
        el("button", { type: "button", lang: language === "en" ? "zh-CN" : "en", onclick: function () {
          language = language === "en" ? "zh" : "en";
          stored("language", language);
          route();
        } }, language === "en" ? "中文" : "English"))));
    var foot = document.getElementById("foot");
    foot.textContent = "";
    add(foot, t("report.foot", { run: data.index.run, program: data.index.program }));
  }

  function theme() {
    var root = document.documentElement;
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    stored("theme", root.dataset.theme);
    route();
  }

  function route() {
    var parts = (location.hash.replace(/^#\/?/, "") || "overview").split("/").map(function (part) {
      try { return decodeURIComponent(part); } catch (e) { return part; }
    });
    if (!pages[parts[0]]) { if (location.hash === "#main") { return; } parts = ["overview"]; }
    var tab = { department: "departments", form: "forms", rule: "rules" }[parts[0]] || parts[0];
    frame(tab);
    show([]);
    window.scrollTo(0, 0);
    pages[parts[0]].apply(null, parts.slice(1));
  }

  function start() {
    var chosen = stored("language");
    language = chosen === "zh" || chosen === "en" ? chosen : data.index.language === "en" ? "en" : "zh";
    var painted = stored("theme");
    if (painted === "dark" || painted === "light") { document.documentElement.dataset.theme = painted; }
    window.addEventListener("hashchange", route);
    route();
  }

  return {
    take: take, need: need, script: script, t: t, isKnown: isKnown, el: el, show: show, table: table, page: page, number: number, tabs: tabs,
    money: money, percent: percent, severity: severity, ruleTitle: ruleTitle, message: message, fill: fill, add: add,
    data: data, language: function () { return language; }, started: false
  };
})();

/* The pages about many forms. */
(function () {
  var t = jihe.t, el = jihe.el;
  /** Where things stand in a form's line. */
  var F = { id: 0, piece: 1, project: 2, agency: 3, original: 4, budget: 5, spent: 6, score: 7, low: 8, high: 9, over: 10,
    errors: 11, doubts: 12, notes: 13, guesses: 14, grade: 15, kind: 16, waived: 17, priority: 18 };

  /** Forms that are shown as the first to look at. */
  var FIRST = 10;

  function departments() { return jihe.data.index.departments; }

  function named(one) { return (one.department || t("report.unnamed")) + " " + (one.year || ""); }

  function sum(what, of) { return (of || departments()).reduce(function (all, one) { return all + (one[what] || 0); }, 0); }

  function figure(title, value, unit, remark) {
    return el("div", { "class": "figure" }, el("dt", {}, title), el("dd", {}, value, unit ? el("small", {}, unit) : null),
      (Array.isArray(remark) ? remark : [remark]).map(function (one) { return one ? el("dd", { "class": "note" }, one) : null; }));
  }

  function rate(of) {
    var budget = 0, spent = 0;
    of.forEach(function (one) { if (one.rate !== null) { budget += one.budget; spent += one.budget * one.rate; } });
    return budget ? spent / budget : null;
  }

  function mean(of) {
    var all = 0, n = 0;
    of.forEach(function (one) { if (one.score !== null) { all += one.score * one.scored; n += one.scored; } });
    return n ? all / n : null;
  }

  /**
   * Key figures of some departments of one year.
   * total: the year's figures over all departments, where it is about all of them; before: departments of the year before
   */
  function figures(of, total, before, totalBefore) {
    var now = total || added(of), then = totalBefore || (before && before.length ? added(before) : null);
    var cancelled = sum("cancelled", of);
    function last(value) { return then ? t("report.lastYear", { value: value(then) }) : ""; }
    return el("dl", { "class": "figures" },
      figure(t("report.figure.forms"), jihe.number(sum("forms", of), 0), t("report.unit.forms"),
        [before && before.length ? t("report.lastYear", { value: jihe.number(sum("forms", before), 0) }) : "", cancelled ? t("report.cancelled", { count: cancelled }) : ""]),
      figure(t("report.figure.budget"), jihe.money(now.finalBudget), t("report.unit.money"),
        [last(function (one) { return jihe.money(one.finalBudget); }), now.unknownAmounts ? t("report.unknown", { count: now.unknownAmounts }) : ""]),
      figure(t("report.figure.rate"), jihe.percent(now.executionRate), "",
        [last(function (one) { return jihe.percent(one.executionRate); }), t("report.figure.spent", { amount: jihe.money(now.actualExpenditure) })]),
      figure(t("report.figure.score"), jihe.number(now.scoreMean, 2), t("report.unit.points"),
        [last(function (one) { return jihe.number(one.scoreMean, 2); }), t("report.figure.over", { count: sum("over", of) })]),
      figure(t("report.figure.errors"), jihe.number(sum("errors", of), 0), t("report.unit.findings"),
        [before && before.length ? t("report.lastYear", { value: jihe.number(sum("errors", before), 0) }) : "", t("report.figure.withError", { count: sum("withError", of) })]),
      figure(t("report.figure.doubts"), jihe.number(sum("doubts", of), 0), t("report.unit.findings"),
        [before && before.length ? t("report.lastYear", { value: jihe.number(sum("doubts", before), 0) }) : "", t("report.figure.notes", { notes: sum("notes", of), waived: sum("waived", of) })]));
  }

  /** The same figures where there is no table of them: departments added up. */
  function added(of) {
    return { finalBudget: sum("budget", of), actualExpenditure: sum("spent", of), executionRate: rate(of), scoreMean: mean(of), unknownAmounts: sum("unknown", of) };
  }

  /** What the figures rest on comes before them. */
  function account(of, own) {
    var guesses = sum("guesses", of), quarantined = own ? sum("quarantined", of) : jihe.data.index.quarantined, parts = [];
    if (quarantined) { parts.push(el("a", { href: own ? "#/department/" + of[0].key + "/unread" : "#/quality" }, t("report.account.quarantine", { count: quarantined }))); }
    if (guesses) { parts.push(el("a", { href: "#/quality" }, t("report.account.guesses", { count: guesses }))); }
    return el("div", { "class": "account" + (parts.length ? " open" : "") }, t("report.account"), " ",
      parts.length ? parts.map(function (one, i) { return [i ? t("report.and") : "", one]; }) : t("report.account.none"));
  }

  function departmentTable(of) {
    return jihe.table({
      title: t("report.tab.departments"), rows: of, sort: 5, search: named,
      columns: [
        { title: t("report.column.department"), wide: true, value: function (d) { return d.department || t("report.unnamed"); },
          show: function (d) { return el("a", { href: "#/department/" + d.key }, d.department || t("report.unnamed")); } },
        { title: t("report.column.year"), number: true, value: function (d) { return d.year; } },
        { title: t("report.column.forms"), number: true, value: function (d) { return d.forms; } },
        { title: t("report.column.budget"), number: true, value: function (d) { return d.budget; }, show: function (d) { return jihe.money(d.budget); } },
        { title: t("report.column.rate"), number: true, value: function (d) { return d.rate; }, show: function (d) { return jihe.percent(d.rate); } },
        { title: t("report.column.errorsPerForm"), number: true, value: function (d) { return d.forms ? d.errors / d.forms : null; },
          show: function (d) { return d.forms ? jihe.number(d.errors / d.forms, 2) : "—"; } },
        { title: t("summary.severity.error"), number: true, value: function (d) { return d.errors; } },
        { title: t("summary.severity.doubt"), number: true, value: function (d) { return d.doubts; } },
        { title: t("report.column.score"), number: true, value: function (d) { return d.score; }, show: function (d) { return jihe.number(d.score, 2); } },
        { title: t("report.column.over"), number: true, value: function (d) { return d.over; } },
        { title: t("report.column.guesses"), number: true, value: function (d) { return d.guesses; } }
      ]
    });
  }

  function formTable(rows, several) {
    var withDepartment = several && departments().length > 1;
    var filter = el("select", { "aria-label": t("report.filter") },
      ["all", "errors", "over", "guesses", "low"].map(function (value) { return el("option", { value: value }, t("report.filter." + value)); }));
    var columns = [
      { title: t("report.column.project"), wide: true, value: function (r) { return r.form[F.project] || t("report.unnamed"); },
        show: function (r) { return el("a", { href: "#/form/" + encodeURIComponent(r.form[F.id]) + "/" + r.dossier.key }, r.form[F.project] || t("report.unnamed")); } },
      { title: withDepartment ? t("report.column.department") : t("report.column.agency"), wide: true,
        value: function (r) { return withDepartment ? named(r.dossier) : r.form[F.agency] || ""; } },
      { title: t("report.column.budget"), number: true, value: function (r) { return r.form[F.budget]; }, show: function (r) { return jihe.money(r.form[F.budget]); } },
      { title: t("report.column.rate"), number: true, value: formRate, show: function (r) { return jihe.percent(formRate(r)); } },
      { title: t("report.column.claimed"), number: true, value: function (r) { return r.form[F.score]; }, show: function (r) { return jihe.number(r.form[F.score], 2); } },
      { title: t("report.column.supported"), number: true, value: function (r) { return r.form[F.high]; },
        show: function (r) { return r.form[F.high] === null ? "—" : r.form[F.low] === r.form[F.high] ? jihe.number(r.form[F.high], 2) : jihe.number(r.form[F.low], 2) + "–" + jihe.number(r.form[F.high], 2); } },
      { title: t("summary.severity.error"), number: true, value: function (r) { return r.form[F.errors]; } },
      { title: t("summary.severity.doubt"), number: true, value: function (r) { return r.form[F.doubts]; } },
      { title: t("summary.severity.note"), number: true, value: function (r) { return r.form[F.notes]; } },
      { title: t("report.column.priority"), number: true, value: function (r) { return r.form[F.priority]; }, show: function (r) { return jihe.number(r.form[F.priority], 1); } }
    ];
    var table = jihe.table({
      title: t("report.tab.forms"), rows: rows, sort: 9, filters: filter, columns: columns,
      search: function (r) { return (r.form[F.project] || "") + " " + (r.form[F.agency] || "") + " " + named(r.dossier) + " " + r.form[F.id]; },
      keep: function (r) {
        switch (filter.value) {
          case "errors": return r.form[F.errors] > 0;
          case "over": return r.form[F.over] > 0.5;
          case "guesses": return r.form[F.guesses] > 0;
          case "low": return formRate(r) !== null && formRate(r) < 0.8;
          default: return true;
        }
      }
    });
    filter.addEventListener("change", function () { table.redraw(); });
    return table;
  }

  function formRate(r) { return r.form[F.budget] > 0 && r.form[F.spent] !== null ? r.form[F.spent] / r.form[F.budget] : null; }

  function rulesOf(counts) {
    var most = 0, ids = Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a] || a.localeCompare(b); });
    ids.forEach(function (id) { most = Math.max(most, counts[id]); });
    return el("div", { "class": "bars" }, ids.slice(0, 15).map(function (id) {
      return [el("a", { href: "#/rule/" + id }, jihe.ruleTitle(id)),
        el("div", { "class": "track" }, el("div", { "class": "fill", style: "width:" + (100 * counts[id] / most) + "%" })),
        el("span", { "class": "number" }, counts[id])];
    }));
  }

  /**
   * Loads the lists of departments, the ones with the most urgent forms first, up to a number of forms. The FIRST
   * most urgent forms of all are in the FIRST departments in that order, so that these are always loaded.
   */
  function lists(of, most, then) {
    var chosen = [], forms = 0;
    of.slice().sort(function (a, b) { return b.priority - a.priority || b.errors - a.errors; }).forEach(function (one) {
      if (forms < most || chosen.length < FIRST) { chosen.push(one); forms += one.forms; }
    });
    var left = chosen.length, all = {};
    if (!left) { then(all, chosen); return; }
    chosen.forEach(function (one) {
      jihe.need("departments/" + one.key, function (list) {
        all[one.key] = list;
        if (--left === 0) { then(all, chosen); }
      });
    });
  }

  function rowsOf(all, chosen) {
    var rows = [];
    chosen.forEach(function (one) {
      all[one.key].forms.forEach(function (form) { rows.push({ dossier: one, form: form }); });
    });
    return rows;
  }

  /** The years that there are forms of, the latest first. */
  function years() {
    var all = {};
    departments().forEach(function (one) { if (one.year) { all[one.year] = true; } });
    return Object.keys(all).map(Number).sort(function (a, b) { return b - a; });
  }

  function ofYear(year) { return departments().filter(function (one) { return one.year === year; }); }

  function total(year) { return jihe.data.index.years.filter(function (one) { return one.year === year; })[0] || null; }

  function together(of, what) {
    var all = {};
    of.forEach(function (one) { Object.keys(one[what]).forEach(function (name) { all[name] = (all[name] || 0) + one[what][name]; }); });
    return all;
  }

  jihe.page("overview", function (wanted) {
    var known = years(), year = known.indexOf(Number(wanted)) >= 0 ? Number(wanted) : known[0];
    var of = known.length ? ofYear(year) : departments(), before = known.length ? ofYear(year - 1) : [];
    var yearless = known.length ? departments().filter(function (one) { return !one.year; }) : [];
    var worst = el("div"), plot = el("div"), rules = el("div"), owners = {};
    of.forEach(function (one) { owners[one.owner || one.key] = 1; });
    jihe.show([
      el("h1", {}, t("report.overview.title", { years: year || "" })),
      el("p", { "class": "sub" }, t("report.overview.sub", { departments: Object.keys(owners).length, forms: sum("forms", of) })),
      known.length > 1 ? el("div", { "class": "controls" }, el("label", {}, t("report.year"), " ", el("select", { onchange: function (event) { location.hash = "#/overview/" + event.target.value; } },
        known.map(function (one) { return el("option", { value: one, selected: one === year }, one); })))) : null,
      account(of), figures(of, total(year), before, total(year - 1)),
      sum("forms", yearless) ? el("p", { "class": "quiet" }, t("report.noYear", { count: sum("forms", yearless) })) : null,
      el("h2", {}, t("report.first")), worst,
      el("div", { "class": "columns" },
        el("section", {}, el("h2", {}, t("report.scatter")), plot),
        el("section", {}, el("h2", {}, t("report.byRule")), rules)),
      el("div", { "class": "columns" },
        el("section", {}, el("h2", {}, t("report.grades")), gradeBars(together(of, "grades"), together(of, "gradeMoney"))),
        el("section", {}, el("h2", {}, t("report.bands")), bandBars(together(of, "bands")))),
      el("h2", {}, t("report.tab.departments")), departmentTable(of)]);
    jihe.need("byrule", function (all) {
      var counts = {};
      Object.keys(all).forEach(function (id) { places(all[id], function (one, count) { if (of.indexOf(one) >= 0) { counts[id] = (counts[id] || 0) + count; } }); });
      jihe.add(rules, rulesOf(counts));
    });
    lists(of, 3000, function (all, chosen) {
      var rows = rowsOf(all, chosen);
      jihe.add(worst, first(rows));
      jihe.add(plot, rows.length < sum("forms", of) ? el("p", { "class": "quiet" }, t("report.part", { count: rows.length })) : null);
      jihe.charts.scatter(plot, rows.filter(function (r) { return formRate(r) !== null && r.form[F.score] !== null; }).map(function (r) {
        return { x: formRate(r) * 100, y: r.form[F.score], name: r.form[F.project], address: "#/form/" + encodeURIComponent(r.form[F.id]) + "/" + r.dossier.key, error: r.form[F.errors] > 0 };
      }));
    });
  });

  /** Departments with a count each, as the list by rule has them: place, count, place, count. */
  function places(pairs, take) {
    for (var i = 0; i + 1 < pairs.length; i += 2) { take(departments()[pairs[i]], pairs[i + 1]); }
  }

  function gradeBars(grades, money) {
    var order = ["优", "良", "中", "差"], names = Object.keys(grades).sort(function (a, b) { return order.indexOf(a) - order.indexOf(b); });
    return bars(names, grades, function (g) { return g; }, function (g) { return t("report.grade.says", { count: grades[g], money: jihe.money(money[g] || 0) }); });
  }

  function bandBars(bands) {
    function from(band) { return band === "noBudget" ? 1e9 : Number(band.replace(/[^\d.].*$/, "") || band.replace(/^\D+/, "").replace(/\D.*$/, "")) + (/^\(/.test(band) ? 0.5 : 0); }
    var names = Object.keys(bands).sort(function (a, b) { return from(a) - from(b); });
    return bars(names, bands, function (band) { return band === "noBudget" ? t("report.band.noBudget") : band.replace(/,/, "–").replace(/[\[\]()]/g, "").replace("100–∞", "> 100") + "%"; }, function (band) { return bands[band]; });
  }

  function bars(names, counts, name, value) {
    var most = Math.max.apply(null, names.map(function (one) { return counts[one]; }).concat([1]));
    return names.length ? el("div", { "class": "bars" }, names.map(function (one) {
      return [el("span", {}, name(one)), el("div", { "class": "track" }, el("div", { "class": "fill", style: "width:" + (100 * counts[one] / most) + "%" })),
        el("span", { "class": "number" }, value(one))];
    })) : el("p", { "class": "quiet" }, t("report.none"));
  }

  /** The forms that a person should look at first. */
  function first(rows) {
    var top = rows.slice().sort(function (a, b) { return (b.form[F.priority] || 0) - (a.form[F.priority] || 0); }).slice(0, FIRST), several = departments().length > 1;
    var numbers = ["budget", "claimed", "supported"];
    return el("div", { "class": "scroll", tabindex: "0", role: "region", "aria-label": t("report.first") }, el("table", {}, el("thead", {}, el("tr", {},
      ["project", several ? "department" : "", "budget", "claimed", "supported", "found"].filter(Boolean).map(function (name) {
        return el("th", { scope: "col", "class": numbers.indexOf(name) >= 0 ? "number" : null }, t("report.column." + name));
      }))), el("tbody", {}, top.map(function (r) {
        return el("tr", {}, el("td", { "class": "name" }, el("a", { href: "#/form/" + encodeURIComponent(r.form[F.id]) + "/" + r.dossier.key }, r.form[F.project] || t("report.unnamed"))),
          several ? el("td", {}, named(r.dossier)) : null, el("td", { "class": "number" }, jihe.money(r.form[F.budget])),
          el("td", { "class": "number" }, jihe.number(r.form[F.score], 2)),
          el("td", { "class": "number" }, r.form[F.high] === null ? "—" : r.form[F.low] === r.form[F.high] ? jihe.number(r.form[F.high], 2) : jihe.number(r.form[F.low], 2) + "–" + jihe.number(r.form[F.high], 2)),
          el("td", {}, counts(r.form)));
      }))));
  }

  function counts(form) {
    return [["ERROR", F.errors], ["DOUBT", F.doubts], ["NOTE", F.notes]].filter(function (one) { return form[one[1]]; }).map(function (one, i) {
      return [i ? " · " : "", jihe.severity(one[0]), " " + form[one[1]]];
    });
  }

  jihe.page("departments", function () {
    jihe.show([el("h1", {}, t("report.tab.departments")), account(departments()), departmentTable(departments())]);
  });

  jihe.page("department", function (key, part) {
    var one = departments().filter(function (each) { return each.key === key; })[0];
    if (!one) { jihe.show([el("h1", {}, t("report.nothing"))]); return; }
    jihe.need("departments/" + key, function (list) {
      var rows = list.forms.map(function (form) { return { dossier: one, form: form }; });
      var others = departments().filter(function (each) { return each.owner && each.owner === one.owner && each.key !== key; });
      var before = others.filter(function (each) { return one.year && each.year === one.year - 1; });
      var files = el("div"), unread = el("div", { id: "unread" });
      jihe.show([
        el("p", { "class": "crumbs" }, el("a", { href: "#/departments" }, t("report.tab.departments"))),
        el("h1", {}, named(one)),
        others.length ? el("p", { "class": "sub" }, t("report.otherYears"), " ", others.map(function (each, i) {
          return [i ? " · " : "", el("a", { href: "#/department/" + each.key }, each.year || "—")]; })) : null,
        account([one], true), figures([one], null, before), files,
        list.changes ? changed(list.changes, key) : null,
        list.together.length ? [el("h2", {}, t("report.together")), list.together.map(function (f) { return jihe.finding(f, key); })] : null,
        el("h2", {}, t("report.tab.forms")), formTable(rows, false),
        el("h2", {}, t("report.byRule")), rulesOf(list.rules),
        unread,
        el("div", { "class": "columns" },
          el("section", {}, el("h2", {}, t("report.grades")), gradeBars(one.grades, one.gradeMoney)),
          el("section", {}, el("h2", {}, t("report.bands")), bandBars(one.bands)))]);
      if (!jihe.data.index.alone) { jihe.need("deliveries", function (all) { jihe.add(files, delivered(one, all[key] || {})); }); }
      if (one.quarantined) {
        jihe.need("quality", function (quality) {
          jihe.add(unread, [el("h2", {}, t("report.quarantine")), unreadTable(quality.quarantine.filter(function (q) { return q.dossier === key; }))]);
          if (part === "unread") { unread.scrollIntoView(); }
        });
      }
    });
  });

  /** What became of the findings since the run before. */
  function changed(changes, key) {
    function lines(form, list, kind) {
      return list.map(function (one) {
        return { form: form, kind: kind, one: one };
      });
    }
    var rows = [];
    changes.forms.forEach(function (form) { rows = rows.concat(lines(form, form.resolved, "resolved"), lines(form, form.added, "added")); });
    return [el("h2", {}, t("report.changes")), el("p", {}, t("report.changes.says", changes)),
      rows.length ? el("details", {}, el("summary", {}, t("report.changes.show")), jihe.table({
        title: t("report.changes"), rows: rows, search: function (r) { return (r.form.project || "") + " " + r.one.text; }, columns: [
          { title: t("report.changes.kind"), value: function (r) { return t("report.changes." + r.kind); }, show: function (r) { return el("span", { "class": r.kind === "resolved" ? "good" : "severity " + r.one.severity }, t("report.changes." + r.kind)); } },
          { title: t("report.column.project"), wide: true, value: function (r) { return r.form.project; },
            show: function (r) { return r.form.there && r.form.id ? el("a", { href: "#/form/" + encodeURIComponent(r.form.id) + "/" + key }, r.form.project || t("report.unnamed")) : r.form.project || "—"; } },
          { title: t("report.column.rule"), value: function (r) { return jihe.ruleTitle(r.one.rule); } },
          { title: t("report.column.sentence"), wide: true, value: function (r) { return r.one.text; } }] })) : null];
  }

  /** What has been drawn up for the department, and how what else is. */
  function delivered(one, files) {
    var name = one.department ? "'" + one.department.replace(/'/g, "'\\''") + "'" : "…";
    var states = files.states ? Object.keys(files.states).map(function (state) { return state + " " + files.states[state]; }).join("，") : "";
    return [el("h2", {}, t("report.files")), el("ul", { "class": "files" },
      files.list ? el("li", {}, el("a", { href: "../workbooks/" + encodeURIComponent(files.list) }, t("report.files.list"))) : null,
      states ? el("li", {}, t("report.states"), states, " · ", el("a", { href: "../" + encodeURIComponent("整改台账.csv") }, t("report.files.ledger"))) : null,
      el("li", {}, t("report.files.letter"), el("code", {}, "jihe letters --department " + name)),
      el("li", {}, t("report.files.alone"), el("code", {}, "jihe report department " + name + " --out …")))];
  }

  function unreadTable(entries) {
    return jihe.table({
      title: t("report.quarantine"), rows: entries, search: function (q) { return q.file + " " + q.excerpt; },
      columns: [
        { title: t("report.column.file"), wide: true, value: function (q) { return q.place || q.file; } },
        { title: t("report.column.reason"), wide: true, value: function (q) { return t("quarantine." + q.reason) + (q.detail ? "（" + q.detail + "）" : ""); } },
        { title: t("report.remedy"), wide: true, value: function (q) { return t("quarantine." + q.reason + ".remedy"); } },
        { title: t("report.column.excerpt"), wide: true, value: function (q) { return q.excerpt; } }]
    });
  }

  /** Rules by which several forms say the same. */
  var COPIES = ["AchievementReused", "ClonedIndicatorSet", "ExplanationReused", "DuplicateProject"];

  jihe.page("copies", function () {
    var holder = el("div", {}, t("report.loading"));
    jihe.show([el("h1", {}, t("report.tab.copies")), el("p", { "class": "sub" }, t("report.copies.sub")), holder]);
    jihe.need("byrule", function (counted) {
      var some = {}, of = [];
      COPIES.forEach(function (id) { places(counted[id] || [], function (one) { if (!some[one.key]) { some[one.key] = true; of.push(one); } }); });
      lists(of, 20000, function (all, chosen) {
        var rows = [];
        chosen.forEach(function (one) {
          all[one.key].together.forEach(function (f) { if (COPIES.indexOf(f.rule) >= 0) { rows.push({ dossier: one, finding: f }); } });
        });
        holder.textContent = "";
        jihe.add(holder, [chosen.length < of.length ? el("p", { "class": "quiet" }, t("report.part", { count: sum("forms", chosen) })) : null,
          rows.length ? jihe.table({ title: t("report.tab.copies"), rows: rows, sort: 3, search: function (r) { return named(r.dossier) + " " + jihe.message(r.finding) + " " + jihe.ruleTitle(r.finding.rule); }, columns: [
            { title: t("report.column.rule"), value: function (r) { return jihe.ruleTitle(r.finding.rule); }, show: function (r) { return el("a", { href: "#/rule/" + r.finding.rule }, jihe.ruleTitle(r.finding.rule)); } },
            { title: t("report.column.department"), wide: true, value: function (r) { return named(r.dossier); }, show: function (r) { return el("a", { href: "#/department/" + r.dossier.key }, named(r.dossier)); } },
            { title: t("report.column.sentence"), wide: true, value: function (r) { return jihe.message(r.finding); } },
            { title: t("report.column.forms"), number: true, value: function (r) { return (r.finding.related || []).length; },
              show: function (r) { return jihe.related(r.finding, r.dossier.key); } }] })
            : el("p", { "class": "good" }, t("report.copies.none"))]);
      });
    });
  });

  jihe.page("forms", function (extent) {
    var holder = el("div", {}, t("report.loading")), total = sum("forms");
    jihe.show([el("h1", {}, t("report.tab.forms")), holder]);
    // Who wants to wait for all of them says so.
    lists(departments(), extent === "all" ? 1e9 : 3000, function (all, chosen) {
      var rows = rowsOf(all, chosen);
      holder.textContent = "";
      jihe.add(holder, [rows.length < total ? el("p", { "class": "quiet" }, t("report.part", { count: rows.length }), " ",
        el("a", { href: "#/forms/all" }, t("report.part.all", { count: total }))) : null, formTable(rows, true)]);
    });
  });

  jihe.page("rules", function () {
    jihe.need("byrule", function (all) {
      var counts = {};
      Object.keys(all).forEach(function (id) { places(all[id], function (one, count) { counts[id] = (counts[id] || 0) + count; }); });
      jihe.show([el("h1", {}, t("report.tab.rules")), jihe.table({
        title: t("report.tab.rules"), rows: Object.keys(jihe.data.rules), sort: 2,
        search: function (id) { return id + " " + jihe.data.rules[id].zh + " " + jihe.data.rules[id].en; },
        columns: [
          { title: t("report.column.rule"), wide: true, value: function (id) { return jihe.ruleTitle(id); }, show: function (id) { return [el("a", { href: "#/rule/" + id }, jihe.ruleTitle(id)), el("div", {}, el("code", {}, id))]; } },
          { title: t("report.column.severity"), value: function (id) { return t("summary.severity." + jihe.data.rules[id].severity.toLowerCase()); }, show: function (id) { return jihe.severity(jihe.data.rules[id].severity); } },
          { title: t("report.column.findings"), number: true, value: function (id) { return counts[id] || 0; } },
          { title: t("report.column.basis"), wide: true, value: function (id) { return jihe.data.rules[id].basis; } }
        ]
      })]);
    });
  });

  jihe.page("rule", function (id) {
    var rule = jihe.data.rules[id];
    if (!rule) { jihe.show([el("h1", {}, t("report.nothing"))]); return; }
    var where = el("div", {}, t("report.loading"));
    jihe.show([el("p", { "class": "crumbs" }, el("a", { href: "#/rules" }, t("report.tab.rules"))),
      el("h1", {}, jihe.ruleTitle(id)), el("p", { "class": "sub" }, jihe.severity(rule.severity), " ", el("code", {}, id)),
      el("h2", { "class": "minor" }, t("report.column.basis")), el("p", {}, rule.basis), el("h2", { "class": "minor" }, t("report.remedy")), el("p", {}, rule.remedy),
      el("h2", { "class": "minor" }, t("report.says")), el("p", { "class": "quiet" }, jihe.language() === "en" ? rule.messageEn : rule.messageZh),
      el("h2", {}, t("report.where")), where]);
    jihe.need("byrule", function (all) {
      var rows = [];
      places(all[id] || [], function (one, count) { rows.push({ dossier: one, count: count }); });
      where.textContent = "";
      jihe.add(where, jihe.table({ title: t("report.where"), rows: rows, sort: 1, search: function (r) { return named(r.dossier); }, columns: [
        { title: t("report.column.department"), wide: true, value: function (r) { return named(r.dossier); }, show: function (r) { return el("a", { href: "#/department/" + r.dossier.key }, named(r.dossier)); } },
        { title: t("report.column.findings"), number: true, value: function (r) { return r.count; } }] }));
    });
  });

  jihe.page("quality", function () {
    var guessed = el("div", {}, t("report.loading"));
    jihe.need("quality", function (quality) {
      jihe.show([el("h1", {}, t("report.tab.quality")),
        el("h2", {}, t("report.quarantine")),
        quality.quarantine.length ? unreadTable(quality.quarantine) : el("p", { "class": "good" }, t("report.quarantine.none")),
        el("h2", {}, t("report.guesses")), el("p", { "class": "quiet" }, t("report.guesses.sub")), guessed]);
      var some = departments().filter(function (one) { return one.guesses; });
      lists(some, 20000, function (all, chosen) {
        var rows = rowsOf(all, chosen).filter(function (r) { return r.form[F.guesses]; });
        guessed.textContent = "";
        jihe.add(guessed, chosen.length < some.length ? el("p", { "class": "quiet" }, t("report.part", { count: sum("forms", chosen) })) : null);
        jihe.add(guessed, rows.length ? jihe.table({ title: t("report.guesses"), rows: rows, sort: 2,
          search: function (r) { return (r.form[F.project] || "") + named(r.dossier); },
          columns: [
            { title: t("report.column.project"), wide: true, value: function (r) { return r.form[F.project]; }, show: function (r) { return el("a", { href: "#/form/" + encodeURIComponent(r.form[F.id]) + "/" + r.dossier.key }, r.form[F.project] || t("report.unnamed")); } },
            { title: t("report.column.department"), wide: true, value: function (r) { return named(r.dossier); } },
            { title: t("report.column.guesses"), number: true, value: function (r) { return r.form[F.guesses]; } }] })
          : el("p", { "class": "good" }, t("report.guesses.none")));
      });
    });
  });

  jihe.F = F;
  jihe.named = named;
  jihe.departments = departments;
})();
