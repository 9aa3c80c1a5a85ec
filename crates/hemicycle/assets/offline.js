// Narrows the programme down to what is asked for. Without it, everything is shown.
"use strict";
const form = document.querySelector("form");
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const items = [...document.querySelectorAll("li[data-f]")].map((item) => ({
  item,
  text: fold(item.textContent),
  values: item.dataset.f.split("."),
}));
const number = new Intl.NumberFormat(document.documentElement.lang);
function show() {
  const words = fold(form.q.value).split(/\s+/);
  const wanted = [...form.querySelectorAll("select")].map((select) => select.value);
  let count = 0;
  for (const { item, text, values } of items) {
    const fits = wanted.every((value, at) => value === "" || value === values[at]);
    item.hidden = !(fits && words.every((word) => text.includes(word)));
    count += item.hidden ? 0 : 1;
  }
  for (const group of document.querySelectorAll("div, section")) {
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  form.querySelector("output").textContent = number.format(count) + " / " + number.format(items.length);
}
form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
show();
