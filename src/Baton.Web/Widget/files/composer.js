// Where the customer writes: text, files, sending. The draft outlives a reload.

import { h, icon } from './dom.js';

const longest = 16_000;
const mostFiles = 10;

export class Composer {
  #files = []; // { file, element, sent (what the server answered), abort }

  /** @param acts send(text, attachments), upload(file, progressed, signal), typing(on), draft (get and set), explain(problem) */
  constructor(texts, acts) {
    Object.assign(this, { texts, acts });
    const say = key => texts.say(key);
    this.field = h('textarea', {
      rows: '1', 'aria-label': say('write'), placeholder: say('write'), enterkeyhint: 'send', dir: 'auto',
      input: () => this.#changed(), keydown: event => this.#pressed(event), paste: event => this.#pasted(event),
    });
    this.picker = h('input', { type: 'file', multiple: true, hidden: true, 'aria-label': say('attach'), change: () => { this.add(this.picker.files); this.picker.value = ''; } });
    this.list = h('div.files');
    this.problem = h('p.problem', { role: 'alert', hidden: true });
    this.button = h('button.send', { type: 'submit', 'aria-label': say('send') }, icon('send'));
    this.element = h('form.composer', { submit: event => { event.preventDefault(); this.#send(); } },
      this.problem, this.list,
      h('div.line',
        h('button.quiet', { 'aria-label': say('attach'), click: () => this.picker.click() }, icon('clip')),
        this.picker, this.field, this.button));
  }

  /** Shows what was written and not sent before. */
  restore() {
    for (const one of this.#files.splice(0)) one.element.remove();
    this.field.value = this.acts.draft ?? '';
    this.explain('');
    this.#fit();
  }

  put(text) {
    this.field.value = [this.field.value, text].filter(Boolean).join('\n');
    this.#changed();
    this.field.focus();
  }

  focus() {
    this.field.focus();
  }

  explain(words) {
    this.problem.textContent = words;
    this.problem.hidden = !words;
  }

  add(files) {
    for (const file of files) {
      if (this.#files.length >= mostFiles) return this.explain(this.texts.say('tooManyFiles', { count: mostFiles }));
      this.#upload(file);
    }
  }

  async #upload(file) {
    const { texts } = this;
    const abort = new AbortController();
    const bar = h('progress', { max: '1', value: '0', 'aria-label': texts.say('uploading', { name: file.name }) });
    const note = h('small', texts.size(file.size));
    const one = { abort, element: h('div.file', icon('file'), h('span', { dir: 'auto' }, file.name), note, bar,
      h('button', { 'aria-label': texts.say('removeFile', { name: file.name }), click: () => this.#remove(one) }, icon('close'))) };
    this.#files.push(one);
    this.list.append(one.element);
    this.explain('');
    this.#fit();
    try {
      one.sent = await this.acts.upload(file, share => { bar.value = share; note.textContent = texts.percent(share); }, abort.signal);
      note.textContent = texts.size(file.size);
      bar.remove();
    } catch (problem) {
      this.#remove(one);
      if (!abort.signal.aborted || problem.status) this.explain(`${file.name}: ${problem.message || texts.say('notUploaded')}`);
    }
    this.#fit();
  }

  #remove(one) {
    this.#files = this.#files.filter(other => other !== one);
    one.element.remove();
    one.abort.abort();
    this.#fit();
    this.focus();
  }

  #send() {
    const text = this.field.value.trim();
    if (this.#files.some(one => !one.sent)) return this.explain(this.texts.say('stillUploading'));
    if (text.length > longest) return this.explain(this.texts.say('tooLong', { count: text.length, most: longest }));
    if (!text && this.#files.length === 0) return this.focus();
    this.acts.send(text, this.#files.map(one => one.sent));
    for (const one of this.#files.splice(0)) one.element.remove();
    this.field.value = '';
    this.explain('');
    this.#fit();
    this.focus();
  }

  #changed() {
    this.acts.draft = this.field.value;
    this.acts.typing(this.field.value !== '');
    this.#fit();
  }

  #fit() {
    this.field.style.height = 'auto';
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
    this.button.classList.toggle('ready', this.field.value.trim() !== '' || this.#files.some(one => one.sent));
  }

  #pressed(event) {
    // An input method uses Enter to finish a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #pasted(event) {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    this.add(event.clipboardData.files);
  }
}
