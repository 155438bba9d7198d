// One customer's conversation on this device: what was said, who holds it, and the outbox that gets every message through.

import { Link, Problem, backoff } from './link.js';
import { Store } from './store.js';

export class Conversation {
  items = [];
  holder = null; // null before the first word, then agent, queue, worker or closed
  holderName = null;
  promisedBy = null;
  answer = null; // how the customer chose to be answered
  typing = null;
  score = null;
  connected = true;
  trouble = null; // 'expired' or 'identity': what the customer must know
  unread = 0;
  #last = 0;
  #abort = new AbortController();
  #end = new AbortController();
  #wakers = new Set();
  #heardAt = 0;

  /** @param settings root, locale; identity: the page's token; customer: whose it is; changed, happened: what to call. */
  constructor(settings) {
    Object.assign(this, settings);
    this.link = new Link(this.root);
    this.store = new Store(this.root.host + this.root.pathname, this.customer);
    this.session = this.store.get('session');
    this.store.watch(name => this.#changedElsewhere(name));
    const { signal } = this.#end;
    for (const name of ['online', 'pageshow']) addEventListener(name, () => this.#wake(), { signal });
    addEventListener('offline', () => this.#lostTouch(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden ? this.#rest() : this.#wake(), { signal });
    this.#send();
    this.#follow();
  }

  end() {
    this.ended = true;
    this.#end.abort();
    this.#abort.abort();
    this.store.unwatch();
    this.#wake();
  }

  get outbox() {
    return this.store.outbox().filter(entry => !this.items.some(item => item.id === entry.id));
  }

  /** The panel was opened or closed: an open one reads along. */
  set looking(open) {
    this.isOpen = open;
    if (open) this.#seen();
    this.#follow();
  }

  write(text, attachments = []) {
    this.store.add(text, attachments);
    this.store.set('draft', null);
    this.tellTyping(false);
    this.#send();
    this.changed();
  }

  /** A refused message goes to the end of the outbox again. */
  retry(entry) {
    this.store.add(entry.text, entry.attachments, entry.id);
    this.#send();
    this.changed();
  }

  discard(entry) {
    this.store.drop(entry.id);
    this.changed();
  }

  /** Kept in the outbox like a message: asking works without a network too. */
  askForPerson() {
    this.store.set('person', true);
    this.#send();
    this.changed();
  }

  get isCalling() {
    return this.store.get('person') === true;
  }

  rate(score, comment = '') {
    return this.#act('rating', { score, comment });
  }

  /** How a person can answer, and by when; empty when there is nothing to choose. */
  async answers() {
    return this.session ? (await (await this.link.get(this.session, 'answers')).json()).choices : [];
  }

  arrange(choice) {
    return this.#act('answer', choice);
  }

  leave() {
    return this.#act('leave');
  }

  async transcript() {
    return this.link.download(await this.#opened(), 'transcript');
  }

  file(attachment) {
    return this.link.download(this.session, `attachments/${encodeURIComponent(attachment.id)}`);
  }

  async upload(file, progressed, signal) {
    return this.link.upload(await this.#opened(), file, progressed, signal);
  }

  tellTyping(on) {
    if (!this.session || this.saidTyping === on || (on && Date.now() - (this.saidAt ?? 0) < 3_000)) return;
    this.saidTyping = on;
    this.saidAt = Date.now();
    clearTimeout(this.typingEnds);
    if (on) this.typingEnds = setTimeout(() => this.tellTyping(false), 6_000);
    this.link.post(this.session, 'typing', { on }).catch(() => { /* only a courtesy */ });
  }

  /** Leaves this conversation behind and begins an empty one; what is not sent yet goes into the new one. */
  async startAnew() {
    const old = this.session;
    this.#adopt(null);
    if (old && !old.closed) await this.link.post(old, 'leave').catch(() => { /* it closes by itself when nobody writes */ });
    this.#send();
  }

  async #act(path, body) {
    const session = await this.#opened();
    await this.link.post(session, path, body);
  }

  #opened() {
    return this.store.exclusively('open', async () => {
      this.session = this.store.get('session');
      if (this.session) return this.session;
      const identity = this.identity ?? undefined;
      try {
        const { conversation, token, name } = await this.link.open({ locale: this.locale, channel: 'web', identity });
        if (this.ended) throw new Problem(0);
        this.trouble = null;
        this.#adopt({ conversation, token, name });
        return this.session;
      } catch (problem) {
        if (problem.isIdentity) {
          this.trouble = 'identity';
          // A page that answers with a token just as bad must not be asked in circles.
          if (Date.now() - (this.askedAt ?? 0) > 60_000) {
            this.askedAt = Date.now();
            this.happened('identity-needed', { code: problem.code });
          }
          this.changed();
        }
        throw problem;
      }
    });
  }

  /** Makes a session this tab's and every tab's; null begins anew. */
  #adopt(session) {
    this.store.set('session', session);
    this.#switchTo(session);
  }

  #switchTo(session) {
    const isOther = session?.conversation !== this.session?.conversation || !session;
    this.session = session;
    if (isOther) {
      Object.assign(this, { items: [], holder: null, holderName: null, promisedBy: null, answer: null, typing: null, score: null, unread: 0 });
      this.#last = 0;
      this.#abort.abort();
    }
    this.#follow();
    this.changed();
  }

  #lost(session, why) {
    if (this.session?.conversation !== session.conversation) return;
    this.trouble = why;
    this.#adopt(null);
  }

  #changedElsewhere(name) {
    if (name === undefined || name === 'session') {
      const session = this.store.get('session');
      if (session?.conversation !== this.session?.conversation) this.#switchTo(session);
    }
    if (name === 'seen') this.#count();
    this.changed();
  }

  // Sending: strictly in order, one tab at a time, the same id until the server has acknowledged it.

  async #send() {
    if (this.isSending) {
      this.sendAgain = true;
      return;
    }
    this.isSending = true;
    try {
      for (let attempt = 0; !this.ended;) {
        this.sendAgain = false;
        const wait = await this.store.exclusively('send', () => this.#sendAll(() => { attempt = 0; }));
        if (wait === null && !this.sendAgain) return;
        // The lock is free while waiting: a tab in front may be luckier than one that sleeps.
        if (wait !== null) await this.#pause(backoff(attempt++, wait));
      }
    } finally {
      this.isSending = false;
    }
  }

  /** Null when nothing is left to send, else for how long to wait at least. */
  async #sendAll(succeeded) {
    while (!this.ended) {
      const entry = this.store.outbox().find(one => !one.seq && !one.problem);
      if (!entry && !this.isCalling) break;
      let session;
      try {
        session = await this.#opened();
        if (entry) await this.#sendMessage(session, entry);
        else await this.link.post(session, 'person');
        if (!entry) this.store.set('person', null);
        succeeded();
        this.#connected(true);
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        if (problem.status === 0) this.#lostTouch();
        if (problem.passes) return problem.retryAfter;
        if (problem.isIdentity) return null;
        if (problem.isLost && session) this.#lost(session, 'expired');
        else if (entry) this.store.put({ ...entry, problem: problem.message || String(problem.status) });
        else this.store.set('person', null);
      }
      this.changed();
    }
    return null;
  }

  async #sendMessage(session, entry) {
    const body = { id: entry.id, text: entry.text, attachments: entry.attachments.map(file => file.id) };
    const { seq, at } = await (await this.link.post(session, 'messages', body)).json();
    // Acknowledged, and kept until it is seen in the conversation; gone already when the stream was faster.
    if (this.store.has(entry.id)) this.store.put({ ...entry, seq, at });
  }

  /** A new word of the page on who the customer is, for the same customer. */
  set token(identity) {
    this.identity = identity;
    if (this.trouble === 'identity') this.trouble = null;
    this.#send();
    this.changed();
  }

  // Following: one stream for the tab in sight, and at most one tab behind.

  get #wanted() {
    return !this.ended && this.session && (this.isOpen || !this.session.closed) && (!document.hidden || this.holdsWatch);
  }

  async #follow() {
    if (this.isFollowing || !this.#wanted) return;
    this.isFollowing = true;
    for (let attempt = 0; this.#wanted; attempt++) {
      const session = this.session;
      const abort = this.#abort = new AbortController();
      const current = () => session.conversation === this.session?.conversation;
      try {
        await this.link.follow(session, this.#last, {
          opened: () => { attempt = 0; this.#connected(true); },
          received: item => current() && this.#receive(item),
          heard: () => { this.#heardAt = Date.now(); },
        }, abort);
      } catch (problem) {
        if (problem.isLost) this.#lost(session, 'expired');
        else if (!this.#wanted || !current()) continue;
        else {
          this.typing = null;
          if (attempt > 0 || !navigator.onLine) this.#connected(false);
        }
      }
      if (this.#wanted && current()) await this.#pause(backoff(attempt));
    }
    this.isFollowing = false;
  }

  #connected(yes) {
    const changes = this.connected !== yes;
    this.connected = yes;
    if (!changes) return;
    if (yes) for (const wake of [...this.#wakers]) wake();
    this.changed();
  }

  #receive(item) {
    if (item.type === 'typing') {
      this.#setTyping(item.on ? item : null);
    } else if (item.seq > this.#last) {
      this.#last = item.seq;
      this.#apply(item);
    }
    this.changed();
  }

  #apply(item) {
    if (item.type === 'message') {
      this.items.push(item);
      if (item.id) this.store.drop(item.id);
      if (item.by) this.promisedBy = item.by;
      if (item.from !== 'customer') this.#setTyping(null);
      if (item.seq > this.#seenUntil) this.happened('message', { from: item.from, seq: item.seq });
      if (this.isOpen && !document.hidden) this.#seen();
      this.#count();
    } else if (item.type === 'holder') {
      Object.assign(this, { holder: item.holder, holderName: item.name ?? null });
      if (item.holder !== 'queue') Object.assign(this, { promisedBy: null, answer: null });
      this.#setTyping(null);
      const closed = item.holder === 'closed';
      if (closed !== !!this.session.closed) this.store.set('session', this.session = { ...this.session, closed });
      if (closed) this.items.push(item);
      this.happened('holder', { holder: item.holder, name: item.name });
    } else if (item.type === 'answer') {
      this.answer = item;
    } else if (item.type === 'rated') {
      this.score = item.score;
    }
  }

  #setTyping(item) {
    clearTimeout(this.typingStops);
    this.typing = item;
    // Whoever types and vanishes is not shown typing for ever.
    if (item) this.typingStops = setTimeout(() => { this.typing = null; this.changed(); }, 20_000);
  }

  get #seenUntil() {
    const seen = this.store.get('seen');
    return seen && seen.of === this.session?.conversation ? seen.seq : 0;
  }

  #seen() {
    if (this.#last > this.#seenUntil) this.store.set('seen', { of: this.session?.conversation, seq: this.#last });
    this.#count();
  }

  #count() {
    const after = this.#seenUntil;
    this.unread = this.items.filter(item => item.type === 'message' && item.from !== 'customer' && item.seq > after).length;
  }

  // Waking and resting.

  #pause(time) {
    return new Promise(done => {
      const wake = () => { clearTimeout(timer); this.#wakers.delete(wake); done(); };
      const timer = setTimeout(wake, time);
      this.#wakers.add(wake);
    });
  }

  #wake() {
    this.release?.abort();
    this.release = null;
    this.holdsWatch = false;
    // A stream that was silent through a sleep may be dead without knowing it.
    if (Date.now() - this.#heardAt > 20_000) this.#abort.abort();
    for (const wake of [...this.#wakers]) wake();
    if (this.isOpen && !document.hidden && this.session) this.#seen();
    this.#follow();
    this.#send();
  }

  #lostTouch() {
    this.#abort.abort();
    this.#connected(false);
  }

  async #rest() {
    const release = this.release = new AbortController();
    this.holdsWatch = await this.store.hold('watch', release.signal) && !release.signal.aborted;
    if (!this.#wanted) this.#abort.abort();
  }
}
