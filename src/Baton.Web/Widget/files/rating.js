// One tap at the end, a word more for those who want to.

import { h, icon } from './dom.js';

export class Rating {
  constructor(texts, rate) {
    Object.assign(this, { texts, rate });
    const say = (key, values) => texts.say(key, values);
    this.scores = [1, 2, 3, 4, 5].map(score => h('button', {
      'aria-pressed': 'false', 'aria-label': say('score', { score, words: say(`score${score}`) }), click: () => this.#give(score),
    }, String(score)));
    this.comment = h('textarea', { rows: '2', maxlength: '2000', 'aria-label': say('comment'), placeholder: say('comment'), dir: 'auto' });
    this.more = h('form', { hidden: true, submit: event => { event.preventDefault(); this.#tell(); } }, this.comment, h('button.solid', { type: 'submit' }, say('sendComment')));
    this.thanks = h('p.thanks', { role: 'status' });
    this.element = h('section.rating', { hidden: true, 'aria-label': say('rate') },
      h('h3', say('rate')),
      h('div.scores', { role: 'group', 'aria-label': say('rate') }, ...this.scores),
      h('div.ends', { 'aria-hidden': 'true' }, h('span', say('score1')), h('span', say('score5'))),
      this.thanks, this.more);
  }

  render({ holder, score }) {
    this.element.hidden = holder !== 'closed';
    if (holder !== 'closed') this.told = false;
    this.scores.forEach((button, index) => button.setAttribute('aria-pressed', String(index + 1 === score)));
    this.more.hidden = !score || !!this.told;
    const words = score ? this.texts.say(this.told ? 'thanksForComment' : 'thanks') : '';
    if (this.thanks.textContent !== words) this.thanks.replaceChildren(...(words ? [icon('check'), words] : []));
    this.score = score;
  }

  #give(score) {
    this.rate(score, '');
  }

  async #tell() {
    const comment = this.comment.value.trim();
    if (!comment) return this.comment.focus();
    if (!await this.rate(this.score, comment)) return undefined;
    this.told = true;
    this.comment.value = '';
    this.render({ holder: 'closed', score: this.score });
  }
}
