// The text field. What is typed stays in the field and in the browser's storage until the server has accepted it.
(() => {
  "use strict";
  const load = key => { try { return JSON.parse(localStorage.getItem(key)) ?? null; } catch { return null; } };
  const save = (key, draft) => {
    try {
      if (draft.text) localStorage.setItem(key, JSON.stringify(draft));
      else localStorage.removeItem(key);
    } catch { /* storage is full or forbidden: the field still has it */ }
  };
  const fresh = () => ({ text: "", id: crypto.randomUUID?.() ?? `w-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}` });

  // The page shows the field before its circuit has attached it: an Enter or a click in that moment sends as soon as it has.
  const attached = new WeakSet();
  const wanted = new WeakSet();
  const want = (event, field) => {
    if (!field || attached.has(field)) return;
    event.preventDefault();
    wanted.add(field);
  };
  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && (event.ctrlKey || event.target.dataset?.letter !== "True")) want(event, event.target.closest?.(".composer textarea"));
  });
  document.addEventListener("click", event => want(event, event.target.closest?.(".composer [data-send]")?.closest(".composer").querySelector("textarea")));

  const attach = (field, server, owner) => {
    attached.add(field);
    const box = field.closest(".composer");
    const unsent = box.querySelector(".unsent");
    let mode = field.dataset.mode;
    let draft = fresh();
    let sending = false;
    let slash = false;
    let typingUntil = 0;
    let typingEnds = 0;

    const key = () => `baton-draft:${owner}:${mode}`;
    const grow = () => { field.style.height = "auto"; field.style.height = `${Math.min(field.scrollHeight + 2, 220)}px`; };
    const call = (method, ...args) => server.invokeMethodAsync(method, ...args);
    const show = text => { field.value = text; grow(); };
    const restore = () => { draft = load(key()) ?? fresh(); show(draft.text); };
    const setSlash = beginning => {
      if (beginning === null && !slash) return;
      slash = beginning !== null;
      call("OnSlashAsync", beginning).catch(() => { slash = false; });
    };
    const typing = on => {
      clearTimeout(typingEnds);
      const now = Date.now();
      if (on && now > typingUntil) { typingUntil = now + 3000; call("OnTypingAsync", true).catch(() => { }); }
      if (on) typingEnds = setTimeout(() => typing(false), 5000);
      else if (typingUntil) { typingUntil = 0; call("OnTypingAsync", false).catch(() => { }); }
    };
    // A letter has paragraphs: there Enter is a new line.
    const isLetter = () => field.dataset.letter === "True" && mode === "Reply";
    let draftSoon = 0;
    const tellDraft = () => {
      clearTimeout(draftSoon);
      if (isLetter()) draftSoon = setTimeout(() => call("OnDraftAsync", field.value).catch(() => { }), 1000);
    };
    const keep = () => { draft.text = field.value; save(key(), draft); };

    // While the connection is being sought, a call waits without an end: better say so at once.
    const isLost = () => document.querySelector("#components-reconnect-modal:is(.components-reconnect-show, .components-reconnect-failed, .components-reconnect-rejected)") !== null;
    const late = () => new Promise((_, refuse) => setTimeout(() => refuse(new Error("no answer")), 10000));

    const send = async () => {
      if (sending) return;
      keep();
      unsent.hidden = !isLost();
      if (isLost()) return;
      sending = true;
      clearTimeout(draftSoon);
      box.classList.add("sending");
      const [sentKey, sent] = [key(), { ...draft }];
      try {
        if (await Promise.race([call("OnSubmitAsync", mode, sent.text, sent.id), late()])) {
          save(sentKey, { text: "" });
          if (sentKey === key() && field.value === sent.text) { draft = fresh(); show(""); typingUntil = 0; clearTimeout(typingEnds); }
          else if (sentKey === key()) draft = { ...fresh(), text: field.value };
        }
        unsent.hidden = true;
      } catch {
        unsent.hidden = false;
      } finally {
        sending = false;
        box.classList.remove("sending");
      }
    };

    field.addEventListener("input", () => {
      keep();
      tellDraft();
      grow();
      if (mode === "Reply") {
        const beginning = /^\/(\S{0,40})$/.exec(field.value);
        setSlash(beginning ? beginning[1] : null);
        if (!beginning) typing(field.value.length > 0);
      }
    });
    field.addEventListener("keydown", event => {
      if (event.isComposing) return;
      if (slash && ["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"].includes(event.key)) {
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") slash = false;
        call("OnSlashKeyAsync", event.key).catch(() => { });
      } else if (event.key === "Enter" && !event.shiftKey && (!isLetter() || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        send();
      } else if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        field.blur();
      }
    });
    field.addEventListener("blur", () => { if (!slash) typing(false); });
    box.addEventListener("click", event => { if (event.target.closest("[data-send]")) send(); });
    // The mode is what the page shows, at every moment: words meant for the agent must not go to the customer.
    new MutationObserver(() => {
      if (field.dataset.mode === mode) return;
      mode = field.dataset.mode;
      slash = false;
      restore();
    }).observe(field, { attributeFilter: ["data-mode"] });
    // Whoever was quicker than this script loses nothing: what stands in the field already goes behind what was kept.
    const early = field.value;
    restore();
    if (early && early !== draft.text) { show(draft.text + early); keep(); }
    if (wanted.delete(field)) send();

    return {
      focus() {
        const enter = () => { field.focus(); field.setSelectionRange(field.value.length, field.value.length); };
        // A hidden field cannot take the focus: it is shown with the next frame.
        if (field.offsetParent) enter();
        else requestAnimationFrame(enter);
      },
      offer(text) { if (!field.value) { show(text); keep(); } },
      write(text) { show(text); slash = false; keep(); field.focus(); },
    };
  };

  window.batonComposer = { attach };
})();
