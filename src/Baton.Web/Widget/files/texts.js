// Words, times and numbers in the customer's language.

const rightToLeft = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;

async function read(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : {};
  } catch {
    return {}; // a missing language falls back key by key
  }
}

export class Texts {
  /** English, then the language, then the exact locale, then the page's own: later ones win, key by key. */
  static async load({ root, locale, texts }) {
    const names = [...new Set(['en', locale.split('-')[0], locale])];
    const all = await Promise.all([
      ...names.map(name => read(new URL(`widget/texts/${name}.json`, root))),
      ...(texts ? [read(texts)] : []),
    ]);
    return new Texts(locale, Object.assign({}, ...all));
  }

  constructor(locale, words) {
    this.words = words;
    // Of one language, the customer's own habits of writing times: en becomes en-GB where the browser says so.
    const known = Intl.DateTimeFormat.supportedLocalesOf([locale.replace('_', '-')])[0] ?? 'en';
    this.locale = navigator.languages.find(own => own.startsWith(`${known}-`)) ?? known;
    this.direction = rightToLeft.test(locale) ? 'rtl' : 'ltr';
  }

  /** The words for a key, with {names} filled in. */
  say(key, values = {}) {
    return (this.words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  time(at) {
    return new Intl.DateTimeFormat(this.locale, { timeStyle: 'short' }).format(new Date(at));
  }

  day(at) {
    return new Intl.DateTimeFormat(this.locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));
  }

  /** A promised time: the hour, with the day when it is not today. */
  promised(at) {
    const date = new Date(at);
    return date.toDateString() === new Date().toDateString()
      ? this.time(at)
      : new Intl.DateTimeFormat(this.locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' }).format(date);
  }

  minutes(count) {
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(count);
  }

  size(bytes) {
    const [unit, value] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
  }

  percent(share) {
    return new Intl.NumberFormat(this.locale, { style: 'percent' }).format(share);
  }
}
