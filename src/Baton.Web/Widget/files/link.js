// The wire: calls to the API, and the stream of events.

/** What the server refused, or why it was not reached (status 0). */
export class Problem extends Error {
  constructor(status, { code = '', detail = '' } = {}, retryAfter = 0) {
    super(detail);
    Object.assign(this, { status, code, retryAfter: retryAfter * 1000 });
  }

  /** Worth trying again as it is. */
  get passes() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** The conversation cannot be opened with this token any more. */
  get isLost() {
    return this.code.startsWith('token-') || this.code === 'conversation-not-found';
  }

  /** The page's word on who the customer is was not accepted. */
  get isIdentity() {
    return this.code.startsWith('identity-');
  }
}

async function problemOf(answer) {
  let body;
  try {
    body = await answer.json();
  } catch { /* a proxy's page instead of a problem: the status says enough */ }
  return new Problem(answer.status, body ?? {}, Number(answer.headers.get('Retry-After')) || 0);
}

export class Link {
  constructor(root) {
    this.conversations = new URL('v1/conversations', root);
  }

  address(session, path) {
    return `${this.conversations}/${session.conversation}/${path}`;
  }

  async fetch(address, init, signal = AbortSignal.timeout(20_000)) {
    let answer;
    try {
      answer = await fetch(address, { ...init, signal, credentials: 'omit', cache: 'no-store' });
    } catch {
      throw new Problem(0);
    }
    if (!answer.ok) throw await problemOf(answer);
    return answer;
  }

  async open(body) {
    const answer = await this.fetch(this.conversations, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    return answer.json();
  }

  post(session, path, body) {
    const headers = { Authorization: `Bearer ${session.token}`, ...(body && { 'Content-Type': 'application/json' }) };
    return this.fetch(this.address(session, path), { method: 'POST', headers, body: body && JSON.stringify(body), keepalive: path === 'typing' });
  }

  get(session, path) {
    return this.fetch(this.address(session, path), { headers: { Authorization: `Bearer ${session.token}` } });
  }

  async download(session, path) {
    const answer = await this.fetch(this.address(session, path), { headers: { Authorization: `Bearer ${session.token}` } }, AbortSignal.timeout(120_000));
    return answer.blob();
  }

  /** XMLHttpRequest, because fetch tells nothing about how far an upload is. */
  upload(session, file, progressed, signal) {
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open('POST', this.address(session, 'attachments'));
      request.setRequestHeader('Authorization', `Bearer ${session.token}`);
      request.responseType = 'json';
      request.upload.onprogress = event => progressed(event.loaded / event.total);
      request.onload = () => request.status === 201 ? done(request.response) : failed(new Problem(request.status, request.response ?? {}));
      request.onerror = request.onabort = () => failed(new Problem(0));
      signal.addEventListener('abort', () => request.abort());
      const form = new FormData();
      form.append('file', file, file.name);
      request.send(form);
    });
  }

  /** Follows the stream until it ends. A stream that is silent for longer than two heartbeats and a half is dead. */
  async follow(session, after, { opened, received, heard }, abort) {
    const headers = { Authorization: `Bearer ${session.token}`, Accept: 'text/event-stream', ...(after && { 'Last-Event-ID': String(after) }) };
    let watchdog = setTimeout(() => abort.abort(), 40_000);
    try {
      const answer = await this.fetch(this.address(session, 'stream'), { headers }, abort.signal);
      opened();
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = ''; ;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(() => abort.abort(), 40_000);
        heard();
        const blocks = (text + value).split(/\r?\n\r?\n/);
        text = blocks.pop();
        for (const block of blocks) {
          const data = block.split(/\r?\n/).filter(line => line.startsWith('data:')).map(line => line.slice(5).trimStart()).join('\n');
          if (data) received(JSON.parse(data));
        }
      }
    } catch (error) {
      if (error instanceof Problem || error instanceof SyntaxError) throw error;
      throw new Problem(0); // the connection broke while reading
    } finally {
      clearTimeout(watchdog);
    }
  }
}

/** How long to wait before trying again: 1 s, doubled up to 30 s, half of it by chance so that not all come back at once. */
export function backoff(attempt, atLeast = 0) {
  const longest = Math.min(30_000, 1_000 * 2 ** attempt);
  return Math.max(atLeast, longest * (0.5 + Math.random() / 2));
}
