// The programme of the desk, quicker: sessions are dragged, or picked up and moved with the arrow keys.
// Everything here ends in the form that works without it.
(() => {
  const board = document.getElementById("grid");
  if (!board) return;
  const form = board.querySelector("form");
  const say = (text) => { document.getElementById("board-status").textContent = text; };
  const items = () => document.querySelectorAll("[data-session]");
  const cells = [...board.querySelectorAll("td[data-at]")];
  let held = null;
  let dragged = false;

  const send = (what, session, at) => {
    const field = (name) => form.querySelector(`input[name="${name}"]`)
      || form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field("do").value = what;
    field("session").value = session;
    field("at").value = at;
    form.submit();
  };

  const drop = (cell) => {
    sessionStorage.setItem("moved", JSON.stringify({ id: held.dataset.session, to: cell.dataset.label }));
    send("place", held.dataset.session, cell.dataset.at);
  };

  const leave = () => {
    board.querySelectorAll("button.here").forEach((button) => button.remove());
    held?.classList.remove("picked");
    const last = held;
    held = null;
    return last;
  };

  const hold = (item) => {
    leave();
    held = item;
    item.classList.add("picked");
  };

  // Each free cell gets a button, as the page has them that was made for a picked session.
  const offer = () => cells.forEach((cell) => {
    const here = Object.assign(document.createElement("button"), {
      type: "button", className: "here", textContent: board.dataset.here, onclick: () => drop(cell),
    });
    here.setAttribute("aria-label", `${board.dataset.here}: ${cell.dataset.label}`);
    cell.append(here);
  });

  const place = (cell) => {
    const [room, at] = cell.dataset.at.split("@");
    return { room, at: Date.parse(at) };
  };
  const rooms = [...new Set(cells.map((cell) => place(cell).room))];

  // The free cell next to one: up and down in the same room, to the sides at about the same time.
  const next = (cell, key) => {
    const { room, at } = place(cell);
    const within = (name) => cells.filter((other) => place(other).room === name);
    const towards = getComputedStyle(board).direction === "rtl" ? -1 : 1;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const column = within(room);
      return column[column.indexOf(cell) + (key === "ArrowDown" ? 1 : -1)];
    }
    const step = (key === "ArrowRight" ? 1 : -1) * towards;
    for (let n = rooms.indexOf(room) + step; rooms[n]; n += step) {
      const column = within(rooms[n]);
      const distance = (other) => Math.abs(place(other).at - at);
      if (column.length) return column.reduce((best, other) => (distance(other) < distance(best) ? other : best));
    }
    return undefined;
  };

  document.addEventListener("click", (event) => {
    const pick = event.target.closest("a.pick");
    if (!pick || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    hold(pick.closest("[data-session]"));
    offer();
    const item = held.closest("td");
    const first = cells.find((cell) => item && place(cell).room === item.dataset.room) || cells[0];
    first?.querySelector("button").focus();
    say(board.dataset.held.replace("$session", held.dataset.label));
  });

  board.addEventListener("keydown", (event) => {
    if (!held || !event.target.matches("button.here")) return;
    if (event.key === "Escape") {
      leave().querySelector("a.pick").focus();
      say(board.dataset.left);
    } else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      next(event.target.closest("td"), event.key)?.querySelector("button").focus();
    }
  });

  items().forEach((item) => {
    if (!item.querySelector("a.pick")) return;
    item.draggable = true;
    item.addEventListener("dragstart", (event) => {
      hold(item);
      dragged = true;
      event.dataTransfer.setData("text/plain", item.dataset.session);
      event.dataTransfer.effectAllowed = "move";
    });
    item.addEventListener("dragend", () => { dragged = false; leave(); });
  });

  cells.forEach((cell) => {
    const over = (is) => cell.classList.toggle("over", is);
    cell.addEventListener("dragover", (event) => { if (dragged) { event.preventDefault(); over(true); } });
    cell.addEventListener("dragleave", () => over(false));
    cell.addEventListener("drop", (event) => { event.preventDefault(); over(false); if (held) drop(cell); });
  });

  const unplaced = document.querySelector("[data-unplaced]");
  unplaced?.addEventListener("dragover", (event) => {
    if (dragged && !unplaced.contains(held)) event.preventDefault();
  });
  unplaced?.addEventListener("drop", (event) => {
    event.preventDefault();
    if (held && !unplaced.contains(held)) send("unplace", held.dataset.session, "");
  });

  // After a move the page is new: the session keeps the focus, and what happened is said.
  const moved = JSON.parse(sessionStorage.getItem("moved") || "null");
  sessionStorage.removeItem("moved");
  if (moved && !document.querySelector(".refused")) {
    document.getElementById(`s${moved.id}`)?.querySelector("a.pick")?.focus();
    say(`${board.dataset.placed} ${moved.to}`);
  }
})();
