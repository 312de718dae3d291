export interface Memoised<Value> {
  get(): Promise<Value>;
  /** Resolves to the value, if it was made, and forgets it: the next `get` makes another. */
  forget(): Promise<Value | undefined>;
}

/** A value that is made on first use, once. */
export function memoise<Value>(make: () => Promise<Value>): Memoised<Value> {
  let value: Promise<Value> | undefined;
  return {
    get() {
      value ??= make();
      return value;
    },
    async forget() {
      const forgotten = value;
      value = undefined;
      return forgotten?.catch(() => undefined);
    },
  };
}
