/** Line icons on a 24 by 24 grid, drawn for these samples. */
const paths = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  share: 'M12 15V4M8 8l4-4 4 4M5 13v6h14v-6',
  search: 'M11 5a6 6 0 1 0 0 12a6 6 0 0 0 0-12M15.5 15.5L20 20',
  heart: 'M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4A4.2 4.2 0 0 1 19.500 10C19.500 15.400 12 20 12 20z',
  cart: 'M3 5h2.200l2 10h10.300l2-7.500H6M9 19.500h.01M16 19.500h.01',
  shop: 'M4 10v10h16V10M3 9.500l2-5.500h14l2 5.500a3 3 0 0 1-6 0a3 3 0 0 1-6 0a3 3 0 0 1-6 0M10 20v-5h4v5',
  service:
    'M5 14v-2a7 7 0 0 1 14 0v2M5 13h2.500v5H6a1 1 0 0 1-1-1zM19 13h-2.500v5H18a1 1 0 0 0 1-1zM18 18c0 2-2 2.500-4.500 2.500',
  clock: 'M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 8v4.300l3 1.700',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  tick: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M8.200 12.300l2.700 2.700 5-5.400',
  warn: 'M12 4L2.800 20h18.400zM12 10v4.500M12 17.300h.01',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M12 11v5M12 8h.01',
  cross: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M9 9l6 6M15 9l-6 6',
  plus: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M12 8v8M8 12h8',
  smile:
    'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M8.500 14c1.500 2.600 5.500 2.600 7 0M9 9.700h.01M15 9.700h.01',
  voice:
    'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M9.500 10.500v3M12.500 9a4 4 0 0 1 0 6M15 7.500a6.500 6.500 0 0 1 0 9',
  shield: 'M12 3.500l7 2.500v5.500c0 4.500-3 7.500-7 9c-4-1.500-7-4.500-7-9V6zM9 12l2.200 2.200L15.200 10',
  bolt: 'M13 3L5.500 13.500H11L10 21l8-11h-5.500z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  play: 'M8 5.500v13l11-6.500z',
  crown: 'M4 18h16M4.500 15.500L3.500 7l5 4L12 5l3.500 6 5-4-1 8.500z',
  gift: 'M4 11h16v9H4zM3 7.500h18V11H3zM12 7.500V20M12 7.500C9 7.500 7.500 6 8 4.500S11 4 12 7.500C13 4 15.500 3 16 4.500S15 7.500 12 7.500',
  book: 'M12 6.500C10 5 7 4.500 4 5v13.500c3-.500 6 0 8 1.500c2-1.500 5-2 8-1.500V5c-3-.500-6 0-8 1.500zM12 6.500V20',
  home: 'M4 11l8-7 8 7v9h-5.500v-5.500h-5V20H4z',
  user: 'M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.500 20.500c.8-4 4-5.500 7.500-5.500s6.700 1.500 7.500 5.500',
  refresh: 'M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 3.500v4.500H15',
  file: 'M6 3.500h8l4 4V20.500H6zM14 3.500v4h4M9 12h6M9 15.500h6',
  monitor: 'M3 5h18v11.500H3zM12 16.500V20M8 20h8',
  folder: 'M3 6.500h6l2 2.500h10v10.500H3z',
  bin: 'M5 7h14M9.500 7V4.500h5V7M6.500 7l1 13h9l1-13M10 11v5.500M14 11v5.500',
  globe:
    'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 0 0 0-17M3.500 12h17M12 3.500c-5 5-5 12 0 17M12 3.500c5 5 5 12 0 17',
  talk: 'M4 5h16v11.500H11L6.500 20v-3.500H4z',
  ruler: 'M4 20L12 4l8 16zM12 10.500v5',
  grid: 'M5 5h5.500v5.500H5zM13.500 5H19v5.500h-5.500zM5 13.500h5.500V19H5zM16.200 13.500v5.500M13.500 16.200h5.500',
  star: 'M12 3.800l2.600 5.300 5.800.8-4.200 4.100 1 5.800-5.200-2.700-5.200 2.700 1-5.800-4.200-4.100 5.800-.8z',
} as const;

export type IconName = keyof typeof paths;

export function icon(name: IconName, size = 20, colour = 'currentColor', width = 1.7): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"><path d="${paths[name]}"/></svg>`;
}

/** The same shapes, filled. */
export function solidIcon(name: IconName, size = 20, colour = 'currentColor'): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="${colour}" stroke="${colour}" stroke-width="1" stroke-linejoin="round"><path d="${paths[name]}"/></svg>`;
}

/** A filled disc with a white mark, for results. */
export function markDisc(mark: 'check' | 'close' | 'clock', size: number, colour: string): string {
  const inner =
    mark === 'clock'
      ? 'M12 7v5.300l3.300 2'
      : mark === 'check'
        ? 'M7.500 12.400l3.200 3.200L16.600 9'
        : 'M8.500 8.500l7 7M15.500 8.500l-7 7';
  return `<svg width="${size}" height="${size}" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10.500" fill="${colour}"/><path d="${inner}" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
