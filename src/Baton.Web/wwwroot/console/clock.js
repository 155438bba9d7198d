// <baton-since at="ms"> counts up and <baton-until at="ms"> counts down, each second, in the browser: no message from the
// server is needed for time to pass. The server's clock is the right one; `batonClock.offset` is the difference.
(() => {
  "use strict";
  const clock = { offset: 0, now: () => Date.now() + clock.offset };
  window.batonClock = clock;
  const live = new Set();

  const length = ms => {
    const s = Math.max(0, Math.floor(ms / 1000));
    if (s < 60) return `${s} s`;
    const m = Math.floor(s / 60);
    if (m < 60) return `${m}:${String(s % 60).padStart(2, "0")}`;
    const h = Math.floor(m / 60);
    return h < 48 ? `${h} h ${m % 60} min` : `${Math.floor(h / 24)} days`;
  };

  class Timer extends HTMLElement {
    static observedAttributes = ["at"];
    connectedCallback() { live.add(this); this.show(); }
    disconnectedCallback() { live.delete(this); }
    attributeChangedCallback() { this.show(); }
    show() {
      const at = Number(this.getAttribute("at"));
      const text = at ? this.words(at) : "";
      if (this.shown !== text) this.textContent = this.shown = text;
    }
  }

  customElements.define("baton-since", class extends Timer {
    words(at) { return length(clock.now() - at); }
  });
  customElements.define("baton-until", class extends Timer {
    words(at) {
      const left = at - clock.now();
      const overdue = left < 0;
      if (this.classList.contains("overdue") !== overdue) this.classList.toggle("overdue", overdue);
      return overdue ? `overdue ${length(-left)}` : `in ${length(left)}`;
    }
  });
  // The reader's own time zone, which the server does not know.
  customElements.define("baton-time", class extends Timer {
    words(at) {
      const when = new Date(at);
      this.title = when.toLocaleString();
      const today = new Date(clock.now()).toDateString() === when.toDateString();
      return today ? when.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
        : when.toLocaleString([], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
    }
  });
  setInterval(() => { for (const timer of live) timer.show(); }, 1000);
})();
