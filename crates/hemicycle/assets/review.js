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
