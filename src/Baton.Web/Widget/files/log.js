// The transcript on screen: messages, notices, choices. Each keeps its element while it changes from pending to sent.

import { h, icon, linked, save } from './dom.js';

export class Log {
  #shown = new Map(); // key → { element, state }

  constructor(texts, acts) {
    Object.assign(this, { texts, acts });
    this.list = h('div.list');
    this.typing = h('div.typing', { hidden: true }, h('i'), h('i'), h('i'), h('span.unseen'));
    this.jump = h('button.jump', { hidden: true, click: () => this.toEnd() }, icon('down'), texts.say('newMessages'));
    this.element = h('div.log', { role: 'log', 'aria-live': 'off', 'aria-label': texts.say('messages'), tabindex: '0', scroll: () => this.#scrolled() }, this.list, this.typing);
  }

  /** @param end stands below the messages; follows: stay at the end as it grows */
  render(conversation, end, follows) {
    const entries = this.#entries(conversation);
    const keys = new Set(entries.map(entry => entry.key));
    for (const [key, { element }] of this.#shown) {
      if (keys.has(key)) continue;
      element.remove();
      this.#shown.delete(key);
    }
    let before = null;
    let isNew = false;
    for (const { key, state, make } of entries) {
      let shown = this.#shown.get(key);
      if (!shown) {
        this.#shown.set(key, shown = { element: h('div.entry') });
        isNew = true;
      }
      if (shown.state !== state) {
        shown.state = state;
        shown.element.replaceChildren(...make());
      }
      const place = before ? before.nextSibling : this.list.firstChild;
      if (place !== shown.element) this.list.insertBefore(shown.element, place);
      before = shown.element;
    }
    if (end.parentNode !== this.element) this.list.after(end);
    const { typing } = conversation;
    this.typing.hidden = !typing;
    this.typing.className = `typing ${typing?.who ?? ''}`;
    this.typing.lastChild.textContent = typing ? this.texts.say('typing', { name: typing.name ?? this.texts.say('agent') }) : '';
    if (follows || conversation.outbox.length > (this.pending ?? 0)) this.toEnd();
    else if (isNew) this.jump.hidden = false;
    this.pending = conversation.outbox.length;
  }

  get isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.jump.hidden = true;
  }

  #scrolled() {
    if (this.isAtEnd) this.jump.hidden = true;
  }

  #entries({ items, outbox }) {
    const said = [...items, ...outbox.map(entry => ({ ...entry, type: 'message', from: 'customer', at: entry.at ?? entry.order, outbox: entry }))];
    const entries = said.length === 0 ? [{ key: 'greeting', state: 'greeting', make: () => this.#message({ from: 'service', notice: 'welcome', text: this.texts.say('greeting') }) }] : [];
    let previous;
    said.forEach((item, index) => {
      const day = new Date(item.at).toDateString();
      if (previous && day !== new Date(previous.at).toDateString()) entries.push({ key: `day${day}`, state: day, make: () => [h('p.rule', this.texts.day(item.at))] });
      const follows = previous?.type === 'message' && this.#author(previous) === this.#author(item) && new Date(item.at) - new Date(previous.at) < 300_000;
      const isLast = index === said.length - 1;
      const { outbox } = item;
      const status = !outbox ? '' : outbox.problem ? 'refused' : outbox.seq ? 'sent' : 'pending';
      entries.push({
        key: item.id ?? `seq${item.seq}`,
        state: `${status}${follows}${item.choices ? isLast : ''}${outbox?.problem ?? ''}`,
        make: () => item.type === 'holder' ? [h('p.rule', this.texts.say('closed'))] : this.#message(item, { follows, isLast, status }),
      });
      previous = item;
    });
    return entries;
  }

  #author(item) {
    return item.type === 'message' ? `${item.notice && item.notice !== 'welcome' ? 'notice' : item.notice ? 'agent' : item.from}${item.name ?? ''}` : '';
  }

  #message(item, { follows = false, isLast = false, status = '' } = {}) {
    const { texts } = this;
    if (item.from === 'service' && item.notice !== 'welcome') return [this.#notice(item)];
    const who = item.from === 'customer' ? 'customer' : item.from === 'worker' ? 'worker' : 'agent';
    const name = who === 'customer' ? texts.say('you') : who === 'worker' ? item.name ?? texts.say('person') : texts.say('agent');
    return [h('div', { class: `message ${who} ${status}` },
      h('div', { class: who === 'customer' || follows ? 'unseen' : 'who' }, h('b', name), who === 'worker' && h('span.tag', texts.say('person'))),
      item.text && h('div.text', { dir: 'auto' }, ...linked(item.text)),
      ...(item.attachments ?? []).map(file => this.#file(file)),
      item.at && h('div.when', this.#status(status) ?? h('time', { datetime: new Date(item.at).toISOString() }, texts.time(item.at))),
      item.outbox?.problem && h('div.problem', { role: 'alert' }, h('span', item.outbox.problem),
        h('button', { click: () => this.acts.retry(item.outbox) }, texts.say('tryAgain')),
        h('button', { click: () => this.acts.edit(item.outbox) }, texts.say('edit'))),
      item.choices && isLast && h('div.choices', { role: 'group', 'aria-label': texts.say('choices') },
        ...item.choices.map(choice => h('button', { dir: 'auto', click: () => this.acts.choose(choice) }, choice.label))))];
  }

  #status(status) {
    return status === 'pending' ? h('span', icon('clock'), this.texts.say('sending')) : status === 'refused' ? h('span', this.texts.say('refused')) : null;
  }

  #notice(item) {
    const isWait = !!item.by;
    return h('div', { class: `notice ${isWait ? 'wait' : ''}` }, icon(isWait ? 'clock' : 'person'),
      h('div', isWait && h('b', this.texts.say('byTime', { time: this.texts.promised(item.by) })), h('span', { dir: 'auto' }, item.text)));
  }

  #file(file) {
    const get = async event => {
      const button = event.currentTarget;
      button.disabled = true;
      await this.acts.run(async () => save(await this.acts.file(file), file.name));
      button.disabled = false;
    };
    return h('button.file', { 'aria-label': this.texts.say('downloadFile', { name: file.name }), click: get },
      icon('file'), h('span', { dir: 'auto' }, file.name), h('small', this.texts.size(file.size)));
  }
}
