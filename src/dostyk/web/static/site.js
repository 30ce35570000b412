// Everything works without this file but drag and drop, keys and selecting; nothing here builds markup from text.
"use strict";
const $ = (wanted, within = document) => within.querySelector(wanted);
const $$ = (wanted, within = document) => [...within.querySelectorAll(wanted)];
const token = $('meta[name="csrf"]').content;
const make = (name, text = "", kind = "") => Object.assign(document.createElement(name), { textContent: text, className: kind });
const say = (text) => { $("#live").textContent = text; };

// Times of the computer in the reader's zone, the source's words kept beside.
function localTimes(within = document) {
  for (const time of $$("time[data-local]", within)) {
    const at = new Date(time.dateTime);
    if (isNaN(at) || time.title) continue;
    time.title = time.textContent;
    time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  }
}

// Dark or light, as the reader chooses; without a choice, as the computer is set.
const theme = $("#theme");
theme.hidden = false;
theme.addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

// A claim under the pointer, or in focus: told in a tip, and shown in the margin.
const tip = make("div");
tip.id = "tip";
tip.setAttribute("role", "tooltip");
tip.hidden = true;
document.body.append(tip);
function hot(names, on) {
  for (const name of names) {
    for (const one of $$(`[data-claims~="${CSS.escape(name)}"], [data-claim="${CSS.escape(name)}"]`)) one.classList.toggle("hot", on);
  }
}
function point(event, on) {
  const over = event.target.closest?.("[data-claims], [data-claim]");
  if (!over) return;
  const names = (over.dataset.claims || over.dataset.claim).split(" ");
  hot(names, on);
  tip.hidden = true;
  if (!on || !over.classList.contains("claim")) return;
  tip.replaceChildren(...names.map((name) => $(`[data-claim="${CSS.escape(name)}"]`)).filter(Boolean).map((one) => make("p", one.innerText.replace(/\s+/g, " "))));
  if (!tip.childElementCount) return;
  const box = over.getBoundingClientRect();
  tip.hidden = false;
  tip.style.left = `${Math.min(box.left + scrollX, scrollX + innerWidth - tip.offsetWidth - 12)}px`;
  tip.style.top = `${box.bottom + scrollY + 6}px`;
}
for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) document.addEventListener(name, (event) => point(event, on));

// Selected words of a report: their place in code points, to link to them or to correct a field with them.
function selected() {
  const chosen = getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0), raw = chosen.toString(), words = raw.trim();
  const around = range.startContainer.parentElement?.closest(".text, .titled");
  const at = (node, offset) => {
    const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-start]");
    return piece && node.nodeType === 3 ? Number(piece.dataset.start) + [...piece.textContent.slice(0, offset)].length : null;
  };
  const first = at(range.startContainer, range.startOffset), last = at(range.endContainer, range.endOffset);
  if (first === null || !words || !around) return null;
  const start = first + [...raw].length - [...raw.trimStart()].length;
  const end = last === null ? start + [...words].length : last - ([...raw].length - [...raw.trimEnd()].length);
  return { words, place: `${around.matches(".titled") ? "title" : "text"}:${start}-${end}`, report: $("[data-report]")?.dataset.report };
}
document.addEventListener("selectionchange", () => {
  const hint = $("#linkhint"), value = $("#newvalue"), found = selected();
  if (hint) hint.hidden = !found;
  if (value && found) {
    value.value = found.words.replace(/\s+/g, " ");
    value.form.reason.value = `“${value.value}” at ${found.place} of ${found.report}`;
  }
});
$("#linkto")?.addEventListener("click", async () => {
  const found = selected();
  if (!found) return;
  history.replaceState(null, "", `${location.pathname}?at=${found.place}#at`);
  await copy(location.href);
});
async function copy(text) {
  try { await navigator.clipboard.writeText(text); say(`✓ ${text}`); } catch { say(text); }
}
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-copy-address]")) copy(location.href);
  if (event.target.closest("[data-print]")) print();
});
function reveal(within = document) { for (const one of $$("[data-copy-address], [data-print], #keys", within)) one.hidden = false; }

// Keys. Those of the review queue can be changed; the choice stays in this browser.
const mine = JSON.parse(localStorage.getItem("keys") || "{}");
const keyOf = (name) => mine[name] || $(`[data-key-for="${name}"]`)?.dataset.default || "";
function showKeys() {
  for (const button of $$("[data-key-for]")) button.textContent = keyOf(button.dataset.keyFor);
  for (const one of $$("[data-act]")) { const kbd = $("kbd", one); if (kbd) kbd.textContent = keyOf(one.dataset.act); }
  for (const kbd of $$("kbd[data-for]")) kbd.textContent = keyOf(kbd.dataset.for);
}
// The field that is to be corrected, chosen by pointer or by its number; its value stands ready to be changed.
const fields = $$('.correct input[name="field"]');
for (const one of fields) one.addEventListener("change", () => { $("#newvalue").value = one.dataset.value; });
let waiting = null, before = "";
for (const button of $$("[data-key-for]")) button.addEventListener("click", () => { waiting?.classList.remove("wait"); waiting = button; button.classList.add("wait"); button.textContent = "…"; });
const PAGES = { h: "/", s: "/search", c: "/commitments", t: "/timeline", m: "/map", n: "/network", r: "/review", i: "/instruments", a: "/add" };
function walk(step) {
  const lines = $$(".lines .line, .margin li");
  if (!lines.length) return;
  const now = lines.findIndex((line) => line.classList.contains("now"));
  lines[now]?.classList.remove("now");
  const next = lines[Math.min(lines.length - 1, Math.max(0, now + step))];
  next.classList.add("now");
  $("a", next)?.focus();
  next.scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (waiting) {
    event.preventDefault();
    if (event.key.length === 1) mine[waiting.dataset.keyFor] = event.key;
    localStorage.setItem("keys", JSON.stringify(mine));
    waiting.classList.remove("wait");
    waiting = null;
    showKeys();
    return;
  }
  if (event.target.closest?.("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog")) { if (event.key === "Escape") event.target.blur(); return; }
  const act = $$("[data-act]").find((one) => keyOf(one.dataset.act) === event.key);
  const own = $$("[data-key]").find((one) => one.dataset.key === event.key);
  if (before === "g" && PAGES[event.key]) location.href = PAGES[event.key];
  else if (act) { event.preventDefault(); if (act.matches("input")) { act.focus(); act.select(); } else act.click(); }
  else if (fields.length && /^[1-9]$/.test(event.key)) { fields[event.key - 1]?.click(); fields[event.key - 1]?.focus(); }
  else if (own) { event.preventDefault(); if (own.matches("input")) own.focus(); else own.click(); }
  else if (event.key === "j" || event.key === "k") walk(event.key === "j" ? 1 : -1);
  before = event.key;
});
$("#keys").addEventListener("click", () => $("#keyhelp").showModal());
for (const form of $$("form[data-confirm]")) form.addEventListener("submit", (event) => { if (!confirm(event.submitter?.dataset.confirm || form.dataset.confirm)) event.preventDefault(); });
for (const button of $$("button[data-back]")) button.addEventListener("click", () => { button.form.back.value = button.dataset.back; });

// The timeline is moved and zoomed with pointer and wheel; the stretch stays in the address.
function steer() {
  const chart = $(".timefig svg");
  if (!chart || chart.dataset.steered) return;
  chart.dataset.steered = "yes";
  const day = 86400000, low = Date.parse(chart.dataset.low), high = Date.parse(chart.dataset.high);
  const go = (since, until) => {
    const query = new URLSearchParams(location.search), iso = (t) => new Date(t).toISOString().slice(0, 10);
    if (until - since < 3 * day || iso(since) < "1000" || iso(until).length > 10) return;
    query.set("since", iso(since));
    query.set("until", iso(until));
    htmx.ajax("GET", `/timeline?${query}`, { target: "#results", select: "#results", swap: "outerHTML", push: `/timeline?${query}` });
  };
  let timer;
  chart.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    const box = chart.getBoundingClientRect(), at = low + (high - low) * (event.clientX - box.left) / box.width;
    const by = event.deltaY < 0 ? 0.5 : 2;
    timer = setTimeout(() => go(at - (at - low) * by, at + (high - at) * by), 120);
  }, { passive: false });
  let from = null;
  chart.addEventListener("pointerdown", (event) => { if (!event.target.closest("a")) { from = event.clientX; chart.setPointerCapture(event.pointerId); } });
  chart.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const moved = (from - event.clientX) / chart.getBoundingClientRect().width * (high - low);
    from = null;
    if (Math.abs(moved) > day) go(low + moved, high + moved);
  });
}

// The slider of the map walks through the years there are.
function slide() {
  const slider = $("#year"), years = $('select[name="year"]');
  if (!slider || slider.dataset.ready) return;
  slider.dataset.ready = "yes";
  const told = () => { slider.setAttribute("aria-valuetext", years.selectedOptions[0].textContent); };
  slider.addEventListener("input", () => { years.selectedIndex = Number(slider.value); told(); });
  years.addEventListener("change", () => { slider.value = years.selectedIndex; told(); });
  told();
}
for (const node of $$("[data-node]")) {
  for (const [name, on] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) node.addEventListener(name, () => {
    $(".ring").classList.toggle("pick", on);
    for (const path of $$(".ring path")) path.classList.toggle("hot", on && (path.dataset.a === node.dataset.node || path.dataset.b === node.dataset.node));
  });
}

// Files one by one, so that one that fails does not cost the others; each tells of its reports as they are read.
const drop = $("#drop");
if (drop) {
  const list = $("#files"), bar = $("#filebar"), words = list.dataset;
  const queue = [];
  let done = 0, all = 0, claims = 0, reports = 0, failed = 0, running = false;
  const show = () => {
    bar.hidden = false;
    bar.max = all;
    bar.value = done;
    $("#sum").textContent = [`${done} / ${all} ${words.wordsFiles}`, `${reports} ${words.wordsReports}`, `${claims} ${words.wordsRead}`,
      ...(failed ? [`${failed} ${words.wordsFailed}`] : [])].join(" · ");
  };
  function tell(one, under) {
    const line = make("li");
    if (one.error) {
      failed++;
      const inside = (one.place || "").includes("/") ? `${one.place.split("/").slice(1).join("/")}: ` : "";
      line.append(make("span", `${inside}${one.error}${one.remedy ? `; ${one.remedy}` : ""}`, "bad"));
    } else {
      claims += one.claims;
      reports++;
      const link = make("a", one.title || one.report);
      link.href = `/reports/${encodeURIComponent(one.report)}`;
      line.append(link, make("span", ` ${one.claims} ${words.wordsRead}${one.known ? `, ${words.wordsKnown}` : ""}`));
    }
    under.append(line);
    show();
  }
  async function* linesOf(answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let held = "";
    for (;;) {
      const { done: over, value } = await reader.read();
      held += value || "";
      const whole = held.split("\n");
      held = over ? "" : whole.pop();
      for (const line of whole) if (line) yield JSON.parse(line);
      if (over) return;
    }
  }
  async function send({ file, line }) {
    const state = $("span", line), under = make("ul");
    state.textContent = words.wordsReading;
    line.append(under);
    const body = new FormData(drop);
    body.delete("file");
    body.append("file", file, file.name);
    try {
      const answer = await fetch(drop.dataset.lines, { method: "POST", body, headers: { "X-CSRF-Token": token, Accept: "application/json" } });
      if (!answer.ok) throw new Error((answer.headers.get("content-type")?.includes("json") ? (await answer.json()).error : await answer.text()) || answer.statusText);
      for await (const one of linesOf(answer)) tell(one, under);
    } catch (error) { tell({ error: error.message }, under); }
    state.remove();
    done++;
    show();
  }
  async function take(files) {
    for (const file of files) { const line = make("li"); line.append(make("b", file.name), make("span", words.wordsWait)); list.append(line); queue.push({ file, line }); all++; }
    if (all) show();
    if (running) return;
    running = true;
    while (queue.length) await send(queue.shift());
    running = false;
    say($("#sum").textContent);
  }
  // What is dropped may be folders; their files come in parts.
  async function filesOf(entry) {
    if (entry.isFile) return [await new Promise((found, lost) => entry.file(found, lost))];
    const reader = entry.createReader(), found = [];
    for (;;) {
      const part = await new Promise((given, lost) => reader.readEntries(given, lost));
      if (!part.length) return found;
      for (const one of part) if (!one.name.startsWith(".")) found.push(...await filesOf(one));
    }
  }
  drop.addEventListener("submit", (event) => event.preventDefault());
  $("input[type=file]", drop).addEventListener("change", (event) => { take([...event.target.files]); event.target.value = ""; });
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.remove("over"); });
  drop.addEventListener("drop", async (event) => {
    const files = [...event.dataTransfer.files], entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    take(entries.some((one) => one.isDirectory) ? (await Promise.all(entries.map(filesOf))).flat() : files);
  });
}

// On a narrow window facets are closed, and the pages' names moved so that the open one is seen.
const narrow = matchMedia("(max-width: 46rem)").matches;
function fold() { if (narrow) for (const one of $$(".facets details:not(.chosen)")) one.open = false; }
const here = $("nav.main [aria-current]");
if (narrow) for (const wide of $$(".world, .ring")) wide.scrollLeft = (wide.scrollWidth - wide.clientWidth) / 2;
if (here && narrow) here.closest("nav").scrollLeft = here.offsetLeft - innerWidth / 3;

function settle(within = document) { localTimes(within); reveal(within); steer(); fold(); slide(); }
document.addEventListener("htmx:after:swap", () => settle());
document.addEventListener("htmx:afterSwap", () => settle());
showKeys();
settle();
const sheet = $(".sheet .marked");
if (sheet) sheet.scrollIntoView({ block: "center" });
