// What is kept on the device, for each server and customer apart: the conversation's token, the draft, and the outbox.
// Each message in the outbox has a key of its own, so that tabs that write at the same time never undo each other.

/** A random id; crypto.randomUUID exists on secure pages only. */
export function newId() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}

export class Store {
  #prefix;
  #memory = new Map(); // where storage is forbidden or full: kept while the page lives
  #listener;

  constructor(server, customer) {
    this.#prefix = `baton:${server}:${customer}:`;
  }

  get(name) {
    const key = this.#prefix + name;
    try {
      return JSON.parse(this.#memory.get(key) ?? localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  set(name, value) {
    const key = this.#prefix + name;
    this.#memory.delete(key);
    try {
      if (value == null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      if (value != null) this.#memory.set(key, JSON.stringify(value));
    }
  }

  /** Everything written and not yet seen in the conversation, in the order it was written. */
  outbox() {
    return this.#names().filter(name => name.startsWith('out:')).map(name => this.get(name)).filter(Boolean).sort((a, b) => a.order - b.order);
  }

  /** Puts a message at the end of the outbox. */
  add(text, attachments, id = newId()) {
    const order = Math.max(Date.now(), ...this.outbox().map(entry => entry.order + 1));
    this.put({ id, order, text, attachments });
  }

  put(entry) {
    this.set(`out:${entry.id}`, entry);
  }

  drop(id) {
    this.set(`out:${id}`, null);
  }

  has(id) {
    return this.get(`out:${id}`) !== null;
  }

  forget() {
    for (const name of this.#names()) this.set(name, null);
  }

  /** Calls back when another tab changed something. */
  watch(changed) {
    this.#listener = event => {
      if (event.key === null || event.key.startsWith(this.#prefix)) changed(event.key?.slice(this.#prefix.length));
    };
    addEventListener('storage', this.#listener);
  }

  unwatch() {
    removeEventListener('storage', this.#listener);
  }

  /** Runs one at a time across all tabs; where locks are missing, ids that are sent twice still change nothing. */
  exclusively(name, work) {
    return navigator.locks ? navigator.locks.request(this.#prefix + name, work) : work();
  }

  /** Holds a place that only one tab can have, until the signal; resolves with false at once when it is taken. */
  hold(name, signal) {
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise(decided => {
      navigator.locks.request(this.#prefix + name, { ifAvailable: true }, lock => {
        decided(lock !== null);
        return lock && new Promise(end => signal.addEventListener('abort', end));
      });
    });
  }

  #names() {
    let keys = [];
    try {
      keys = Object.keys(localStorage);
    } catch { /* storage is forbidden: memory is all there is */ }
    return [...new Set([...keys, ...this.#memory.keys()])].filter(key => key.startsWith(this.#prefix)).map(key => key.slice(this.#prefix.length));
  }
}
