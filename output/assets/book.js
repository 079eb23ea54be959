// Remembers the theme. The choice itself works by the style sheet alone.
(() => {
  "use strict";
  const page = document.documentElement;
  const radios = [...document.querySelectorAll('input[name="theme"]')];
  const show = (theme) => {
    page.dataset.theme = theme;
    for (const radio of radios) radio.checked = radio.value === theme;
  };
  // A page from a file may have no storage; then the choice lasts as long as the page.
  const remember = (theme) => {
    try { localStorage.setItem("regbook-theme", theme); } catch {}
  };
  show(page.dataset.theme ?? "auto");
  for (const radio of radios) {
    radio.addEventListener("change", () => {
      show(radio.value);
      remember(radio.value);
    });
  }
  // Another window of the book.
  addEventListener("storage", (event) => {
    if (event.key === "regbook-theme") show(event.newValue ?? "auto");
  });
})();

// Marks the section that is being read in the contents, and keeps the mark in view there.
(() => {
  "use strict";
  const sidebar = document.querySelector(".sidebar");
  if (!sidebar) return;
  const page = sidebar.querySelector('[aria-current="page"]');
  if (page) {
    // Not by scrollIntoView, which would move the page, too.
    const below = page.getBoundingClientRect().bottom - sidebar.getBoundingClientRect().top;
    const seen = Math.min(sidebar.clientHeight, innerHeight - sidebar.getBoundingClientRect().top);
    if (below > seen) sidebar.scrollTop = below - seen / 2;
  }
  const links = new Map();
  for (const link of sidebar.querySelectorAll(".sections a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (links.size === 0) return;
  let current;
  function mark() {
    let reached;
    for (const [heading, link] of links) {
      if (heading.getBoundingClientRect().top > innerHeight / 4) break;
      reached = link;
    }
    // At the end of the page the last section is read, however short it is.
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    if (isAtEnd && scrollY > 0) reached = [...links.values()].at(-1);
    if (reached === current) return;
    current?.removeAttribute("aria-current");
    reached?.setAttribute("aria-current", "location");
    current = reached;
  }
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  mark();
})();

// What scrolls inside itself is a stop of the keyboard; what fits need not be.
(() => {
  "use strict";
  const regions = document.querySelectorAll(".scroll[aria-label], .equation[aria-label], .math.long");
  const look = (region) => {
    const hidden = region.scrollWidth - region.clientWidth;
    const scrolls = hidden > 1 || region.scrollHeight > region.clientHeight + 1;
    if (scrolls) region.tabIndex = 0; else region.removeAttribute("tabindex");
    // Phones hide their scrollbars: the edge where it goes on fades.
    region.classList.toggle("more-right", hidden - Math.abs(region.scrollLeft) > 1);
  };
  const observer = new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target)));
  for (const region of regions) {
    observer.observe(region);
    region.addEventListener("scroll", () => look(region), { passive: true });
  }
  // A button may have come beside a code's lines, and a formula is as wide as its letters, which come late.
  addEventListener("load", () => regions.forEach(look));
  document.fonts?.addEventListener("loadingdone", () => regions.forEach(look));
})();

// Puts a button beside code that copies it, and says so.
(() => {
  "use strict";
  if (!navigator.clipboard && !document.execCommand) return;
  const status = document.createElement("div");
  status.className = "unseen";
  status.setAttribute("role", "status");
  document.body.append(status);

  // Pages from files are no secure context in every browser, so there is an old way beside the new.
  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: text, className: "unseen" });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }
  for (const code of document.querySelectorAll(".code > pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const label = code.closest(".code").getAttribute("aria-label") ?? "code";
    button.setAttribute("aria-label", "Copy: " + label);
    button.addEventListener("click", async () => {
      await copy(code.textContent + "\n");
      button.textContent = status.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; status.textContent = ""; }, 2000);
    });
    code.closest(".code").before(button);
  }
})();

// A link to a filter of the ledger, claims.html#verdict-is-refuted, chooses it.
(() => {
  "use strict";
  const choose = () => {
    const radio = document.querySelector(".filters")?.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (radio) radio.checked = true;
  };
  choose();
  addEventListener("hashchange", choose);
})();

// Search over the whole book. The index is loaded when it is first wanted, as a script, because pages
// from files may load nothing else.
(() => {
  "use strict";
  const opener = document.querySelector(".search-open");
  if (!opener) return;
  const root = document.querySelector("script[data-root]").dataset.root;
  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const field = element("input", { type: "search", id: "search-field", autocomplete: "off", spellcheck: false });
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = element("ol", { className: "search-results" });
  const slash = element("input", { type: "checkbox", id: "search-slash" });
  const close = element("button", { type: "button", className: "search-close", textContent: "Close" });
  const dialog = element("dialog", { className: "search" },
    element("div", { className: "search-line" },
      element("label", { htmlFor: "search-field", textContent: "Search the book" }), field, close),
    status, list,
    element("div", { className: "search-keys" },
      element("span", { textContent: "↓ ↑ choose · Enter opens · Esc closes" }),
      element("label", {}, slash, " / opens the search")));
  dialog.setAttribute("aria-label", "Search");
  document.body.append(dialog);

  // Who speaks to the machine types letters unawares, so that the key can be switched off; a page from a
  // file may have no storage, and then it lasts as long as the page.
  const showSlash = () => { opener.querySelector("kbd").textContent = slash.checked ? "/" : "Ctrl K"; };
  slash.checked = true;
  try { slash.checked = localStorage.getItem("regbook-slash") !== "off"; } catch {}
  slash.addEventListener("change", () => {
    showSlash();
    try { localStorage.setItem("regbook-slash", slash.checked ? "on" : "off"); } catch {}
  });
  showSlash();

  let index;
  window.regbookSearch = (loaded) => {
    index = loaded;
    index.postings = index.postings.map((line) =>
      line.split(" ").map((pair) => pair.split(".").map((number) => parseInt(number, 36))));
    show();
  };
  function open() {
    if (!document.querySelector("script[data-index]")) {
      const script = element("script", { src: root + "assets/search.js" });
      script.dataset.index = "";
      script.addEventListener("error", () => { status.textContent = "The index could not be loaded."; });
      document.head.append(script);
    }
    if (!dialog.open) dialog.showModal();
    field.select();
  }

  // As SearchWords.swift cuts the book.
  const ideographs = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
  function words(text) {
    const found = [];
    const rest = text.toLowerCase().replace(ideographs, (run) => {
      const all = [...run];
      if (all.length === 1) found.push(run);
      for (let i = 0; i + 1 < all.length; i++) found.push(all[i] + all[i + 1]);
      return " ";
    });
    return found.concat(rest.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  }

  // Where the terms begin that are not before a word.
  function firstTerm(word) {
    let low = 0;
    let high = index.terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (index.terms[middle] < word) low = middle + 1; else high = middle;
    }
    return low;
  }
  // What each section counts for a word: a whole word twice what a beginning does.
  function scores(word) {
    const found = new Map();
    for (let i = firstTerm(word); i < index.terms.length && index.terms[i].startsWith(word); i++) {
      const factor = index.terms[i] === word ? 2 : 1;
      for (const [section, weight] of index.postings[i]) {
        found.set(section, Math.max(found.get(section) ?? 0, factor * weight));
      }
    }
    return found;
  }
  function search(query) {
    const found = [...new Set(words(query))].map(scores);
    if (found.length === 0) return [];
    const [first, ...others] = found;
    return [...first]
      .filter(([section]) => others.every((other) => other.has(section)))
      .map(([section, score]) => [section, others.reduce((sum, other) => sum + other.get(section), score)])
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([section]) => section);
  }

  // The words found, marked, with something of what stands around the first.
  function marked(text, query, length) {
    const alternatives = words(query).sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})|(?:${alternatives})(?<=[\\u3040-\\u9fff])`, "giu");
    const first = text.search(pattern);
    let start = Math.max(0, first - length / 3);
    if (start > 0) start = text.indexOf(" ", start) + 1 || start;
    let piece = text.slice(start, start + length);
    if (start + length < text.length) piece = piece.replace(/\s+\S*$/, "") + " …";
    const nodes = start > 0 ? ["… "] : [];
    let end = 0;
    for (const match of piece.matchAll(pattern)) {
      nodes.push(piece.slice(end, match.index), element("mark", { textContent: match[0] }));
      end = match.index + match[0].length;
    }
    nodes.push(piece.slice(end));
    return nodes;
  }

  const most = 30;
  function show() {
    const query = field.value.trim();
    list.replaceChildren();
    status.textContent = "";
    if (!index || query === "") return;
    const found = search(query);
    status.textContent = found.length === 0 ? `Nothing has “${query}”.`
      : found.length === 1 ? "1 section" : `${found.length} sections`
      + (found.length > most ? `; the first ${most}` : "");
    for (const number of found.slice(0, most)) {
      const [page, anchor, title, text] = index.sections[number];
      const [path, name] = index.pages[page];
      const link = element("a", { href: root + path + (anchor ? "#" + encodeURIComponent(anchor) : "") },
        element("span", { className: "search-title" }, ...marked(title, query, 120)),
        ...(title === name || !anchor ? [] : [element("span", { className: "search-place", textContent: name })]),
        element("span", { className: "search-text" }, ...marked(text, query, 160)));
      list.append(element("li", {}, link));
    }
  }

  opener.addEventListener("click", open);
  close.addEventListener("click", () => dialog.close());
  field.addEventListener("input", show);
  list.addEventListener("click", (event) => { if (event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const place = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length) links[Math.min(place + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && place > 0) links[place - 1].focus();
    else if (event.key === "ArrowUp" && place === 0) field.focus();
    else if (event.key === "Enter" && document.activeElement === field && links.length) links[0].click();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = slash.checked && event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (dialog.open || !(isSlash || isK)) return;
    event.preventDefault();
    open();
  });
})();

// Shows a chart's numbers where the reader points, or walks with the arrow keys. They come from the
// table under the figure and from what each plot says of its axes.
(() => {
  "use strict";
  const number = text => Number(text.replace("−", "-"));
  // At most four significant digits, and a true minus.
  const short = text => {
    const digits = /^-?[\d.]+$/.test(text) && text.replace(/[-.]/g, "").replace(/^0+/, "").length > 4
      ? String(Number(Number(text).toPrecision(4))) : text;
    return digits.replace(/^-/, "−");
  };

  // A plot and the rows of the table that belong to it, with their places in the drawing's pixels.
  function plotOf(element, table, first) {
    const [left, top, right, bottom] = element.dataset.plot.split(" ").map(Number);
    const scale = (words, start, end) => {
      const [kind, low, high] = words.split(" ");
      const at = kind === "log" ? Math.log : Number;
      return value => start + (at(value) - at(Number(low))) / (at(Number(high)) - at(Number(low))) * (end - start);
    };
    const heads = [...table.tHead.rows[0].cells].map(cell => cell.textContent).slice(first);
    const rows = [...table.tBodies[0].rows].map(row => [...row.cells].map(cell => cell.textContent))
      .filter(cells => first === 0 || cells[0] === element.dataset.panel).map(cells => cells.slice(first));
    const isLong = heads[0] === "series";
    const key = isLong ? 1 : 0;
    const hasNames = element.dataset.x === "names";
    const x = hasNames ? null : scale(element.dataset.x, left, right);
    const y = scale(element.dataset.y, bottom, top);
    const names = [...new Set(rows.map(cells => cells[key]))];
    const percent = head => / \(%\)$/.test(head);
    const value = (text, head) => number(text) / (percent(head) ? 100 : 1);
    // A series with a band is one line: its number, and in brackets how far the band goes.
    const joined = cells => cells.flatMap(([head, text], i) => {
      if (/ (low|high)$/.test(head) && cells.some(([other]) => other === head.replace(/ (low|high)$/, ""))) return [];
      const [low, high] = ["low", "high"].map(end => cells.find(([other]) => other === `${head} ${end}`)?.[1]);
      return [[head, low && high ? `${short(text)} (${short(low)} to ${short(high)})` : short(text)]];
    });
    // Of a bundle of thin lines nobody wants to read each.
    const few = cells => {
      const all = joined(cells);
      const kept = all.length > 8 ? all.filter(([head]) => !/ \d+$/.test(head)) : all;
      const shown = (kept.length ? kept : all).slice(0, 8);
      return [...shown.map(([head, text]) => `${head} ${text}`),
        ...(shown.length < all.length ? [`and ${all.length - shown.length} more`] : [])];
    };
    const points = rows.map(cells => {
      const bin = cells[key].split(" to ").map(text => value(text, heads[key]));
      const place = hasNames
        ? left + (names.indexOf(cells[key]) + 0.5) / names.length * (right - left)
        : x(bin.reduce((sum, edge) => sum + edge, 0) / bin.length);
      const words = isLong
        ? [...(cells[0] ? [cells[0]] : []), `${heads[1]} ${short(cells[1])}`,
            `${heads[2]} ${short(cells[2])}${cells[3] && cells[4] ? ` (${short(cells[3])} to ${short(cells[4])})` : ""}`].join("\n")
        : [`${heads[0]} ${cells[0]}`, ...few(cells.slice(1).map((cell, i) => [heads[i + 1], cell]))].join("\n");
      return { x: place, y: isLong ? y(value(cells[2], heads[2])) : null, words };
    }).filter(point => point.x >= left - 1 && point.x <= right + 1 && (point.y === null || point.y >= top - 1 && point.y <= bottom + 1));
    points.sort((a, b) => a.x - b.x);
    return { left, top, right, bottom, points };
  }

  function nearest(plot, x, y) {
    const distance = point => (point.x - x) ** 2 + (point.y === null ? 0 : (point.y - y) ** 2);
    return plot.points.reduce((best, point, i) =>
      best < 0 || distance(point) < distance(plot.points[best]) ? i : best, -1);
  }

  function attach(drawing, table, first) {
    const tip = document.createElement("div");
    tip.className = "readout";
    tip.setAttribute("role", "status");
    const line = document.createElement("div");
    line.className = "readout-line";
    line.hidden = tip.hidden = true;
    let plots = null, svg = null, at = null;

    // The drawing that the style sheet shows now, the wide or the narrow one.
    function ready() {
      const seen = [...drawing.querySelectorAll("svg")].find(one => one.getBoundingClientRect().width > 0);
      if (!seen) return false;
      if (seen === svg) return plots.length > 0;
      svg = seen;
      plots = [...svg.querySelectorAll("[data-plot]"), ...(svg.dataset.plot ? [svg] : [])]
        .map(element => plotOf(element, table, first)).filter(plot => plot.points.length > 0);
      return plots.length > 0;
    }

    function show(plot, index) {
      at = { plot, index };
      const box = svg.getBoundingClientRect(), outer = drawing.getBoundingClientRect();
      const scale = box.width / svg.viewBox.baseVal.width;
      const point = plot.points[index];
      const x = box.left - outer.left + point.x * scale;
      line.hidden = tip.hidden = false;
      tip.textContent = point.words;
      line.style.left = `${x}px`;
      line.style.top = `${box.top - outer.top + plot.top * scale}px`;
      line.style.height = `${(plot.bottom - plot.top) * scale}px`;
      const isRight = x > outer.width / 2;
      tip.style.left = isRight ? "auto" : `${x + 10}px`;
      tip.style.right = isRight ? `${outer.width - x + 10}px` : "auto";
      tip.style.top = `${box.top - outer.top + plot.top * scale}px`;
    }
    function hide() { line.hidden = tip.hidden = true; at = null; }

    drawing.append(line, tip);
    drawing.tabIndex = 0;
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-label", "Chart: arrow keys read its numbers");
    drawing.addEventListener("pointermove", event => {
      if (!ready()) return;
      const box = svg.getBoundingClientRect();
      const scale = svg.viewBox.baseVal.width / box.width;
      const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
      const plot = plots.find(one => x >= one.left - 8 && x <= one.right + 8 && y >= one.top - 8 && y <= one.bottom + 8);
      if (plot) show(plot, nearest(plot, x, y)); else hide();
    });
    drawing.addEventListener("pointerleave", hide);
    drawing.addEventListener("blur", hide);
    drawing.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape") { hide(); return; }
      if (!step || event.target !== drawing || !ready()) return;
      event.preventDefault();
      if (!at || !plots.includes(at.plot)) { show(plots[0], step > 0 ? 0 : plots[0].points.length - 1); return; }
      let plot = plots.indexOf(at.plot), index = at.index + step;
      if (index < 0 || index >= at.plot.points.length) {
        plot = (plot + step + plots.length) % plots.length;
        index = step > 0 ? 0 : plots[plot].points.length - 1;
      }
      show(plots[plot], index);
    });
  }

  for (const figure of document.querySelectorAll("figure.exhibit")) {
    const table = figure.querySelector("table.data");
    if (!table || !figure.querySelector("[data-plot]") || figure.querySelector("svg .heat")) continue;
    const isNamed = [...figure.querySelectorAll("[data-panel]")].some(one => one.dataset.panel !== "");
    for (const drawing of figure.querySelectorAll(".drawing")) attach(drawing, table, isNamed ? 1 : 0);
  }

  // A slider's stops follow a pointer that is drawn over them.
  for (const slider of document.querySelectorAll(".slider")) {
    slider.addEventListener("pointermove", event => {
      if (event.buttons !== 1) return;
      const stop = document.elementFromPoint(event.clientX, event.clientY)?.closest(".slider input, .slider label");
      if (!stop || !slider.contains(stop)) return;
      const input = stop.control ?? stop;
      if (!input.checked) { input.checked = true; input.focus({ preventScroll: true }); }
    });
  }
})();
