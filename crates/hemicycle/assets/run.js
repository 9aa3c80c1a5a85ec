// How far the planner is, without loading the page again: the same data as the API gives. When it has ended, the page is.
(() => {
  const run = document.querySelector("[data-run]");
  if (!run) return;
  const put = (name, value) => {
    const place = run.querySelector(`[data-${name}]`);
    if (place && value !== undefined) place.textContent = new Intl.NumberFormat(document.documentElement.lang).format(value);
  };
  const look = async () => {
    try {
      const answer = await fetch(run.dataset.run, { headers: { accept: "application/json" } });
      if ([401, 403, 404].includes(answer.status)) {
        location.reload();
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      const { state, seconds, best } = await answer.json();
      if (state !== "running") {
        location.replace(location.pathname);
        return;
      }
      run.querySelector("progress").value = seconds;
      put("hard", best?.demands);
      put("soft", best?.wishes);
    } catch {
      // A bad line: the next look may be luckier.
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();
