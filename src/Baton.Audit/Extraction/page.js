// What a page's own scripts may touch while Baton looks for the addresses they write: the page's elements, read through `host`,
// and everywhere else a stand-in that accepts whatever is done to it. Every text that a script shows is handed to host.out.
(function () {
  'use strict';
  var global = globalThis, depth = 0, calls = 0;
  var outputs = { innerHTML: 1, outerHTML: 1, textContent: 1, innerText: 1, href: 1, value: 1, nodeValue: 1, data: 1, title: 1, text: 1 };
  var writers = { write: 1, writeln: 1, html: 1, text: 1, append: 1, prepend: 1, before: 1, after: 1, appendTo: 0, insertAdjacentHTML: 1, createTextNode: 1, setAttribute: 1, attr: 1, prop: 1, val: 1, replaceWith: 1, insertAdjacentText: 1, assign: 1, replace: 1, open: 1, alert: 1 };

  function show(node, text) {
    if (text === null || text === undefined || typeof text === 'function' || typeof text === 'symbol') return;
    if (typeof text === 'object') { try { text = String(text); } catch (error) { return; } }
    host.out(node || 0, String(text));
  }

  function run(action, self, args) {
    if (typeof action !== 'function' || depth > 12 || ++calls > 400) return undefined;
    depth++;
    try { return action.apply(self, args || []); } finally { depth--; }
  }

  // Accepts everything, answers with itself.
  function standIn(node, name, isSettled) {
    var own = {};
    var me = new Proxy(function () { }, {
      get: function (target, key) {
        if (key === Symbol.toPrimitive) return function () { return ''; };
        if (key === Symbol.iterator) return function () { var done = false; return { next: function () { if (done) return { done: true, value: undefined }; done = true; return { done: false, value: me }; } }; };
        if (typeof key === 'symbol') return undefined;
        // A promise that is kept at once, with something that is no promise any more.
        if (key === 'then') return isSettled ? undefined : function (done) { run(done, undefined, [standIn(node, name, true)]); return me; };
        if (key in own) return own[key];
        if (key === 'length') return 1;
        if (key === 'toString') return function () { return ''; };
        if (key === 'prototype') return {};
        return own[key] = standIn(node, key);
      },
      set: function (target, key, value) {
        own[key] = value;
        if (outputs[key] || key === 'location') show(node, value);
        if (typeof value === 'function' && /^on/.test(String(key))) run(value, me, [event()]);
        return true;
      },
      has: function () { return true; },
      apply: function (target, self, args) {
        for (var i = 0; i < args.length; i++) {
          if (typeof args[i] === 'function') run(args[i], me, [event(), me]);
          else if (writers[name] && typeof args[i] === 'string') show(node, args[i]);
        }
        return me;
      },
      construct: function () { return standIn(node, name); }
    });
    return me;
  }

  function event() { return { preventDefault: function () { }, stopPropagation: function () { }, target: standIn(0), currentTarget: standIn(0), type: 'load' }; }

  var known = {}, changed = {};

  function element(id) {
    if (!id) return null;
    if (known[id]) return known[id];
    var own = {};
    var me = new Proxy({}, {
      get: function (target, key) {
        if (key === Symbol.toPrimitive) return function () { return '[object HTMLElement]'; };
        if (typeof key === 'symbol' || key === 'then') return undefined;
        if (key in own) return own[key];
        switch (key) {
          case 'innerHTML': case 'textContent': case 'innerText': case 'text': case 'outerHTML': case 'tagName': case 'nodeName': case 'nodeValue': return host.read(id, key);
          case 'id': case 'className': case 'href': case 'title': case 'rel': case 'name': case 'value': case 'alt': case 'src': case 'lang': return host.attribute(id, key === 'className' ? 'class' : key) || '';
          case 'length': return 1;
          case '0': return me;
          case 'dataset': return new Proxy({}, { get: function (t, k) { return typeof k === 'string' ? value(host.attribute(id, 'data-' + k.replace(/[A-Z]/g, function (c) { return '-' + c.toLowerCase(); }))) : undefined; } });
          case 'getAttribute': return function (name) { return host.attribute(id, String(name)); };
          case 'hasAttribute': return function (name) { return host.attribute(id, String(name)) !== null; };
          case 'attributes': return new Proxy({}, { get: function (t, k) { return { value: host.attribute(id, String(k)) }; } });
          case 'setAttribute': return function (name, text) { if (/^on/i.test(name)) { host.handler(id, String(text)); } else { show(id, text); } };
          case 'parentNode': case 'parentElement': return element(host.near(id, 'parent'));
          case 'nextSibling': case 'nextElementSibling': return element(host.near(id, 'next'));
          case 'previousSibling': case 'previousElementSibling': return element(host.near(id, 'previous'));
          case 'firstChild': case 'firstElementChild': return element(host.near(id, 'first'));
          case 'lastChild': case 'lastElementChild': return element(host.near(id, 'last'));
          case 'children': case 'childNodes': return list(':scope > *', id);
          case 'querySelector': return function (selector) { return list(String(selector), id)[0] || null; };
          case 'querySelectorAll': return function (selector) { return list(String(selector), id); };
          case 'getElementsByTagName': return function (name) { return list(String(name), id); };
          case 'getElementsByClassName': return function (name) { return list('.' + String(name).trim().split(/\s+/).join('.'), id); };
          case 'closest': return function () { return me; };
          case 'addEventListener': return function (name, action) { run(action, me, [{ preventDefault: function () { }, target: me, currentTarget: me }]); };
          case 'insertAdjacentHTML': case 'insertAdjacentText': return function (where, text) { show(id, text); };
          case 'append': case 'prepend': case 'replaceWith': case 'before': case 'after': case 'appendChild': case 'insertBefore': case 'replaceChild': case 'replaceChildren':
            return function () { for (var i = 0; i < arguments.length; i++) if (typeof arguments[i] === 'string') show(id, arguments[i]); return arguments[0]; };
        }
        return own[key] = standIn(id, key);
      },
      set: function (target, key, text) {
        own[key] = text;
        if (outputs[key]) { own[key] = String(text); show(id, text); }
        if (typeof text === 'function' && /^on/.test(String(key))) run(text, me, [event()]);
        return true;
      },
      has: function () { return true; }
    });
    return known[id] = me;
  }

  function value(text) { return text === null ? undefined : text; }

  function list(selector, root) {
    var found = host.query(selector, root || 0), result = [];
    if (found) { var ids = found.split(','); for (var i = 0; i < ids.length; i++) result.push(element(Number(ids[i]))); }
    result.item = function (at) { return result[at] || null; };
    return result;
  }

  // As much of jQuery as scripts that write addresses use.
  function query(what, root) {
    if (typeof what === 'function') { run(what, document, [query]); return wrap([]); }
    if (typeof what === 'string') { if (/^\s*</.test(what)) { show(0, what); return wrap([]); } return wrap(list(what, root)); }
    return wrap(what ? [what] : []);
  }

  function wrap(nodes) {
    var me = {
      length: nodes.length,
      each: function (action) { for (var i = 0; i < nodes.length && i < 60; i++) run(action, nodes[i], [i, nodes[i]]); return me; },
      map: function (action) { return wrap(nodes.map(function (node, at) { return run(action, node, [at, node]); })); },
      get: function (at) { return at === undefined ? nodes : nodes[at]; },
      eq: function (at) { return wrap(nodes[at] ? [nodes[at]] : []); },
      first: function () { return me.eq(0); }, last: function () { return me.eq(nodes.length - 1); },
      find: function (selector) { return wrap([].concat.apply([], nodes.map(function (node) { return node.querySelectorAll(selector); }))); },
      parent: function () { return wrap(nodes.map(function (node) { return node.parentNode; })); },
      children: function () { return wrap([].concat.apply([], nodes.map(function (node) { return node.children; }))); },
      closest: function () { return me; },
      data: function (name, text) { if (text !== undefined) return me; var raw = nodes[0] && nodes[0].getAttribute('data-' + String(name).replace(/[A-Z]/g, function (c) { return '-' + c.toLowerCase(); })); return value(raw === undefined ? null : raw); },
      attr: function (name, text) { return text === undefined && typeof name === 'string' ? (nodes[0] ? value(nodes[0].getAttribute(name)) : undefined) : (typeof name === 'object' ? each(Object.keys(name).map(function (k) { return name[k]; })) : each([text])); },
      prop: function (name, text) { return me.attr(name, text); },
      html: function (text) { return text === undefined ? (nodes[0] ? nodes[0].innerHTML : '') : each([text]); },
      text: function (text) { return text === undefined ? nodes.map(function (node) { return node.textContent; }).join('') : each([text]); },
      val: function (text) { return text === undefined ? (nodes[0] ? nodes[0].value : '') : each([text]); },
      ready: function (action) { run(action, document, [query]); return me; },
      on: function () { for (var i = 1; i < arguments.length; i++) if (typeof arguments[i] === 'function') for (var j = 0; j < nodes.length && j < 60; j++) run(arguments[i], nodes[j], [event()]); return me; }
    };
    function each(texts) {
      nodes.forEach(function (node, at) { texts.forEach(function (text) { show(idOf(node), typeof text === 'function' ? run(text, node, [at, node.textContent]) : text); }); });
      if (!nodes.length) texts.forEach(function (text) { show(0, text); });
      return me;
    }
    ['append', 'prepend', 'before', 'after', 'replaceWith', 'wrap', 'wrapInner'].forEach(function (name) { me[name] = function (text) { return each([text]); }; });
    ['click', 'hover', 'mouseover', 'mouseenter', 'focus', 'one', 'bind', 'load', 'submit', 'change'].forEach(function (name) { me[name] = function (action) { var last = arguments[arguments.length - 1]; return typeof last === 'function' ? me.on(name, last) : me; }; });
    nodes.forEach(function (node, at) { me[at] = node; });
    return new Proxy(me, { get: function (target, key) { return key in target || typeof key === 'symbol' || key === 'then' ? target[key] : function () { for (var i = 0; i < arguments.length; i++) run(arguments[i], me, []); return proxy(); }; } });
    function proxy() { return wrap(nodes); }
  }

  function idOf(node) { for (var id in known) if (known[id] === node) return Number(id); return 0; }

  var later = function (action) { if (typeof action === 'function') run(action, global, []); else if (typeof action === 'string') host.handler(0, action); return 1; };
  var document = new Proxy({
    write: function () { var text = ''; for (var i = 0; i < arguments.length; i++) text += arguments[i]; host.write(text); },
    writeln: function () { document.write.apply(document, arguments); host.write('\n'); },
    getElementById: function (id) { return list('[id="' + String(id).replace(/["\\]/g, '\\$&') + '"]')[0] || standIn(0); },
    getElementsByClassName: function (name) { return list('.' + String(name).trim().split(/\s+/).join('.')); },
    getElementsByTagName: function (name) { return list(String(name)); },
    getElementsByName: function (name) { return list('[name="' + String(name) + '"]'); },
    querySelector: function (selector) { return list(String(selector))[0] || null; },
    querySelectorAll: function (selector) { return list(String(selector)); },
    createElement: function () { return standIn(0); },
    createTextNode: function (text) { show(0, text); return standIn(0); },
    addEventListener: function (name, action) { run(action, document, [event()]); },
    readyState: 'complete', cookie: '', referrer: ''
  }, {
    get: function (target, key) { return key in target ? target[key] : typeof key === 'symbol' ? undefined : key === 'body' ? (list('body')[0]) : target[key] = standIn(0, key); },
    set: function (target, key, text) { target[key] = text; if (key === 'location') show(0, text); return true; }
  });

  global.document = document;
  global.window = global.self = global.top = global.parent = global.frames = global;
  // The page's own place: assigning to it is showing a link.
  var place = new Proxy({ hostname: host.name, host: host.name, protocol: 'https:', pathname: '/', href: 'https://' + host.name + '/', search: '', hash: '' }, {
    get: function (target, key) { return key in target ? target[key] : typeof key === 'symbol' ? undefined : standIn(0, key); },
    set: function (target, key, text) { show(0, text); return true; }
  });
  Object.defineProperty(global, 'location', { get: function () { return place; }, set: function (text) { show(0, text); }, configurable: true });
  document.location = place;
  global.jQuery = global.$ = new Proxy(query, { get: function (target, key) { return key === 'fn' ? (target.fn = target.fn || {}) : key in target ? target[key] : typeof key === 'symbol' ? undefined : function (a, b) { if (key === 'each' && a && a.forEach) a.forEach(function (x, i) { run(b, x, [i, x]); }); return standIn(0, key); }; } });
  global.setTimeout = global.setInterval = global.requestAnimationFrame = global.queueMicrotask = global.requestIdleCallback = later;
  global.clearTimeout = global.clearInterval = function () { };
  global.addEventListener = global.attachEvent = function (name, action) { run(action, global, [event()]); };
  global.alert = global.open = global.prompt = function (text) { show(0, text); };
  global.TextDecoder = function () { this.decode = function (bytes) { var text = ''; for (var i = 0; i < bytes.length && i < 4000; i++) text += '%' + ('0' + bytes[i].toString(16)).slice(-2); try { return decodeURIComponent(text); } catch (error) { return ''; } }; };
  global.atob = host.atob; global.btoa = host.btoa;
  global.navigator = { clipboard: { writeText: function (text) { show(0, text); return { then: function () { }, 'catch': function () { } }; } }, userAgent: 'Mozilla/5.0', language: 'en', languages: ['en'], platform: '' };
  global.screen = { width: 1280, height: 900 };
  global.innerWidth = 1280; global.innerHeight = 900;
  global.console = standIn(0, 'console');
  global.localStorage = global.sessionStorage = { getItem: function () { return null; }, setItem: function () { }, removeItem: function () { } };
  global.__missing = function (name) { global[name] = standIn(0, name); };
  global.__run = function (id, code) { var action = new Function('event', code); run(action, element(id) || global, [event()]); };
  global.__before = Object.getOwnPropertyNames(global);
  // Texts that scripts put together and kept; actions that wait for a click.
  global.__kept = function () {
    var before = global.__before, texts = [];
    Object.getOwnPropertyNames(global).forEach(function (name) {
      if (before.indexOf(name) >= 0) return;
      var kept; try { kept = global[name]; } catch (error) { return; }
      if (typeof kept === 'string' && kept.length < 400) texts.push(kept);
      else collect(kept, 0);
    });
    // Settings: what stands under a name that means an address.
    function collect(kept, level) {
      if (!kept || typeof kept !== 'object' || level > 4 || texts.length > 200) return;
      Object.keys(kept).slice(0, 100).forEach(function (key) {
        var inner = kept[key];
        if (typeof inner === 'string') { if (/e-?mail|^mail|contact/i.test(key) && !/placeholder|example|label/i.test(key)) texts.push(inner); }
        else collect(inner, level + 1);
      });
    }
    return texts.join('\n');
  };
  global.__actions = function () {
    var before = global.__before, names = [];
    Object.getOwnPropertyNames(global).forEach(function (name) { if (before.indexOf(name) < 0 && typeof global[name] === 'function' && global[name].length === 0 && /mailto|@|\\x40|%40|fromCharCode|atob|location|lto:/i.test(Function.prototype.toString.call(global[name]))) names.push(name); });
    return names.join(',');
  };
  var repeat = String.prototype.repeat, fill = String.prototype.padEnd;
  String.prototype.repeat = function (count) { return this.length * count > 100000 ? '' : repeat.call(this, count); };
  String.prototype.padStart = String.prototype.padEnd = function (length, by) { return length > 100000 ? String(this) : fill.call(this, length, by); };
})();
