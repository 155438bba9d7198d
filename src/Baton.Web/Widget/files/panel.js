// The panel: who answers, the way to a person, the transcript, and where to write.

import { h, icon, save } from './dom.js';
import { Answers } from './answers.js';
import { Composer } from './composer.js';
import { Log } from './log.js';
import { Rating } from './rating.js';

export class Panel {
  /** @param acts close(), conversation (the current one), forget() */
  constructor(texts, acts) {
    Object.assign(this, { texts, acts });
    const say = key => texts.say(key);
    const run = work => this.run(work);
    const current = () => acts.conversation;

    this.mark = h('span.mark');
    this.who = h('h2', { id: 'who', tabindex: '-1' });
    this.tag = h('span.tag', say('person'));
    this.status = h('p.status', { role: 'status' });
    this.person = h('button.person', { click: () => this.#callPerson() }, icon('person'), h('span', say('person?')));
    const item = (key, work) => h('button', { click: () => { this.toggleMenu(false); run(work); } }, say(key));
    this.menu = h('div.menu', { id: 'menu', hidden: true },
      this.download = item('transcript', async () => save(await current().transcript(), `${say('transcriptFile')}.txt`)),
      this.leave = item('end', () => current().leave()),
      item('anew', () => current().startAnew()));
    this.menuButton = h('button.quiet', { 'aria-label': say('more'), 'aria-expanded': 'false', 'aria-controls': 'menu', click: () => this.toggleMenu() }, icon('more'));
    this.banner = h('p.banner', { role: 'status', hidden: true });

    this.log = new Log(texts, {
      run,
      file: file => current().file(file),
      choose: choice => { current().write(choice.value); this.composer.focus(); },
      retry: entry => current().retry(entry),
      edit: entry => { current().discard(entry); this.composer.put(entry.text); },
    });
    this.answers = new Answers(texts, { list: () => current().answers(), arrange: choice => run(() => current().arrange(choice)) });
    this.end = h('div', this.answers.element);
    this.rating = new Rating(texts, (score, comment) => run(() => current().rate(score, comment)));
    this.composer = new Composer(texts, {
      send: (text, files) => current().write(text, files),
      upload: (file, progressed, signal) => current().upload(file, progressed, signal),
      typing: on => current().tellTyping(on),
      get draft() { return current().store.get('draft'); },
      set draft(text) { current().store.set('draft', text || null); },
    });
    this.element = h('dialog.panel', {
      'aria-labelledby': 'who', lang: texts.locale,
      keydown: event => this.#pressed(event), cancel: event => { event.preventDefault(); acts.close(); },
      click: event => { if (!this.menu.hidden && !event.composedPath().includes(this.menuButton)) this.toggleMenu(false); },
    },
    h('header',
      h('div.relay'),
      h('div.top', this.mark, h('div.name', this.who, this.tag), this.menuButton,
        h('button.quiet', { 'aria-label': say('close'), click: () => acts.close() }, icon('close'))),
      h('div.way', this.status, this.person), this.menu),
    this.banner, this.log.element, this.log.jump, this.composer.element);
  }

  render(conversation) {
    const { texts, element } = this;
    const { holder, holderName, promisedBy, session } = conversation;
    element.dataset.holder = holder ?? 'agent';
    const name = holder === 'worker' ? holderName ?? texts.say('person') : texts.say(holder === 'queue' ? 'waiting' : 'agent');
    if (this.who.textContent !== name) this.who.textContent = name;
    this.tag.hidden = holder !== 'worker';
    if (this.shownMark !== (this.shownMark = `${holder}${name}`)) {
      this.mark.replaceChildren(holder === 'worker' ? [...name][0].toLocaleUpperCase(texts.locale) : icon(holder === 'queue' ? 'clock' : 'baton'));
    }
    const status = conversation.isCalling ? texts.say('calling') : holder === 'queue' ? this.#wait(promisedBy) : texts.say(`status.${holder ?? 'new'}`);
    if (this.status.textContent !== status) this.status.textContent = status;
    const called = holder === 'queue' || holder === 'worker' || conversation.isCalling;
    this.person.setAttribute('aria-pressed', String(called));
    if (called !== this.called) this.person.firstChild.replaceWith(icon(called ? 'check' : 'person'));
    this.called = called;
    this.download.disabled = !session;
    this.leave.disabled = !session || holder === 'closed';
    this.#explain(conversation);
    const follows = this.log.isAtEnd;
    this.answers.render(conversation);
    this.rating.render(conversation);
    if (!this.rating.element.parentNode) this.end.append(this.rating.element);
    this.log.render(conversation, this.end, follows);
  }

  /** Runs what a button does; a refusal is told in its own words. True when it worked. */
  async run(work) {
    this.failed = null;
    try {
      await work();
      return true;
    } catch (problem) {
      if (problem.isIdentity) return false;
      this.failed = problem.message || this.texts.say('notReached');
      return false;
    } finally {
      this.render(this.acts.conversation);
    }
  }

  toggleMenu(open = this.menu.hidden) {
    this.menu.hidden = !open;
    this.menuButton.setAttribute('aria-expanded', String(open));
    if (open) this.menu.querySelector('button:enabled')?.focus();
  }

  #explain({ trouble, connected }) {
    const words = trouble ? this.texts.say(`trouble.${trouble}`) : connected ? this.failed ?? '' : this.texts.say('offline');
    this.banner.hidden = !words;
    this.banner.classList.toggle('soft', !trouble && !connected);
    if (this.banner.textContent !== words) this.banner.textContent = words;
  }

  #wait(by) {
    if (!by) return this.texts.say('status.queue');
    const minutes = Math.ceil((new Date(by) - Date.now()) / 60_000);
    if (minutes < 0) return this.texts.say('late');
    const time = this.texts.promised(by);
    return minutes > 90 ? this.texts.say('byTime', { time }) : this.texts.say('byTimeSoon', { time, minutes: this.texts.minutes(minutes) });
  }

  #callPerson() {
    const { conversation } = this.acts;
    if (this.called) this.log.toEnd();
    else conversation.askForPerson();
  }

  #pressed(event) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.menu.hidden) return this.acts.close();
    this.toggleMenu(false);
    this.menuButton.focus();
  }
}
