import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What Electron declares to have, read from its own type declarations. */

const declarations = readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
const heading = /^ {2}(?:interface|class) (\w+)(?: extends ([\w.]+))? \{$/;
const member = /^ {4}(?:static |readonly )*(\w+)\??[:(<]/;
const event = /^ {4}on\(event: '([\w-]+)'/;

interface Declared {
  readonly parent: string | undefined;
  readonly members: Set<string>;
  readonly events: Set<string>;
}

const declared = readDeclarations();

function readDeclarations(): ReadonlyMap<string, Declared> {
  const found = new Map<string, Declared>();
  let open: Declared | undefined;
  for (const line of declarations.split('\n')) {
    const [, name, parent] = heading.exec(line) ?? [];
    if (name !== undefined) {
      open = { parent, members: new Set(), events: new Set() };
      found.set(name, open);
    } else if (line === '  }') open = undefined;
    else if (open !== undefined) {
      const [, key] = member.exec(line) ?? [];
      const [, told] = event.exec(line) ?? [];
      if (key !== undefined) open.members.add(key);
      if (told !== undefined) open.events.add(told);
    }
  }
  return found;
}

function collect(name: string, part: 'members' | 'events'): string[] {
  const one = declared.get(name);
  if (one === undefined) throw new Error(`Electron declares no ${name}`);
  const inherited = one.parent === undefined || !declared.has(one.parent) ? [] : collect(one.parent, part);
  return [...one[part], ...inherited];
}

export const membersOf = (name: string): readonly string[] => collect(name, 'members');
export const eventsOf = (name: string): readonly string[] => collect(name, 'events');

/** Throws for an option that Electron does not declare. */
export function checkOptions(name: string, options: unknown): void {
  const known = membersOf(name);
  for (const key of Object.keys(options ?? {})) {
    if (!known.includes(key)) throw new TypeError(`${name} has no ${key}`);
  }
}

/** The object with only what Electron declares; another name throws, as does one the stand-in does not act out. */
export function strict<Held extends object>(name: string, object: Held): Held {
  const known = new Set(membersOf(name));
  return new Proxy(object, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target) {
        const value: unknown = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      throw new TypeError(`${name}.${key} ${known.has(key) ? 'is not acted out here' : 'does not exist in Electron'}`);
    },
    set(_target, key) {
      throw new TypeError(`${name}.${String(key)} is not to be set`);
    },
  });
}
