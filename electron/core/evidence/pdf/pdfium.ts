import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { PdfBytes } from './pdf-bytes.ts';
import { type WasmImports, webAssembly } from './web-assembly.ts';

/** An instance of PDFium: the reader that says how a page looks, and what is in it. */
export interface Pdfium {
  /** Its C interface (the headers in `public/` of PDFium). Handles and pointers are numbers, 0 is none. */
  readonly api: WrappedPdfiumModule;
  readonly memory: PdfiumMemory;
  /** FPDF_DOCUMENT; `password` for a file that needs another password; undefined for one that cannot be opened. */
  load(bytes: PdfBytes, password: string): LoadedFile | 'password' | undefined;
}

export interface LoadedFile {
  readonly handle: number;
  close(): void;
}

export interface PdfiumMemory {
  /** Bytes in all. Memory grows and never shrinks, so an instance that has become large is replaced. */
  size(): number;
  /** The bytes from `pointer`, as they are now; growing memory moves them. */
  view(pointer: number, length: number): Uint8Array;
  /** Runs `use` with `length` bytes that are freed afterwards. */
  lend<Result>(length: number, use: (pointer: number) => Result): Result;
}

const packages = createRequire(import.meta.url);

/**
 * Bytes of memory of one instance. They lie outside the heap that `resourceLimits` of a worker bound; an allocation
 * beyond them fails inside PDFium, which gives up by throwing. A page of 300 dpi takes 40 MB, a scan perhaps 100.
 */
const maximumMemory = 768 * 1024 * 1024;

/** FPDF_ERR_PASSWORD of fpdfview.h. */
const wrongPassword = 4;

/** A fresh instance. The build has no engine for JavaScript, and is given nothing to reach files or the net with. */
export async function startPdfium(): Promise<Pdfium> {
  const wasmBinary = await readFile(packages.resolve('@embedpdf/pdfium/pdfium.wasm'));
  const quiet = () => undefined;
  // More of Emscripten's options than the declared type names.
  const options = { wasmBinary, instantiateWasm: withMemoryLimit(wasmBinary), print: quiet, printErr: quiet };
  const api = await init(options as unknown as Parameters<typeof init>[0]);
  api.PDFiumExt_Init();
  const memory = memoryOf(api);
  const open = new Map<number, PdfBytes>();
  const readBlock = api.pdfium.addFunction((file: number, position: number, target: number, length: number) => {
    const found = open.get(file)?.read(position >>> 0, memory.view(target, length));
    return found === length ? 1 : 0;
  }, 'iiiii') as number;
  let files = 0;

  return {
    api,
    memory,
    load(bytes, password) {
      files += 1;
      const file = files;
      open.set(file, bytes);
      // FPDF_FILEACCESS of fpdfview.h: length, the function that reads a block, what it is told.
      const access = api.pdfium.wasmExports.malloc(12);
      for (const [index, value] of [bytes.length, readBlock, file].entries()) {
        api.pdfium.setValue(access + index * 4, value, 'i32');
      }
      const handle = api.FPDF_LoadCustomDocument(access, password);
      const release = () => {
        api.pdfium.wasmExports.free(access);
        open.delete(file);
      };
      if (handle === 0) {
        const error = api.FPDF_GetLastError();
        release();
        return error === wrongPassword ? 'password' : undefined;
      }
      return {
        handle,
        close() {
          api.FPDF_CloseDocument(handle);
          release();
        },
      };
    },
  };
}

function memoryOf({ pdfium }: WrappedPdfiumModule): PdfiumMemory {
  // Emscripten puts a new array here when memory has grown; its type is not declared for Node.
  const whole = () => (pdfium as unknown as { readonly HEAPU8: Uint8Array }).HEAPU8;
  return {
    size: () => whole().length,
    view: (pointer, length) => whole().subarray(pointer, pointer + length),
    lend(length, use) {
      const pointer = pdfium.wasmExports.malloc(length);
      try {
        return use(pointer);
      } finally {
        pdfium.wasmExports.free(pointer);
      }
    },
  };
}

/** Emscripten's hook for compiling; the one import that makes memory larger is made to refuse. */
function withMemoryLimit(binary: Uint8Array) {
  return (imports: WasmImports, receive: (instance: object, module: object) => void): object => {
    const grow = imports.env?.emscripten_resize_heap;
    if (typeof grow !== 'function') throw new TypeError('PDFium no longer asks its host for memory');
    const limited = (size: number): unknown => (size >>> 0 > maximumMemory ? 0 : grow(size));
    const module = new webAssembly.Module(binary);
    const env = { ...imports.env, emscripten_resize_heap: limited };
    const instance = new webAssembly.Instance(module, { ...imports, env });
    receive(instance, module);
    return instance.exports;
  };
}
