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

  // What was written and not sent stays in this browser until the server has it: a line that breaks, a tab that is closed.
  const place = `review:${location.pathname}`;
  const on = form.elements.on.value;
  const kept = [...form.elements].filter((field) => /^(score-|reasons$|to_|merge$)/.test(field.name));
  const is = (field) => (/radio|checkbox/.test(field.type) ? field.checked : field.value);
  const now = () => JSON.stringify(kept.map(is));
  const first = now();
  const stored = (() => { try { return JSON.parse(localStorage.getItem(place)); } catch { return null; } })();
  if (stored && stored.on === on && stored.values !== first) {
    const values = JSON.parse(stored.values);
    if (values.length === kept.length) {
      kept.forEach((field, nth) => {
        if (/radio|checkbox/.test(field.type)) field.checked = values[nth]; else field.value = values[nth];
      });
      const told = Object.assign(document.createElement("p"), { className: "done", role: "status" });
      const drop = Object.assign(document.createElement("button"), {
        type: "button", className: "quiet", textContent: form.dataset.drop,
        onclick: () => { localStorage.removeItem(place); location.reload(); },
      });
      told.append(form.dataset.back, " ", drop);
      form.prepend(told);
    }
  } else if (stored) localStorage.removeItem(place);
  const keep = () => {
    try {
      if (now() === first) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ on, values: now() }));
    } catch { /* a browser that keeps nothing still sends the form */ }
  };
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
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
