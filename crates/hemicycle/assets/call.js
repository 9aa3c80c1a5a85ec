// Saves what is written as it is typed. Whatever is not yet saved is kept on this device, with the act on which it
// rests, and is sent when the line is back, after a reload, or after the browser was killed. Everything can be done
// without this script: each step has its button.
(() => {
  const form = document.getElementById("write");
  if (!form) return;
  const { answers, proposal, person, unit, lang } = form.dataset;
  const state = document.getElementById("state");
  const stem = `write:${proposal}:`;
  const SOON = 1000;
  const LATER_MAX = 60000;
  let later = 2000;
  let busy = false;
  let timer = 0;
  let out = false;

  const say = (text) => { if (state.textContent !== text) state.textContent = text; };
  const random = () => [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  const tab = random();

  // What is kept on this device: by unit, what stands in it, which tab it was typed in, on what it rests, and the request
  // that has no answer yet. All tabs share it, and each sends what it finds, for the tab that wrote it may be gone.
  const read = (key) => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } };
  const keep = (name, entry) => { try { localStorage.setItem(stem + name, JSON.stringify(entry)); } catch { /* full: the page itself still has it */ } };
  const forget = (name) => { try { localStorage.removeItem(stem + name); } catch { /* nothing is kept then */ } };
  const keys = () => { try { return Object.keys(localStorage); } catch { return []; } };
  // What somebody else wrote in this browser is none of this person's business. Each forum counts its people for itself.
  keys().filter((key) => key.startsWith(`write:${proposal.split("/")[0]}/`) && read(key)?.person !== person).forEach((key) => localStorage.removeItem(key));

  // The units of this page: a field each, or all that is said about one person.
  const units = new Map();
  const inputs = (name) => [...form.elements].filter((input) => input.name === `f.${name}`);
  const valuesOf = (name) => inputs(name)
    .filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked)
    .map((input) => input.value).filter((value) => value !== "");
  const put = (name, values) => inputs(name).forEach((input) => {
    if (["radio", "checkbox"].includes(input.type)) input.checked = values.includes(input.value);
    else input.value = values[0] ?? "";
  });
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  if (unit === "answer") {
    document.querySelectorAll(".question[data-field]").forEach((place) => {
      const name = place.dataset.field;
      const on = form.elements[`on.${name}`];
      units.set(name, {
        name, place,
        values: () => valuesOf(name),
        put: (values) => put(name, values),
        rest: () => on.value,
        restOn: (seq) => { on.value = seq; },
        body: (values, rests) => [["field", name], ...values.map((value) => ["values", value]), ["on", rests]],
        ready: () => true,
      });
    });
  } else if (unit === "part") {
    const fields = () => [...new FormData(form)].filter(([name]) => !["key", "on", "part", "do"].includes(name));
    const { on, part } = form.elements;
    units.set("part", {
      get name() { return `part-${part.value}`; },
      place: form,
      values: fields,
      put: (pairs) => [...form.elements].forEach((input) => {
        const found = pairs.find(([name]) => name === input.name);
        if (input.type === "checkbox") input.checked = Boolean(found);
        else if (found) input.value = found[1];
      }),
      rest: () => on.value,
      restOn: (seq, number) => {
        on.value = seq;
        if (!number || part.value === String(number)) return;
        forget("part-new");
        part.value = number;
        form.action = form.action.replace("person-new", `person-${number}`);
        history.replaceState(null, "", form.action);
      },
      body: (values, rests) => [["part", part.value], ...values, ["on", rests]],
      ready: () => form.elements.name.value.trim() !== "",
    });
  }

  // How long a text is, counted as the server counts it.
  const IDEOGRAPH = /[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3fffd}]/u;
  const words = (text) => {
    let count = 0;
    let within = false;
    for (const letter of text) {
      if (IDEOGRAPH.test(letter)) { count += 1; within = false; }
      else if (/[\p{Alphabetic}\p{N}]/u.test(letter)) { if (!within) count += 1; within = true; }
      else if (/\s/.test(letter)) within = false;
    }
    return count;
  };
  const count = (place) => {
    const says = place.querySelector(".count");
    const input = place.querySelector("textarea, input[type=text]");
    if (!says || !input) return;
    const have = says.dataset.unit === "words" ? words(input.value) : [...input.value].length;
    says.textContent = says.dataset.says.replace("#", new Intl.NumberFormat(lang).format(have));
    says.classList.toggle("over", says.dataset.most !== undefined && have > Number(says.dataset.most));
  };

  // A question that depends on another one of this page is there when it is asked.
  const conditions = () => document.querySelectorAll("[data-when]").forEach((place) => {
    const other = place.dataset.when;
    if (!units.has(other)) return;
    place.hidden = !valuesOf(other).some((value) => place.dataset.any.split(" ").includes(value));
  });

  const element = (tag, attributes, ...inner) => {
    const made = Object.assign(document.createElement(tag), attributes);
    made.append(...inner);
    return made;
  };

  // What is still wanted, as the answer to a saving says.
  const fill = (id, wanted) => {
    const list = document.getElementById(id);
    if (!list) return;
    list.replaceChildren(...wanted.map((want) => element("li", {},
      element("a", { href: want.to, textContent: want.says }),
      ...(want.why ? [element("p", { className: "soft", textContent: want.why })] : []))));
    list.parentElement.hidden = wanted.length === 0;
  };
  const wanting = (heard) => {
    // On a step, what is missing there stands apart from the rest.
    const step = document.getElementById("wanting")?.dataset.here;
    const here = (want) => !step || want.to.split("#")[0] === step;
    fill("missing", heard.missing.filter(here));
    fill("elsewhere", heard.missing.filter((want) => !here(want)));
    fill("broken", heard.breaches);
    const whole = document.querySelector("#wanting .whole");
    if (whole) whole.hidden = heard.missing.length + heard.breaches.length > 0;
  };

  const told = (one) => one.place.querySelector(":scope > .told");
  const clear = (one) => told(one)?.remove();
  const trouble = (one, ...inner) => {
    clear(one);
    const place = element("div", { className: "wrong told" }, ...inner);
    place.setAttribute("role", "alert");
    one.place.append(place);
  };

  const show = (one, values) => { one.put(values); count(one.place); conditions(); };

  // Two have written: both texts stand there, and whoever reads them chooses.
  const conflict = (one, entry, heard) => {
    const button = (text, act) => element("button", { type: "button", className: "quiet", textContent: text, onclick: act });
    const mine = () => { clear(one); one.restOn(heard.seq); touch(one); soon(0); };
    const theirs = () => { clear(one); one.restOn(heard.seq); show(one, heard.theirs.values); one.dirty = false; forget(one.name); };
    trouble(one, element("p", { textContent: heard.theirs.says }),
      element("blockquote", { dir: "auto", textContent: heard.theirs.shown || "—" }),
      element("p", {}, button(form.dataset.keep, mine), " ", button(form.dataset.take, theirs)));
    keep(one.name, { ...entry, sent: null, stuck: tab });
  };

  // What is typed is dirty in this tab until it is saved. What another tab has typed in the same place, and not yet sent,
  // goes first: whoever wrote the two is then shown both.
  const touch = (one) => {
    const before = read(stem + one.name);
    const values = one.values();
    const other = before && before.tab !== tab && !before.stuck && !same(before.values, values);
    one.dirty = true;
    keep(one.name, { person, tab, values, on: one.rest(), sent: before?.sent ?? (other ? request(one.name, before) : null) });
  };
  // Another tab may have sent its own text in the place of this one's, and kept nothing. (Of somebody new it is not known
  // whether they were added by it: they wait for the button.)
  const again = () => units.forEach((one) => {
    if (one.dirty && one.name !== "part-new" && !read(stem + one.name)) touch(one);
  });
  // What was refused stays where the page says so; the tab that wrote it asks for itself, and says so as well.
  const waiting = () => keys().filter((key) => key.startsWith(stem)).map((key) => ({ name: key.slice(stem.length), entry: read(key) }))
    .filter(({ entry }) => entry && entry.stuck !== tab);
  const unitOf = (name) => [...units.values()].find((one) => one.name === name);

  const signedOut = () => {
    out = true;
    say(`${form.dataset.out} `);
    state.append(element("a", { href: form.dataset.signIn, textContent: form.dataset.signInSays }));
  };

  // The request for what is kept: the one that has no answer yet, so that it is done once, else a new one.
  const request = (name, entry) => {
    if (entry.sent) return entry.sent;
    const one = unitOf(name);
    const values = entry.values;
    const plain = name.startsWith("part-") && !one
      ? [["part", name.slice(5)], ...values, ["on", entry.on]]
      : [["field", name], ...values.map((value) => ["values", value]), ["on", entry.on]];
    return { key: random(), tab: entry.tab, body: one ? one.body(values, entry.on) : plain, values };
  };

  const post = (sent, leaving) => fetch(answers, {
    method: "POST", redirect: "manual", keepalive: leaving,
    headers: { Accept: "application/json" },
    body: new URLSearchParams([...sent.body, ["key", sent.key]]),
  });

  const saved = (name, sent, heard) => {
    const one = unitOf(name);
    const kept = read(stem + name);
    forget(name);
    // A text of another tab is shown where nothing was typed in this one. Where something was, that goes on resting on
    // what it was typed upon, and the next answer says that two have written.
    const idle = one && !one.dirty && name !== "part-new";
    if (one && (idle || sent.tab === tab || same(one.values(), sent.values))) {
      if (!one.dirty) show(one, (kept ?? sent).values);
      one.restOn(heard.seq, heard.part);
      one.dirty = one.dirty && !same(one.values(), sent.values);
      clear(one);
    }
    // What was typed since, in the tab that has sent this, rests on it.
    if (kept && !same(kept.values, sent.values)) {
      const on = kept.tab === sent.tab;
      keep(on && heard.part ? `part-${heard.part}` : name, { ...kept, on: on ? heard.seq : kept.on, sent: null });
    }
    wanting(heard);
    const time = new Date().toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hour12: false });
    say(form.dataset.saved.replace("#", time));
  };

  const send = async ({ name, entry }) => {
    const sent = request(name, entry);
    keep(name, { ...read(stem + name), sent });
    const answer = await post(sent, false);
    if (answer.type === "opaqueredirect" || answer.status === 401) return signedOut();
    if (answer.status >= 500 || answer.status === 429) throw new Error("not now");
    const heard = await answer.json().catch(() => ({}));
    if (answer.ok) return saved(name, sent, heard);
    const one = unitOf(name);
    const kept = { ...(read(stem + name) ?? entry), sent: null, stuck: tab };
    if (one && !one.dirty) show(one, kept.values);
    if (heard.theirs && one) conflict(one, kept, heard);
    else {
      keep(name, kept);
      if (one) trouble(one, element("p", { textContent: heard.problem ?? form.dataset.waiting }));
    }
  };

  const pump = async () => {
    if (busy || out) return;
    busy = true;
    try {
      const tried = new Set();
      for (;;) {
        again();
        const next = waiting().find(({ name, entry }) => !tried.has(`${name}${JSON.stringify(entry.values)}${entry.on}${Boolean(entry.sent)}`)
          && (unitOf(name)?.ready() ?? true));
        if (!next || out) break;
        tried.add(`${next.name}${JSON.stringify(next.entry.values)}${next.entry.on}${Boolean(next.entry.sent)}`);
        // Only what takes long is told while it lasts: whoever listens to the page is not told of each word.
        const slow = setTimeout(() => say(form.dataset.saving), 2000);
        await send(next).finally(() => clearTimeout(slow));
        later = 2000;
      }
    } catch {
      say(form.dataset.waiting);
      soon(later);
      later = Math.min(later * 2, LATER_MAX);
    } finally {
      busy = false;
    }
  };
  const soon = (when) => { clearTimeout(timer); timer = setTimeout(pump, when); };

  const unitAt = (target) => (unit === "part" ? units.get("part") : units.get(target.closest?.(".question")?.dataset.field));
  const typed = (event) => {
    const one = unitAt(event.target);
    if (!one || ["key", "do"].includes(event.target.name)) return;
    touch(one);
    count(one.place);
    conditions();
    // Half an address for mail is no address yet: about people one is heard out.
    soon(unit === "part" ? 4 * SOON : SOON);
  };
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("focusout", () => { if (waiting().length) soon(0); });
  addEventListener("online", () => { later = 2000; soon(0); });
  const leave = () => { if (!busy && !out) waiting().forEach(({ name, entry }) => { const sent = request(name, entry); keep(name, { ...entry, sent }); post(sent, true).catch(() => {}); }); };
  addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") soon(0); });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  // A button waits for what is under way, so that the two do not take each other for somebody else.
  let going = false;
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (going || !busy) return;
    event.preventDefault();
    going = true;
    const until = Date.now() + 4000;
    const wait = () => (busy && Date.now() < until ? setTimeout(wait, 50) : form.requestSubmit(event.submitter));
    wait();
  });

  // What was typed before a reload, or before the browser was gone, is back; what is saved by now is kept no longer.
  let restored = false;
  units.forEach((one) => {
    const entry = read(stem + one.name);
    if (!entry) return;
    if (same(entry.values, one.values())) { if (!entry.sent) forget(one.name); return; }
    one.put(entry.values);
    one.restOn(entry.on);
    keep(one.name, { ...entry, tab, sent: entry.sent && { ...entry.sent, tab }, stuck: null });
    restored = true;
  });
  units.forEach((one) => count(one.place));
  conditions();
  if (restored) say(form.dataset.restored);
  if (waiting().length) soon(restored ? 300 : 0);
})();
