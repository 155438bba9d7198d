// The console in the browser: keys, the alarm, scrolling, the connection. Everything else is on the server.
(() => {
  "use strict";
  let page = null;
  let keys = new Set();
  let baseTitle = "";
  let waiting = 0;
  let audio = null;

  const stored = (key, fallback) => { try { return localStorage.getItem(key) ?? fallback; } catch { return fallback; } };
  const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private mode: the choice lasts as long as the page */ } };

  const isTyping = target => target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox]):not([type=radio]):not([type=button])"));

  // These lead into a text field. What is typed before the server has put the cursor there belongs into the field: it is kept
  // back until then, and never taken for further shortcuts.
  const writing = new Set(["r", "w", "g", "q", "t", "c", "x", "f"]);
  const kept = [];
  let isBusy = false;
  // The worker left the field again while the key that led there was still on its way: what follows are shortcuts.
  let hasLeft = false;

  const hasArrived = () => isTyping(document.activeElement) || document.activeElement?.id === "close-resolved";
  const arrival = () => new Promise(resolve => {
    if (hasArrived()) { resolve(); return; }
    const done = () => { clearTimeout(limit); document.removeEventListener("focusin", check); resolve(); };
    const check = () => { if (hasArrived()) done(); };
    const limit = setTimeout(done, 1200);
    document.addEventListener("focusin", check);
  });

  const press = async key => {
    isBusy = true;
    hasLeft = false;
    try {
      await page.invokeMethodAsync("OnKeyAsync", key);
      if (writing.has(key)) await arrival();
    } catch { /* no connection: the notice says so */ }
    isBusy = false;
    const rest = kept.splice(0);
    const field = document.activeElement;
    if (rest.length > 0 && isTyping(field)) {
      field.setRangeText(rest.filter(letter => letter.length === 1).join(""), field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    } else if (rest.includes("Enter") && field?.matches("button")) {
      field.click();
    } else if (!writing.has(key) || hasLeft) {
      for (const next of rest) {
        if (isBusy) kept.push(next);
        else if (keys.has(next)) press(next);
      }
    }
  };

  document.addEventListener("keydown", event => {
    if (!page || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (isTyping(event.target)) {
      if (event.key === "Escape") {
        hasLeft = isBusy;
        event.target.blur();
      }
      return;
    }
    if (event.target.closest?.(".mud-popover, .mud-dialog, [data-own-keys]")) return;
    // A focused button or link keeps its own Enter, also while an earlier key is on its way to the server.
    if (event.key === "Enter" && event.target.closest?.("a, button, summary, [role=button]")) return;
    if (isBusy && (event.key.length === 1 || keys.has(event.key))) {
      event.preventDefault();
      kept.push(event.key);
      return;
    }
    if (!keys.has(event.key)) return;
    event.preventDefault();
    const search = event.key === "/" ? document.getElementById("search") : null;
    if (search) search.select();
    else press(event.key);
  });

  // From a fact of the brief to what it stands on.
  document.addEventListener("click", event => {
    const link = event.target.closest?.("[data-show]");
    const item = link && document.getElementById(link.dataset.show)?.firstElementChild;
    if (!item) return;
    // Only the transcript moves: scrollIntoView would move the page around it too.
    const list = item.closest(".transcript");
    const [at, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
    list.scrollTop += at.top - frame.top - Math.max(8, (frame.height - at.height) / 2);
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
    item.classList.remove("shown");
    requestAnimationFrame(() => item.classList.add("shown"));
  });

  const title = () => {
    const name = document.title.replace(/^\(\d+\) /, "");
    const next = waiting > 0 ? `(${waiting}) ${name}` : name;
    if (document.title !== next) document.title = next;
  };
  // Blazor writes the title of each page; the count is put in front again.
  new MutationObserver(title).observe(document.head, { subtree: true, childList: true, characterData: true });

  const showSound = () => {
    for (const button of document.querySelectorAll("[data-sound]")) {
      const on = stored("baton-sound", "on") === "on";
      button.setAttribute("aria-pressed", String(on));
      button.title = on ? "Sound is on: you hear when somebody needs a person" : "Sound is off";
    }
  };
  const beep = () => {
    audio ??= new AudioContext();
    audio.resume?.();
    for (const [at, frequency] of [[0, 659], [0.16, 880]]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + at;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + 0.32);
    }
  };
  document.addEventListener("click", event => {
    if (event.target.closest("[data-sound]")) {
      const on = stored("baton-sound", "on") !== "on";
      store("baton-sound", on ? "on" : "off");
      showSound();
      if (on) beep();
    }
    for (const menu of document.querySelectorAll("details[data-menu][open]"))
      if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("submit", event => {
    if (!event.target.matches("[data-sign-out]")) return;
    // Drafts are for whoever wrote them: a shared computer keeps none.
    for (const key of Object.keys(localStorage)) if (key.startsWith("baton-draft:")) localStorage.removeItem(key);
  });

  // Rows must not move away under a pointer that is about to click; a pointer that rests for 4 s is not.
  const holdRows = (list, wall) => {
    let held = false;
    let timer = 0;
    const set = value => {
      clearTimeout(timer);
      if (value) timer = setTimeout(() => set(false), 4000);
      if (held === value) return;
      held = value;
      wall.invokeMethodAsync("OnHoldAsync", held).catch(() => { });
    };
    list.addEventListener("pointermove", event => { if (event.pointerType === "mouse") set(true); });
    list.addEventListener("pointerleave", () => set(false));
  };

  window.batonConsole = {
    start(reference, names, serverNow) {
      page = reference;
      keys = new Set(names);
      window.batonClock.offset = serverNow - Date.now();
      showSound();
    },
    waiting(count) { waiting = count; title(); },
    ring() { if (stored("baton-sound", "on") === "on") beep(); },
    rows(list, wall) { holdRows(list, wall); },
    showRow(list, index, height) {
      const top = index * height;
      if (top < list.scrollTop) list.scrollTop = top;
      else if (top + height > list.scrollTop + list.clientHeight) list.scrollTop = top + height - list.clientHeight;
    },
    focus(id) { document.getElementById(id)?.focus(); },
    focusSoon(id) { requestAnimationFrame(() => document.getElementById(id)?.focus()); },
    // Follows the end of the transcript unless the reader scrolled up to read.
    follow(list) {
      let atEnd = true;
      const isAtEnd = () => list.scrollHeight - list.scrollTop - list.clientHeight < 60;
      list.addEventListener("scroll", () => { atEnd = isAtEnd(); list.classList.toggle("scrolled-up", !atEnd); }, { passive: true });
      const settle = () => { if (atEnd) list.scrollTop = list.scrollHeight; };
      new MutationObserver(settle).observe(list, { childList: true, subtree: true });
      new ResizeObserver(settle).observe(list);
      settle();
    },
    toEnd(list) { list.scrollTop = list.scrollHeight; },
  };

  // A connection that comes back within the server's patience resumes; else the page is loaded again: its state is its
  // address, and drafts are kept in the browser.
  const notice = document.getElementById("components-reconnect-modal");
  let retry = 0;
  const reconnect = async () => {
    try {
      if (await window.Blazor.reconnect() === false) location.reload();
    } catch { /* the server is still away: the next try follows */ }
  };
  notice?.addEventListener("components-reconnect-state-changed", event => {
    clearInterval(retry);
    if (event.detail.state === "failed") retry = setInterval(reconnect, 3000);
    else if (event.detail.state === "rejected") location.reload();
  });
  document.addEventListener("click", event => { if (event.target.closest("[data-reconnect]")) reconnect(); });
})();
