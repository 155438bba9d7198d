// The one script a page includes. Reads its own tag, loads the widget's modules and puts <baton-chat> into the page.
(() => {
  // The server writes the build's name here, so that every module of one build may be cached for good.
  const build = '';
  const script = document.currentScript;
  if (window.Baton || !script) return;

  const waiting = [];
  const later = name => (...values) => waiting.push([name, values]);
  window.Baton = { open: later('open'), close: later('close'), identify: later('identify'), forget: later('forget'), destroy: later('destroy') };

  const files = new URL(build ? `${build}/` : './', script.src);
  import(new URL('chat.js', files)).then(() => {
    const chat = document.createElement('baton-chat');
    const { identity, locale, texts, theme, side } = script.dataset;
    chat.settings = {
      files,
      root: new URL('..', script.src),
      locale: locale || document.documentElement.lang || navigator.language || 'en',
      texts: texts && new URL(texts, document.baseURI),
    };
    if (identity) chat.setAttribute('identity', identity);
    if (theme) chat.setAttribute('theme', theme);
    if (side) chat.setAttribute('side', side);
    window.Baton = {
      open: () => chat.open(),
      close: () => chat.close(),
      identify: token => (token ? chat.setAttribute('identity', token) : chat.removeAttribute('identity')),
      forget: () => chat.forget(),
      destroy: () => { chat.remove(); delete window.Baton; },
    };
    document.body.append(chat);
    for (const [name, values] of waiting) window.Baton?.[name](...values);
  }).catch(error => {
    delete window.Baton;
    console.error(`Baton: the chat could not be loaded. Is ${location.origin} among Web:AllowedOrigins, and does this page's Content-Security-Policy allow ${files.origin} in script-src and connect-src?`, error);
  });
})();
