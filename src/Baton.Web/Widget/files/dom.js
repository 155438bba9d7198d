// Elements without any HTML parsing: text stays text, whoever wrote it.

/**
 * An element: `h('div.name', { attributes }, ...children)`. An attribute that is a function listens for the event of that name; false
 * and null leave one out. A button does nothing but what it is told.
 */
export function h(name, ...rest) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(' ');
  if (tag === 'button') element.type = 'button';
  const attributes = rest[0]?.constructor === Object ? rest.shift() : {};
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key, value);
    else if (value != null && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...rest.filter(child => child != null && child !== false));
  return element;
}

const paths = {
  chat: 'M12 4c4.7 0 8 2.9 8 6.8s-3.3 6.8-8 6.8c-.9 0-1.8-.1-2.6-.3L5 19.5l.9-3.6C4.7 14.6 4 12.8 4 10.8 4 6.9 7.3 4 12 4Z',
  baton: 'M5.5 14.5l9-9M9.5 18.5l9-9',
  person: 'M12 12a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM5 19.5c.6-3.3 3.4-5 7-5s6.4 1.7 7 5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  more: 'M12 6v.01M12 12v.01M12 18v.01',
  clip: 'M18.5 11.5l-6.6 6.6a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.9 6.9a1.3 1.3 0 0 1-1.9-1.9l6.2-6.2',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  down: 'M12 5v13.5M6 13l6 6 6-6',
  file: 'M7 4h6.5L18 8.5V20H7ZM13 4v5h5',
  check: 'M5.5 12.5l4.2 4.2 8.8-9',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM12 8v4.3l2.8 1.8',
};

/** A drawn sign; decoration only, whatever it stands on has a label. */
export function icon(name) {
  const make = (tag, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };
  const drawing = make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon icon-${name}` });
  drawing.append(make('path', { d: paths[name] }));
  return drawing;
}

/** Text with its web addresses as links. Only http and https become links. */
export function linked(text) {
  const parts = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'`]+/gi)) {
    const address = match[0].replace(/[.,;:!?)\]}…。，、）]+$/, '');
    if (!URL.canParse(address)) continue;
    parts.push(text.slice(at, match.index), h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address));
    at = match.index + address.length;
  }
  return [...parts, text.slice(at)];
}

/** Gives the customer a file to keep. */
export function save(blob, name) {
  const link = h('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
