"use strict";
// Filters, the walk from finding to finding, and the language switch. The page reads fully without this script.
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const entries = all("ol.findings > li");
  const status = byId("status");
  let language = "da";

  const say = (key) => words[language][key] || key;
  const shown = () => entries.filter((entry) => !entry.hidden);

  function apply() {
    const kinds = new Set(all("input[name=kind]:checked").map((box) => box.value));
    const owner = byId("owner").value;
    const from = byId("from").value;
    const to = byId("to").value;
    const query = byId("query").value.trim().toLowerCase();
    for (const entry of entries) {
      const owners = JSON.parse(entry.dataset.owners);
      const dates = JSON.parse(entry.dataset.dates);
      const inRange = dates.some((day) => (!from || day >= from) && (!to || day <= to));
      const fits = kinds.has(entry.dataset.kind)
        && (!owner || (owner === "-" ? owners.length === 0 : owners.includes(owner)))
        && ((!from && !to) || inRange)
        && (!query || entry.textContent.toLowerCase().includes(query));
      entry.hidden = !fits;
    }
    const visible = new Set(shown().map((entry) => entry.dataset.target));
    for (const sentence of all(".sentence")) sentence.classList.toggle("off", !visible.has(sentence.id));
    for (const mark of all("[data-for]")) mark.hidden = !visible.has(mark.dataset.for);
    status.textContent = `${shown().length} / ${entries.length} ${say("findings")}`;
  }

  function walk(step) {
    const visible = shown();
    if (!visible.length) return;
    const current = visible.findIndex((entry) => entry.dataset.target === location.hash.slice(1));
    const next = visible[(current + step + visible.length) % visible.length];
    location.hash = next.dataset.target;
    const sentence = byId(next.dataset.target);
    if (sentence) sentence.focus({ preventScroll: true });
  }

  function speak(next) {
    language = next;
    document.documentElement.lang = next;
    for (const element of all("[data-word]")) element.textContent = say(element.dataset.word);
    for (const element of all("[data-kinds]")) {
      element.title = element.dataset.kinds.split(" ").map(say).join(", ");
      element.setAttribute("aria-label", element.title);
    }
    for (const element of all("[data-label]")) element.setAttribute("aria-label", say(element.dataset.label));
    byId("language").textContent = next === "da" ? "English" : "Dansk";
    apply();
  }

  for (const control of all(".filters input, .filters select")) {
    control.addEventListener("input", apply);
    control.addEventListener("change", apply);
  }
  byId("clear").addEventListener("click", () => { byId("filters").reset(); apply(); });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("previous").addEventListener("click", () => walk(-1));
  byId("next").addEventListener("click", () => walk(1));
  byId("language").addEventListener("click", () => speak(language === "da" ? "en" : "da"));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "n") walk(1);
    if (event.key === "p") walk(-1);
  });
  // On a phone the findings come first: the filters open on demand.
  if (matchMedia("(max-width: 52rem)").matches) byId("filterbox").open = false;
  apply();
})();
