// The world of the preload script: Electron's module as a sandboxed script sees it, over one binding to the stand-in.
// `codec`, `members`, `runPreload` and `send` are given.
(() => {
  if (window !== window.top) return;
  const ports = new Map();
  const invoked = new Map();
  const exposed = new Map();
  const paths = new WeakMap();
  const asked = new Map();
  let count = 0;
  const nextId = () => {
    count += 1;
    return count;
  };

  const strict = (name, object) =>
    new Proxy(object, {
      get(target, key) {
        if (key in target || typeof key === 'symbol') return target[key];
        const isKnown = members[name].includes(key);
        throw new TypeError(`${name}.${key} ${isKnown ? 'is not part of the stand-in' : 'does not exist in Electron'}`);
      },
      set(_target, key) {
        throw new TypeError(`${name}.${String(key)} is not to be set`);
      },
    });
  const text = (value, what) => {
    if (typeof value !== 'string') throw new TypeError(`${what} must be a string`);
    return value;
  };

  const carry = (port) => {
    // The port that was given is of no use to its giver any more.
    const [moved] = structuredClone([port], { transfer: [port] });
    const id = nextId();
    ports.set(id, moved);
    moved.addEventListener('message', ({ data }) => send({ kind: 'port-message', port: id, data: codec.encode(data) }));
    moved.addEventListener('close', () => send({ kind: 'port-close', port: id }));
    moved.start();
    return id;
  };
  const ipcRenderer = strict('IpcRenderer', {
    send(channel, ...given) {
      send({ kind: 'send', channel: text(channel, 'channel'), given: given.map(codec.encode), ports: [] });
    },
    postMessage(channel, message, transfer = []) {
      const given = [codec.encode(message)];
      send({ kind: 'send', channel: text(channel, 'channel'), given, ports: transfer.map(carry) });
    },
    invoke(channel, ...given) {
      const id = nextId();
      const coded = given.map(codec.encode);
      return new Promise((resolve, reject) => {
        invoked.set(id, { resolve, reject });
        send({ kind: 'invoke', id, channel: text(channel, 'channel'), given: coded });
      });
    },
  });
  const webUtils = strict('WebUtils', {
    getPathForFile(file) {
      if (!(file instanceof File))
        throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
      return paths.get(file) ?? '';
    },
  });

  const shapeOf = (value) => {
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) throw new TypeError('the stand-in bridges objects of functions');
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
  };
  const contextBridge = strict('ContextBridge', {
    exposeInMainWorld(key, api) {
      if (exposed.has(text(key, 'apiKey'))) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
      exposed.set(key, api);
      window.dispatchEvent(new CustomEvent('stand-in:expose', { detail: { key, shape: shapeOf(api) } }));
    },
  });

  const tell = (name, detail) => window.dispatchEvent(new CustomEvent(name, { detail }));
  const withPaths = async (files) => {
    for (const file of files) {
      const id = nextId();
      const path = await new Promise((resolve) => {
        asked.set(id, { file, resolve });
        send({ kind: 'path', id });
      });
      asked.delete(id);
      paths.set(file, path);
    }
  };
  window.addEventListener('stand-in:call', ({ detail: { id, path, given } }) => {
    const settle = (promise) => {
      tell('stand-in:answer', { kind: 'promise' });
      promise.then(
        (value) => tell('stand-in:settle', { id, isKept: true, value }),
        (error) => tell('stand-in:settle', { id, isKept: false, value: error.message }),
      );
    };
    try {
      const called = path.slice(1).reduce((object, key) => object[key], exposed.get(path[0]));
      const files = given.filter((value) => value instanceof File);
      if (files.length > 0) {
        // Only asked for, a path takes a moment here; Electron knows it at once.
        settle(withPaths(files).then(() => called(...given)));
        return;
      }
      const value = called(...given);
      if (value instanceof Promise) settle(value);
      else tell('stand-in:answer', { kind: 'value', value });
    } catch (error) {
      tell('stand-in:answer', { kind: 'thrown', text: error.message });
    }
  });

  globalThis.standIn = {
    settle(id, isKept, value) {
      const { resolve, reject } = invoked.get(id);
      invoked.delete(id);
      if (isKept) resolve(codec.decode(value));
      else reject(new Error(value));
    },
    deliver: (port, data) => ports.get(port)?.postMessage(codec.decode(data)),
    close: (port) => ports.get(port)?.close(),
    fileOf: (id) => asked.get(id)?.file,
    found: (id, path) => asked.get(id)?.resolve(path),
    ipcRenderer,
  };

  const electron = strict('Renderer', { contextBridge, ipcRenderer, webUtils });
  runPreload((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  });
})();
