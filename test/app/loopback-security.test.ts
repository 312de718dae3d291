import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Asked, ask, type BareHost, startBareHost, type Told } from '../support/loopback.ts';
import { useWorkFolder } from '../support/work-folder.ts';

const script = '<script>parent.document.title = "taken"</script>';
const served = {
  'originals/0a/page.html': {
    content: { kind: 'bytes', bytes: Buffer.from(script) },
    mime: 'text/html; charset=utf-8',
    isImmutable: true,
  },
  'originals/0b/drawing.svg': {
    content: { kind: 'bytes', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
    mime: 'image/svg+xml',
    isImmutable: true,
  },
  'originals/0c/code.js': {
    content: { kind: 'bytes', bytes: Buffer.from('document.title = "taken"') },
    mime: 'text/javascript',
    isImmutable: true,
  },
  'results/1/0/材料.pdf': {
    content: { kind: 'bytes', bytes: Buffer.from('%PDF') },
    mime: 'application/pdf',
    isImmutable: false,
    downloadName: '张某 诉“某店”.pdf',
  },
} as const;

const folder = useWorkFolder();
let host: BareHost;
beforeAll(async () => {
  host = await startBareHost(folder.path(), { served, limits: { questionSize: 1_000, fileSize: 2_000, files: 2 } });
});
afterAll(() => host.close());

/** Below the token, as the window itself would ask unless the headers say otherwise. */
const below = (path: string, asked: Omit<Asked, 'path'> = {}): Promise<Told> =>
  ask(host.port, { path: `/${host.token}/${path}`, ...asked });
const own = () => ({ origin: `http://${host.host}`, 'sec-fetch-site': 'same-origin' });
const question = (name: string) => JSON.stringify({ json: { name } });
const say = (headers: Readonly<Record<string, string>>, body = question('据理')) =>
  below('rpc/say', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('the window itself', () => {
  it('is let in', async () => {
    expect((await below('')).status).toBe(200);
    const told = await say(own());
    expect(told).toMatchObject({ status: 200, text: '{"json":"你好，据理"}' });
  });

  it('has its page at one address only, always with a nonce', async () => {
    expect((await below('index.html')).status).toBe(404);
  });

  it('gets a policy that lets nothing else in, with a nonce of its own each time', async () => {
    const [first, second] = await Promise.all([below(''), below('')]);
    const [, nonce = ''] = /content="([^"]+)"/.exec(first.text) ?? [];
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(first.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; " +
        `style-src 'self' 'nonce-${nonce}'; ` +
        "img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(second.text).not.toContain(nonce);
  });
});

describe('every answer', () => {
  it.each([
    ['the page', () => below('')],
    ['a script', () => below('assets/window-1a2b.js')],
    ['an answer of the router', () => say(own())],
    ['a file', () => below('originals/0a/page.html')],
    ['a refusal', () => below('nothing/here')],
    ['a closed door', () => ask(host.port, { path: '/' })],
  ])('%s says nothing of its address to others, keeps its type, and lets no other origin read it', async (_, get) => {
    const { headers } = await get();
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['x-frame-options'] ?? 'missing').toMatch(/^(DENY|SAMEORIGIN)$/);
    expect(headers['content-security-policy']).toContain('frame-ancestors');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-') || name === 'set-cookie')).toEqual(
      [],
    );
  });

  it('leaves nothing of a case in the cache of a browser', async () => {
    expect((await below('originals/0a/page.html')).headers['cache-control']).toBe('no-store');
    expect((await below('')).headers['cache-control']).toBe('no-store');
    expect((await say(own())).headers['cache-control']).toBe('no-store');
    expect((await below('assets/window-1a2b.js')).headers['cache-control']).toContain('immutable');
  });
});

describe('the name of the host', () => {
  it.each([
    ['localhost', () => `localhost:${host.port}`],
    ['a name that leads here', () => `juli.example:${host.port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => `127.0.0.1:${host.port + 1}`],
    ['a longer one', () => `${host.host}.example`],
    ['another way to write it', () => `127.1:${host.port}`],
  ])('%s is refused', async (_, name) => {
    for (const told of [await below('', { headers: { host: name() } }), await say({ ...own(), host: name() })]) {
      // What is no host at all is refused before anybody looks.
      expect(told.status).toBeOneOf([421, 400]);
      expect(told.text).toBe('');
    }
  });
});

describe('the token', () => {
  it('is 256 bits in hex', () => {
    expect(host.token).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['none', () => '/'],
    ['none before an asset', () => '/assets/window-1a2b.js'],
    ['none before a question', () => '/rpc/say'],
    ['another', () => `/${'0'.repeat(64)}/`],
    ['a part of it', () => `/${host.token.slice(0, -1)}/`],
    ['more than it', () => `/${host.token}0/`],
    ['in capitals', () => `/${host.token.toUpperCase()}/`],
    ['in the query', () => `/?token=${host.token}`],
    ['escaped', () => `/%${host.token.charCodeAt(0).toString(16)}${host.token.slice(1)}/`],
    ['without its slash', () => `/${host.token}`],
  ])('%s: nothing is there', async (_, path) => {
    expect(await ask(host.port, { path: path() })).toMatchObject({ status: 404, text: '' });
    expect(await ask(host.port, { path: path(), method: 'POST', headers: own() })).toMatchObject({
      status: 404,
      text: '',
    });
  });
});

describe('the asking page', () => {
  it.each([
    ['another one', () => 'https://shop.example'],
    ['another port of this computer', () => `http://127.0.0.1:${host.port + 1}`],
    ['localhost', () => `http://localhost:${host.port}`],
    ['the secure one', () => `https://${host.host}`],
    ['a sandbox or a file', () => 'null'],
    ['none at all', () => undefined],
  ])('asks the router from %s: refused', async (_, origin) => {
    const from = origin();
    expect((await say(from === undefined ? {} : { origin: from })).status).toBe(403);
    expect(
      (
        await below('upload', {
          method: 'POST',
          headers: { ...(from === undefined ? {} : { origin: from }), 'x-juli-name': 'a' },
          body: 'a',
        })
      ).status,
    ).toBe(403);
    expect(host.admitted).toEqual([]);
  });

  it('asks the router from elsewhere with the right origin: refused', async () => {
    expect((await say({ ...own(), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await say({ ...own(), 'sec-fetch-site': 'same-site' })).status).toBe(403);
  });

  it.each([
    [
      'a picture',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
      'originals/0b/drawing.svg',
    ],
    [
      'a script from another port',
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
      'assets/window-1a2b.js',
    ],
    ['a file by its origin', { origin: 'https://shop.example' }, 'originals/0b/drawing.svg'],
    [
      'the start page in a frame',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      '',
    ],
    [
      'another page by a link',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      'originals/0a/page.html',
    ],
  ])('fetches %s: refused', async (_, headers, path) => {
    expect(await below(path, { headers })).toMatchObject({ status: 403, text: '' });
  });

  it('may send its tab to the start page, as the browser is opened', async () => {
    const arrival = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect((await below('', { headers: arrival })).status).toBe(200);
  });
});

describe('a path', () => {
  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '%252e%252e%252fsecret.txt',
    'assets/../../secret.txt',
    'assets/..%5c..%5csecret.txt',
    'assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    'assets//../../secret.txt',
    'originals/..%2f..%2fsecret.txt',
    'secret.txt%00',
    '%00',
    '%ff',
    '%',
    'assets/',
    'assets',
    '.',
    '//etc/passwd',
    'file:///etc/passwd',
  ])('%s leads nowhere', async (path) => {
    const told = await below(path);
    expect(told.status).toBe(404);
    expect(told.text).not.toContain('secret');
  });

  it('is not read around the token either', async () => {
    const told = await ask(host.port, { path: `/x/../${host.token}/../secret.txt` });
    expect(told).toMatchObject({ status: 404, text: '' });
  });
});

describe('a body', () => {
  it('of a question may be so large and no larger, announced or not', async () => {
    expect((await say(own(), question('据'.repeat(100)))).status).toBe(200);
    expect((await say(own(), question('据'.repeat(400)))).status).toBe(413);
    expect((await say({ ...own(), 'transfer-encoding': 'chunked' }, question('据'.repeat(400)))).status).toBe(413);
  });

  it('of a question is JSON: what a form can send is not read', async () => {
    expect((await say({ ...own(), 'content-type': 'text/plain' })).status).toBe(415);
    expect((await say({ ...own(), 'content-type': 'multipart/form-data; boundary=a' })).status).toBe(415);
  });

  const upload = (body: Uint8Array, headers: Readonly<Record<string, string>> = {}) =>
    below('upload', { method: 'POST', headers: { ...own(), 'x-juli-name': 'a.png', ...headers }, body });
  const left = async () => {
    const [uploads] = await readdir(folder.path('incoming')).catch(() => []);
    return uploads === undefined ? [] : readdir(folder.path('incoming', uploads));
  };

  it('of an upload that is too large is refused and leaves nothing, announced or not', async () => {
    expect((await upload(new Uint8Array(2_001))).status).toBe(413);
    const lied = upload(new Uint8Array(200_000), { 'transfer-encoding': 'chunked' });
    expect(
      await lied.then(
        ({ status }) => status,
        (error: NodeJS.ErrnoException) => error.code,
      ),
    ).toBeOneOf([413, 'ECONNRESET', 'EPIPE']);
    expect(await left()).toEqual([]);
    expect(host.admitted).toEqual([]);
  });

  it.each([
    ['no name', { 'x-juli-name': '' }],
    ['a name that is a path', { 'x-juli-name': '..%2f..%2fa.png' }],
    ['a name with a zero', { 'x-juli-name': 'a%00.png' }],
    ['a name that cannot be read', { 'x-juli-name': '%' }],
    ['a name without end', { 'x-juli-name': 'a'.repeat(256) }],
  ])('of an upload with %s is refused', async (_, headers) => {
    expect((await upload(new Uint8Array(1), headers)).status).toBe(400);
    expect(await left()).toEqual([]);
  });

  it('of an upload lies in a file of our naming for this user alone; so many and no more', async () => {
    expect(await upload(Buffer.from('one'), { 'x-juli-relative-path': '..%2f..%2fa.png' })).toMatchObject({
      status: 200,
      text: '{"ticket":"ticket-1"}',
    });
    expect((await upload(Buffer.from('two'))).status).toBe(200);
    expect((await upload(Buffer.from('three'))).status).toBe(429);
    const [first] = host.admitted;
    expect(first).toMatchObject({ name: 'a.png', relativePath: '../../a.png', isTemporary: true });
    expect(first?.path).toMatch(/incoming\/upload-\w+\/[0-9a-f-]{36}$/);
    expect(await readFile(first?.path ?? '', 'utf8')).toBe('one');
  });
});

describe('a method', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not known', async (method) => {
    expect(await below('', { method, headers: own() })).toMatchObject({ status: 405, text: '' });
    expect(await below('rpc/say', { method, headers: own() })).toMatchObject({ status: 405, text: '' });
  });

  it('GET asks the router nothing, POST gets no file', async () => {
    expect((await below(`rpc/say?data=${encodeURIComponent(question('据理'))}`)).status).toBe(404);
    expect((await below('originals/0a/page.html', { method: 'POST', headers: own() })).status).toBe(405);
  });
});

describe('a file of a case', () => {
  it('that is a page with a script is shut into a sandbox', async () => {
    const { headers, text } = await below('originals/0a/page.html');
    expect(text).toBe(script);
    expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'; frame-ancestors 'self'");
  });

  it('that is a PDF is left to the reader of the browser, in a frame of the window only', async () => {
    const { headers } = await below(`results/1/0/${encodeURIComponent('材料.pdf')}`);
    expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
  });

  it('that is a drawing is too', async () => {
    expect((await below('originals/0b/drawing.svg')).headers['content-security-policy']).toContain('sandbox;');
  });

  it('is never a script of the window', async () => {
    expect((await below('originals/0c/code.js')).headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('keeps its name when it is saved', async () => {
    const { headers } = await below(`results/1/0/${encodeURIComponent('材料.pdf')}`);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="________.pdf"; filename*=UTF-8''${encodeURIComponent('张某 诉“某店”.pdf')}`,
    );
  });
});

describe('a failure', () => {
  it('is told without what happened inside', async () => {
    const told = await say(own(), '{"json":');
    expect(told.status).toBeGreaterThanOrEqual(400);
    expect(told.text).not.toMatch(/at .*\.(ts|js):\d+/);
  });
});
