import type { ThemeConfig } from 'antd';
import type { Settings } from '../electron/contract/rpc/house-procedures.ts';

/** A quiet desk: warm paper, dark ink, one blue. Every text on its ground has a contrast of at least 4.5. */

/** CSS pixels of ordinary text. */
export const textSizes: Readonly<Record<Settings['textSize'], number>> = { normal: 16, large: 18, larger: 21 };

const ink = '#1f1e1b';
const blue = '#22507a';

export function themeFor(textSize: Settings['textSize']): ThemeConfig {
  const fontSize = textSizes[textSize];
  return {
    token: {
      fontSize,
      fontFamily: 'var(--text-family)',
      colorPrimary: blue,
      colorInfo: blue,
      colorLink: blue,
      colorLinkHover: '#173a5a',
      colorError: '#a8321f',
      colorWarning: '#8a5a00',
      colorSuccess: '#2b6a4a',
      colorTextBase: ink,
      colorText: ink,
      colorTextSecondary: '#55524a',
      colorTextTertiary: '#625e55',
      colorTextDescription: '#5c584f',
      colorTextPlaceholder: '#6f6b62',
      colorTextQuaternary: '#6f6b62',
      colorBgLayout: '#f6f3ec',
      colorBgContainer: '#fffefb',
      colorBgElevated: '#fffefb',
      colorBorder: '#b9b2a3',
      colorBorderSecondary: '#e3ddd0',
      borderRadius: 6,
      controlHeight: Math.round(fontSize * 2.4),
      lineHeight: 1.65,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
      Segmented: { trackBg: '#e7e1d4', itemColor: '#55524a' },
      Modal: { titleFontSize: Math.round(fontSize * 1.2) },
    },
  };
}
