/** A template asked for a field that its model does not have. */
export class MissingField extends Error {
  readonly field: string;

  constructor(field: string) {
    super(`no field ${field}`);
    this.name = 'MissingField';
    this.field = field;
  }
}

/**
 * The model as templates see it: asking for a field that is not there throws. Handlebars' own strict mode only
 * guards what is printed; `{{#if misspelt}}` and `{{#each misspelt}}` would pass in silence.
 */
export function strictModel<Model>(model: Model): Model {
  return wrap(model, new WeakMap()) as Model;
}

function wrap(value: unknown, wrapped: WeakMap<object, object>): unknown {
  // Only plain data: what a helper made safe to place must stay what it is.
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  const known = wrapped.get(value);
  if (known !== undefined) return known;
  const proxy = new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !Object.hasOwn(target, key) && !isProbe(target, key)) throw new MissingField(key);
      return wrap(Reflect.get(target, key, receiver), wrapped);
    },
  });
  wrapped.set(value, proxy);
  return proxy;
}

function isPlain(value: object): boolean {
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** What Handlebars and the language look for on anything. Handlebars itself keeps templates off prototypes. */
function isProbe(target: object, key: string): boolean {
  return key === 'toHTML' || key in (Array.isArray(target) ? Array.prototype : Object.prototype);
}
