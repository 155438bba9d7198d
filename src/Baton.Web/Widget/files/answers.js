// How a person shall answer whoever waits: here, by telephone or by mail.

import { h, icon } from './dom.js';

export class Answers {
  #choices = [];
  #for = null; // the promise the choices were asked for

  constructor(texts, acts) {
    Object.assign(this, { texts, acts });
    this.ways = h('div.ways', { role: 'group', 'aria-label': texts.say('answerHow') });
    this.address = h('input', { maxlength: '254', dir: 'ltr' });
    this.label = h('label', h('span'), this.address);
    this.time = h('select');
    this.when = h('label', h('span', texts.say('answerWhen')), this.time);
    this.form = h('form', { hidden: true, novalidate: true, submit: event => { event.preventDefault(); this.#send(); } },
      this.label, this.when, h('button.solid', { type: 'submit' }, texts.say('choose')));
    this.chosen = h('p', { role: 'status' });
    this.change = h('button.soft', { click: () => { this.isOpen = true; this.#show(); this.ways.querySelector('button').focus(); } }, texts.say('change'));
    this.element = h('section.answers', { hidden: true, 'aria-label': texts.say('answerHow') },
      h('h3', texts.say('answerHow')), this.chosen, this.change, this.ways, this.form);
  }

  render({ holder, answer, promisedBy, items, connected }) {
    this.answer = answer;
    // Before the first word about the wait there is nothing to weigh.
    const awaited = holder === 'queue' && promisedBy && items.length > 0;
    if (!awaited) Object.assign(this, { isOpen: false, way: null });
    this.awaited = awaited;
    if (awaited && connected && this.#for !== promisedBy) this.#ask(promisedBy);
    this.#show();
  }

  async #ask(promisedBy) {
    this.#for = promisedBy;
    try {
      this.#choices = await this.acts.list();
      this.#fill();
    } catch {
      this.#for = null; // asked again with the next change
    }
    this.#show();
  }

  #fill() {
    this.ways.replaceChildren(...this.#choices.map(({ way }) => h('button', { 'data-way': way, 'aria-pressed': 'false', click: () => this.#pick(way) }, this.texts.say(`answer.${way}`))));
    const { times = [] } = this.#of('callback') ?? {};
    this.time.replaceChildren(h('option', { value: '' }, this.texts.say('soonest')), ...times.map(at => h('option', { value: at }, this.texts.promised(at))));
  }

  #of(way) {
    return this.#choices.find(choice => choice.way === way);
  }

  #pick(way) {
    this.way = way;
    if (way === 'waiting') return this.#send();
    const isPhone = way === 'callback';
    Object.assign(this.address, { type: isPhone ? 'tel' : 'email', autocomplete: isPhone ? 'tel' : 'email', value: this.answer?.way === way ? this.answer.address : this.#of(way).address ?? '' });
    this.label.firstChild.textContent = this.texts.say(isPhone ? 'phone' : 'mailAddress');
    this.when.hidden = !isPhone;
    this.#show();
    this.element.scrollIntoView({ block: 'nearest' });
    return this.address.focus();
  }

  async #send() {
    const { way } = this;
    const address = this.address.value.trim();
    if (way !== 'waiting' && !address) return this.address.focus();
    const done = await this.acts.arrange({ way, ...(way !== 'waiting' && { address }), ...(way === 'callback' && this.time.value && { at: this.time.value }) });
    if (!done) return way === 'waiting' ? undefined : this.address.focus();
    Object.assign(this, { isOpen: false, way: null });
    return this.#show();
  }

  #show() {
    const { answer, isOpen } = this;
    const isChosen = !!answer && answer.way !== 'waiting';
    this.element.hidden = !this.awaited || this.#choices.length === 0;
    const words = isChosen ? this.texts.say(`chosen.${answer.way}`, { address: answer.address }) : '';
    if (this.chosen.textContent !== words) this.chosen.replaceChildren(...(words ? [icon('check'), words] : []));
    const asks = !isChosen || isOpen;
    this.change.hidden = asks;
    this.ways.hidden = !asks;
    this.form.hidden = !asks || !this.way || this.way === 'waiting';
    const pressed = this.way ?? answer?.way ?? 'waiting';
    for (const button of this.ways.children) button.setAttribute('aria-pressed', String(button.dataset.way === pressed));
  }
}
