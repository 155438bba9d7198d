// <baton-chat>: the launcher, the panel and the conversation of whoever the customer is.

import { Conversation } from './conversation.js';
import { h, icon } from './dom.js';
import { Panel } from './panel.js';
import { Texts } from './texts.js';

/** Whose conversation it is on this device; only the server decides whether the token is good. */
function customerOf(token) {
  if (!token) return 'anonymous';
  try {
    const bytes = Uint8Array.from(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
    return `id:${JSON.parse(new TextDecoder().decode(bytes)).sub}`;
  } catch {
    return 'id:?';
  }
}

class BatonChat extends HTMLElement {
  static observedAttributes = ['identity'];

  async connectedCallback() {
    const { files } = this.settings;
    const [texts, style] = await Promise.all([Texts.load(this.settings), fetch(new URL('baton.css', files)).then(answer => answer.text())]);
    if (!this.isConnected) return;
    const sheet = new CSSStyleSheet(); // made by script: no style element that a strict page would refuse
    sheet.replaceSync(style);
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];

    this.texts = texts;
    this.dir = texts.direction;
    const self = this;
    this.panel = new Panel(texts, { close: () => this.close(), get conversation() { return self.conversation; } });
    this.badge = h('span.badge', { hidden: true });
    this.launcher = h('button.launcher', { 'aria-haspopup': 'dialog', 'aria-expanded': 'false', click: () => this.open() }, icon('chat'), this.badge);
    root.append(this.launcher, this.panel.element);

    this.isReady = true;
    this.#begin();
    this.narrow = matchMedia('(max-width: 560px), (max-height: 480px)');
    this.narrow.onchange = () => { if (this.panel.element.open) { this.panel.element.close(); this.#show(); } };
    visualViewport?.addEventListener('resize', this.fit = () => this.style.setProperty('--visible', `${visualViewport.height}px`));
    this.clock = setInterval(() => { if (this.isOpen) this.#render(); }, 20_000); // a promised time comes closer
    if (this.isOpen) this.open();
    this.#tell('ready');
  }

  disconnectedCallback() {
    this.conversation?.end();
    clearInterval(this.clock);
    if (this.narrow) this.narrow.onchange = null;
    visualViewport?.removeEventListener('resize', this.fit);
  }

  attributeChangedCallback(name, before, token) {
    if (!this.isReady || before === token) return;
    if (customerOf(token) === this.conversation.customer) this.conversation.token = token;
    else this.#begin();
  }

  open() {
    this.isOpen = true;
    if (!this.isReady) return;
    if (!this.panel.element.open) {
      this.cameFrom = document.activeElement === this ? this.launcher : document.activeElement;
      this.#show();
      this.#tell('open');
    }
    this.conversation.looking = true;
    this.#render();
    this.panel.log.toEnd();
    // A keyboard that covers half of the phone is for the customer to ask for.
    if (matchMedia('(pointer: fine)').matches) this.panel.composer.focus();
    else this.panel.who.focus();
    // What was said before is not read out, only what is new.
    setTimeout(() => this.panel.log.element.setAttribute('aria-live', 'polite'), 1_000);
  }

  close() {
    this.isOpen = false;
    if (!this.panel?.element.open) return;
    this.panel.element.close();
    this.launcher.hidden = false;
    this.launcher.setAttribute('aria-expanded', 'false');
    this.conversation.looking = false;
    (this.cameFrom?.isConnected && this.cameFrom !== document.body ? this.cameFrom : this.launcher).focus();
    this.#tell('close');
  }

  /** Removes everything of this customer from the device. */
  forget() {
    this.conversation?.store.forget();
    if (this.isReady) this.#begin();
  }

  #show() {
    if (this.narrow.matches) this.panel.element.showModal();
    else this.panel.element.show();
    this.launcher.hidden = true;
    this.launcher.setAttribute('aria-expanded', 'true');
  }

  /** Another customer, another conversation: nothing of the former one stays on screen. */
  #begin() {
    this.conversation?.end();
    const identity = this.getAttribute('identity');
    this.conversation = new Conversation({
      root: this.settings.root,
      locale: this.texts.locale,
      identity,
      customer: customerOf(identity),
      changed: () => this.#render(),
      happened: (name, detail) => this.#tell(name, detail),
    });
    this.panel.composer.restore();
    if (this.isOpen) this.conversation.looking = true;
    this.#render();
  }

  #render() {
    if (this.isPlanned) return;
    this.isPlanned = true;
    queueMicrotask(() => {
      this.isPlanned = false;
      if (!this.isConnected || !this.conversation) return;
      this.panel.render(this.conversation);
      const { unread } = this.conversation;
      this.badge.hidden = unread === 0;
      this.badge.textContent = String(unread);
      this.launcher.setAttribute('aria-label', this.texts.say(unread ? 'openUnread' : 'open', { count: unread }));
    });
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(`baton:${name}`, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('baton-chat', BatonChat);
