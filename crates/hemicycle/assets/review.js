// The workbench of whoever reviews, quicker: scores by the keys 1 to 5, and nothing typed is lost.
// Everything can be done without it.
(() => {
  const form = document.querySelector("form.scores");
  if (!form) return;

  // Keys work where the focus is among the scores, so that they take nothing from whoever uses others elsewhere.
  const rows = [...form.querySelectorAll("fieldset.score")];
  const radio = (row, value) => row.querySelector(`input[value="${value}"]`);
  const focus = (row) => (row.querySelector("input:checked:not([value=''])") || radio(row, 1)).focus();
  form.addEventListener("keydown", (event) => {
    const row = event.target.closest("fieldset.score");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[1-5]$/.test(event.key)) {
      radio(row, event.key).checked = true;
      const next = rows[rows.indexOf(row) + 1];
      next ? focus(next) : form.querySelector("textarea").focus();
    } else if (event.key === "0") {
      radio(row, "").checked = true;
    } else if (event.key === "n") {
      document.querySelector("a[data-next]")?.click();
    } else return;
    event.preventDefault();
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();

// What was written and not sent stays in this browser until the server has it: a line that breaks, a tab that is closed.
// It is its writer's: it is kept by forum and person, and what others of the forum wrote in this browser is forgotten.
(() => {
  const form = document.querySelector("form.scores");
  const place = form || document.querySelector("div.kept[data-person]");
  if (!place) return;
  const { person, copy, back, drop } = place.dataset;
  const key = `review:${person}:${location.pathname}`;
  const older = `${key}:older`;
  const refused = "refused" in place.dataset;
  const read = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const write = (name, what) => { try { localStorage.setItem(name, JSON.stringify(what)); } catch { /* a browser that keeps nothing still sends the form */ } };
  const forget = (name) => { try { localStorage.removeItem(name); } catch { /* nothing is kept then */ } };
  const keys = () => { try { return Object.keys(localStorage); } catch { return []; } };
  const ours = `review:${person.split("/")[0]}/`;
  const isOthers = (name) => name.startsWith("review:/") || (name.startsWith(ours) && !name.startsWith(`review:${person}:`));
  keys().filter(isOthers).forEach(forget);

  const show = (said, label, gone, text) => {
    const told = Object.assign(document.createElement("div"), { className: "done" });
    const line = Object.assign(document.createElement("p"), { textContent: said });
    line.setAttribute("role", "status");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: label, onclick: gone });
    told.append(line);
    if (text !== undefined) {
      const area = Object.assign(document.createElement("textarea"), { readOnly: true, rows: 8, value: text });
      area.setAttribute("aria-label", said);
      told.append(area);
    }
    told.append(button);
    place.prepend(told);
    return told;
  };
  const showToCopy = (name) => {
    const stored = read(name);
    if (!stored?.text) return;
    const told = show(copy, drop, () => { forget(name); told.remove(); }, stored.text);
  };

  // Without a form there is nothing to put it into; it can still be copied, once.
  if (!form) {
    if (!place.querySelector("textarea")) [key, older].forEach(showToCopy);
    return;
  }

  const on = form.elements.on.value;
  const kept = [...form.elements].filter((field) => /^(score-|reasons$|to_|merge$)/.test(field.name));
  const isTick = (field) => /radio|checkbox/.test(field.type);
  const now = () => JSON.stringify(kept.map((field) => (isTick(field) ? field.checked : field.value)));
  // The server trims, and writes the title of the other proposal behind its number.
  const alike = (values) => JSON.stringify(JSON.parse(values).map((value, nth) => {
    if (typeof value !== "string") return value;
    return kept[nth]?.name === "merge" ? value.match(/\d+/)?.[0] ?? "" : value.trim();
  }));
  const labelOf = (field) => (field.labels?.[0]?.textContent ?? "").trim();
  const text = () => kept.filter((field) => (isTick(field) ? field.checked && field.value : field.value.trim()))
    .map((field) => {
      const row = field.closest("fieldset.score")?.querySelector("legend").firstChild.textContent.trim();
      if (isTick(field)) return row ? `${row}: ${field.value}` : labelOf(field);
      return `${labelOf(field)}:\n${field.value.trim()}`;
    }).join("\n");
  const keep = () => write(key, { on, values: now(), text: text() });

  const first = now();
  const stored = read(key);
  if (refused) {
    // What the page holds is typed and not taken; what else was kept does not go for it.
    if (stored && alike(stored.values) !== alike(first)) write(older, stored);
    keep();
  } else if (stored && alike(stored.values) === alike(first)) {
    forget(key);
  } else if (stored && stored.on === on && JSON.parse(stored.values).length === kept.length) {
    const values = JSON.parse(stored.values);
    kept.forEach((field, nth) => { if (isTick(field)) field.checked = values[nth]; else field.value = values[nth]; });
    show(back, drop, () => { forget(key); location.reload(); });
  } else if (stored) {
    // Saved elsewhere meanwhile: neither text goes for the other.
    write(older, stored);
    forget(key);
  }
  showToCopy(older);
  const changed = () => { if (now() === first && !refused) forget(key); else keep(); };
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
})();

// The selection desk: what is ticked changes places and balance at once.
(() => {
  const form = document.querySelector("form.selection");
  if (!form) return;
  const boxes = [...form.querySelectorAll("input[name='in']")];
  const rows = [...form.querySelectorAll("tr[data-trait]")].map((row) => ({
    row,
    count: row.querySelector("output"),
    bar: row.querySelector("rect.in"),
    least: row.querySelector("input[name^='least-']"),
    most: row.querySelector("input[name^='most-']"),
  }));
  const of = boxes.map((box) => box.dataset.traits.split(" ").filter(Boolean).map(Number));
  const chosen = form.querySelector("[data-chosen]");
  const progress = form.querySelector(".places progress");
  const show = () => {
    const counts = rows.map(() => 0);
    let all = 0;
    boxes.forEach((box, nth) => {
      if (!box.checked) return;
      all += 1;
      of[nth].forEach((trait) => { counts[trait] += 1; });
    });
    chosen.textContent = all;
    progress.value = all;
    progress.parentElement.classList.toggle("broken", all > progress.max);
    rows.forEach(({ row, count, bar, least, most }, nth) => {
      count.textContent = counts[nth];
      bar.setAttribute("width", all ? Math.floor((counts[nth] * 100) / all) : 0);
      const short = (least.value !== "" && counts[nth] < Number(least.value)) || (most.value !== "" && counts[nth] > Number(most.value));
      row.classList.toggle("broken", short);
    });
  };
  form.addEventListener("change", show);
  form.addEventListener("input", show);
})();
