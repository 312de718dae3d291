/** Run once the program has started and Electron is ready. */
export const afterStart: (() => void)[] = [];
