// The page's half of the context bridge: functions that call into the world of the preload script.
(() => {
  const waiting = new Map();
  let calls = 0;
  let answered;

  const call = (path, given) => {
    calls += 1;
    const id = calls;
    answered = undefined;
    window.dispatchEvent(new CustomEvent('stand-in:call', { detail: { id, path, given } }));
    const answer = answered;
    if (answer === undefined) throw new Error('the preload script did not answer');
    if (answer.kind === 'thrown') throw new Error(answer.text);
    if (answer.kind === 'value') return answer.value;
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  const build = (shape, path) =>
    shape === 'function'
      ? (...given) => call(path, given)
      : Object.freeze(
          Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, build(part, [...path, key])])),
        );

  window.addEventListener('stand-in:answer', ({ detail }) => {
    answered = detail;
  });
  window.addEventListener('stand-in:settle', ({ detail: { id, isKept, value } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (isKept) resolve(value);
    else reject(new Error(value));
  });
  window.addEventListener('stand-in:expose', ({ detail: { key, shape } }) => {
    Object.defineProperty(window, key, { value: build(shape, [key]), enumerable: true });
  });
})();
