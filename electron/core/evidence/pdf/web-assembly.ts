/** What is used of WebAssembly; TypeScript describes it among the types of browsers, which core does not have. */
interface WebAssemblyOfNode {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: WasmImports) => { readonly exports: object };
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyOfNode }).WebAssembly;
