import { concealSensitive } from './sensitive-text.ts';

const plainName = /^[A-Za-z_$][\w$]{0,63}$/;

/** `['claims', 0, 'amount']` → `claims[0].amount`; the root is `$`. Odd names are quoted and shortened. */
export function jsonPath(steps: readonly PropertyKey[]): string {
  let path = '';
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`;
    else if (plainName.test(String(step)) && concealSensitive(String(step)) === step)
      path += path === '' ? String(step) : `.${String(step)}`;
    else path += `[${JSON.stringify(shortName(String(step)))}]`;
  }
  return path === '' ? '$' : path;
}

function shortName(name: string): string {
  const safe = [...concealSensitive(name.slice(0, 200)).replace(/\p{C}/gu, '□')];
  return safe.length > 24 ? `${safe.slice(0, 23).join('')}…` : safe.join('');
}
